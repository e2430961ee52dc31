import fc from "fast-check";
import { toGithub } from "../../lib/reports/github";
import { toJson } from "../../lib/reports/json";
import { toJunit } from "../../lib/reports/junit";
import { toMarkdown } from "../../lib/reports/markdown";
import { toPretty } from "../../lib/reports/pretty";
import { toSarif } from "../../lib/reports/sarif";
import { example, exampleAssuming, hostileTexts } from "./example";
import { all, parseXml } from "./xml";

const result = exampleAssuming();
const TITLE = "Remote Access Security Act (H.R. 2683, S. 3519), not law as of 2026-09-24";

describe("proposed law that is assumed", () => {
  it("has a section of its own in text, which says that it decides nothing", () => {
    const text = toPretty(result, { width: 300 });
    expect(text).toContain(`ASSUMED ${TITLE}`);
    expect(text).toContain("Proposed law, assumed on request: it decides nothing here.");
    expect(text).toMatch(/ {2}Not known: The bill gives BIS a power/);
    expect(text).toMatch(/ {2}Would be blocked: NVIDIA .*\n {4}At: stack train: aws_instance.gpu\[0\]\n/);
    expect(text).toMatch(
      / {2}Would be blocked, and is already: NVIDIA .*\n {4}At: stack train: aws_instance.other/,
    );
    expect(toPretty(result, { quiet: true })).not.toContain("ASSUMED");
  });

  it("says so when it would block nothing", () => {
    const [act] = result.scenarios;
    const none = { ...result, scenarios: act ? [{ ...act, findings: [] }] : [] };
    expect(toPretty(none)).toContain("It would block nothing that is placed here.");
    expect(toMarkdown(none)).toContain("It would block nothing that is placed here.");
  });

  it("is a key of the JSON", () => {
    const { scenarios } = JSON.parse(toJson(result));
    expect(scenarios[0]).toMatchObject({
      id: "remote-access-security-act",
      bills: ["H.R. 2683", "S. 3519"],
      history: [{ on: "2026-01-12", confidence: "high" }],
      findings: [{ today: "allowed" }, { today: "blocked" }],
    });
  });

  it("is a note everywhere else, and changes no count of what fails", () => {
    const run = (text: string) => JSON.parse(text).runs[0];
    const [before, after] = [example(), result].map((one) => run(toSarif(one)));
    const added = after.results.slice(before.results.length);
    expect(added.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
      ["scenario/remote-access-security-act", "note"],
      ["scenario/remote-access-security-act", "note"],
    ]);
    expect(after.tool.driver.rules.at(-1).id).toBe("scenario/remote-access-security-act");
    expect(toGithub(result).match(/^::notice .*remote-access-security-act/gm)).toHaveLength(2);
    expect(toGithub(result).split("\n").at(-2)).toBe(toGithub(example()).split("\n").at(-2));
    const [was, is] = [example(), result].map((one) => parseXml(toJunit(one)));
    expect(is?.attributes["failures"]).toBe(was?.attributes["failures"]);
    expect(toJunit(result)).toContain("it decides nothing here");
    expect(toMarkdown(result)).toContain("**Assumed: Remote Access Security Act (H.R. 2683");
  });

  it("lets no text break out of a report", () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const hostile = exampleAssuming(texts);
        expect(all(parseXml(toJunit(hostile)), "testcase").length).toBeGreaterThan(0);
        const known = toGithub(hostile)
          .split("\n")
          .filter((line) => line !== "");
        expect(known.slice(0, -1).every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
        expect(() => JSON.parse(toSarif(hostile))).not.toThrow();
        expect(toPretty(hostile)).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
        expect(toMarkdown(hostile)).not.toMatch(/\p{Cc}(?<!\n)|<script/iu);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the quantity of authorizations", () => {
  const line = "8 accelerators used, 120 left; 126,656 TPP used";

  it("is told in text, Markdown and JSON", () => {
    expect(toPretty(result, { width: 200 })).toMatch(
      new RegExp(`Authorizations\\n {2}NVIDIA .*: ${line}\\n`),
    );
    expect(toMarkdown(result)).toContain(line);
    expect(JSON.parse(toJson(result)).authorizations[0].left).toEqual({ accelerators: 120, tpp: null });
  });

  it("is said not to be known where it is not", () => {
    const unknown = { accelerators: null, tpp: null };
    const open = { ...result, authorizations: [{ reference: "BIS 1", used: unknown, left: unknown }] };
    expect(toPretty(open)).toContain("BIS 1: accelerators used are not known; TPP used are not known");
  });

  it("is left out where there are none", () => {
    expect(toPretty(example())).not.toContain("Authorizations");
    expect(toMarkdown(example())).not.toContain("Authorizations");
  });
});
