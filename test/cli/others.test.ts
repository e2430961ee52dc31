import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { run } from "../../lib/cli/program";
import { loadPolicy } from "../../lib/policy/load";
import { ruleIds } from "../../lib/policy/rule-ids";
import { rules } from "../../lib/rules";
import { landfall, onTerminal, problemOf, useDirectory } from "./harness";

const write = useDirectory();

describe("classify", () => {
  const json = async (...args: string[]) => {
    const { status, stdout, stderr } = await landfall("classify", ...args, "--format", "json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return JSON.parse(stdout);
  };

  it.each([
    ["nvidia-h100-sxm", "nvidia-h100-sxm", 1],
    ["p5.48xlarge", "nvidia-h100-sxm", 8],
    ["a3-highgpu-8g", "nvidia-h100-sxm", 8],
    ["Standard_ND96isr_H100_v5", "nvidia-h100-sxm", 8],
    ["BM.GPU.H100.8", "nvidia-h100-sxm", 8],
  ])("%s", async (name, accelerator, count) => {
    const answer = await json(name, "--as-of", "2026-10-01");
    expect(Object.keys(answer)).toEqual([
      "name",
      "accelerator",
      "count",
      "class",
      "tpp",
      "performanceDensity",
      "reasoning",
      "confidence",
      "law",
    ]);
    expect(answer).toMatchObject({
      name,
      accelerator,
      class: "3A090.a",
      tpp: 15832,
      performanceDensity: 19.45,
    });
    expect(answer.count === count || answer.count === null).toBe(true);
    expect(answer.reasoning.length).toBeGreaterThan(0);
    expect(answer.reasoning.every((step: unknown) => typeof step === "string")).toBe(true);
    expect(typeof answer.confidence).toBe("string");
  });

  it("follows the day", async () => {
    expect((await json("nvidia-h100-sxm", "--as-of", "2023-01-01")).class).toBeNull();
    expect((await json("nvidia-h100-sxm", "--as-of", "2023-11-17")).class).toBe("3A090.a");
    expect((await json("nvidia-t4", "--as-of", "2026-10-01")).class).toBe("none");
  });

  it("needs no policy, and says why in words", async () => {
    const { status, stdout } = await landfall("classify", "p5.48xlarge", "--as-of", "2026-10-01");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^p5\.48xlarge carries 8 × nvidia-h100-sxm\.\nNVIDIA H100 .*: 3A090\.a as of 2026-10-01\n/,
    );
    expect(stdout).toContain("Die area: 814 mm²");
  });

  it.each([
    ["p5.48xlarg", 'did you mean "p5.48xlarge"?'],
    ["h200", "nvidia-h200"],
    ["m7i.large", "is not in the catalogue; expected an accelerator id or a machine type"],
    ["", '"" is not in the catalogue'],
    ["\u001b[2J", '"\\u001b[2J" is not in the catalogue'],
    ["__proto__", '"__proto__" is not in the catalogue'],
  ])("%j is unknown", async (name, expected) => {
    expect(problemOf(await landfall("classify", name, "--format", "json"))).toContain(expected);
  });
});

describe("rules", () => {
  it("lists every rule, and which are not judged", async () => {
    const { status, stdout } = await landfall("rules");
    expect(status).toBe(0);
    for (const id of ruleIds) expect(stdout).toContain(id);
    expect(stdout).toContain("15 CFR 742.6(a)(6)(iii)");
  });

  it("lists those in force on a day, as JSON", async () => {
    const idsOn = async (...args: string[]) =>
      JSON.parse((await landfall("rules", "--format", "json", ...args)).stdout).map(
        ({ id }: { id: string }) => id,
      );
    expect(await idsOn()).toEqual(rules.map(({ id }) => id));
    expect(await idsOn("--as-of", "2022-10-06")).not.toContain("us-ear/zone-a");
    expect(await idsOn("--as-of", "2026-07-09")).not.toContain("us-ear/uae");
    expect(await idsOn("--as-of", "2026-07-10")).toContain("us-ear/uae");
  });
});

describe("rules of a day, in words", () => {
  const on = async (asOf: string) => (await landfall("rules", "--as-of", asOf)).stdout;

  it("say since when each is in force, when it changed last and how it stands", async () => {
    expect(await on("2023-06-01")).toMatch(
      /us-ear\/zone-a +block +since 2022-10-07, last changed on 2023-01-18\n/,
    );
    expect(await on("2023-11-17")).toMatch(/us-ear\/zone-a +block +since 2023-11-17\n/);
    expect(await on("2026-10-01")).toMatch(
      /us-ear\/worldwide-a +warn +since 2025-01-13, last changed on 2026-05-12, unenforced\n/,
    );
  });

  it("say which are not in force yet", async () => {
    const text = await on("2024-01-01");
    expect(text).toMatch(/Not yet in force on 2024-01-01: .*us-ear\/uae \(from 2026-07-10\)/s);
    expect(text).not.toMatch(/^us-ear\/uae/m);
    expect(await on("2027-01-01")).not.toContain("Not yet in force");
  });
});

describe("explain", () => {
  it("prints the history as a table", async () => {
    const { stdout } = await landfall("explain", "us-ear/worldwide-a");
    expect(stdout).toContain("| From | To | What changed | State | Source | Confidence |");
    expect(stdout).toMatch(
      /^\| 2025-05-13 \| 2026-02-02 \| BIS announces .* \| unenforced \| \[BIS announcement/m,
    );
  });

  it.each(rules.map(({ id }) => id))("%s", async (id) => {
    const { status, stdout } = await landfall("explain", id);
    expect(status).toBe(0);
    expect(stdout).toContain(`# ${id}`);
    const json = JSON.parse((await landfall("explain", id, "--format", "json")).stdout);
    expect(json).toMatchObject({ id, title: expect.any(String), remedy: expect.any(String) });
  });

  it("prints proposed law too, which is no rule", async () => {
    const { status, stdout } = await landfall("explain", "chip-security-act");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^# chip-security-act\n\n\*\*Chip Security Act\*\* \(H\.R\. 3447, S\. 1705\): not law/,
    );
    expect(stdout).toContain("## What is not known");
    const json = JSON.parse((await landfall("explain", "chip-security-act", "--format", "json")).stdout);
    expect(json).toMatchObject({ id: "chip-security-act", bills: ["H.R. 3447", "S. 1705"] });
  });

  it("lists the ceilings of a rule", async () => {
    const { stdout } = await landfall("explain", "us-ear/worldwide-a");
    expect(stdout).toMatch(/^\| 2025-01-13 \| today \| 26,900,000 TPP a year for one ultimate consignee/m);
    expect((await landfall("explain", "us-ear/zone-a")).stdout).not.toContain("## Ceilings");
  });

  it("of a rule on data names the law behind boundaries", async () => {
    const { stdout } = await landfall("explain", "residency/at-rest");
    expect(stdout).toMatch(/\| [^|]*Germany[^|]* \| \[GDPR[^|]*\]\(https:[^|]* \| [^|]*\. \| medium \|/);
    const json = JSON.parse((await landfall("explain", "residency/keys", "--format", "json")).stdout);
    expect(json.regimes).toContainEqual(expect.objectContaining({ countries: "RU" }));
    expect((await landfall("explain", "us-ear/uae")).stdout).not.toContain("GDPR");
  });

  it("is set for a terminal, and Markdown elsewhere", async () => {
    const { stdout } = await onTerminal({ columns: 80 }, () => landfall("explain", "us-ear/zone-a"));
    const text = stripVTControlCharacters(stdout);
    expect(stdout).toContain("\u001b[1mus-ear/zone-a\u001b[22m\n");
    expect(text).not.toMatch(/^[#|]|\]\(http|\*\*/m);
    expect(text.split("\n").filter((line) => line.length > 80 && !line.includes("http"))).toEqual([]);
    expect(text).toContain(
      "15 CFR 742.6(a)(6)(iii)(A)\n  <https://www.ecfr.gov/current/title-15/section-742.6>",
    );
    await onTerminal({ columns: 80 }, () => landfall("explain", "us-ear/zone-a", "--output", "zone-a.md"));
    expect(readFileSync("zone-a.md", "utf8")).toMatch(/^# us-ear\/zone-a\n/);
  });

  it("of an unknown rule is no verdict", async () => {
    const problem = problemOf(await landfall("explain", "us-ear/zone"));
    expect(problem).toContain('"us-ear/zone" is not a rule; expected one of us-ear/zone-a, ');
    expect(problem).toContain('did you mean "us-ear/zone-a" or "us-ear/zone-b"?');
  });
});

describe("init", () => {
  it("writes a policy that loads", async () => {
    const { status, stdout } = await landfall("init");
    expect(status).toBe(0);
    expect(stdout).toContain("Wrote landfall.yaml.");
    expect(loadPolicy("landfall.yaml").organization.headquarters).toBe("MY");
  });

  it("never overwrites one", async () => {
    write("landfall.yaml", "mine");
    expect(problemOf(await landfall("init"))).toContain("landfall.yaml cannot be written: it exists already");
    expect(readFileSync("landfall.yaml", "utf8")).toBe("mine");
  });

  it("writes elsewhere, but into no missing directory", async () => {
    expect((await landfall("init", "--output", "p.yaml")).status).toBe(0);
    expect(problemOf(await landfall("init", "--output", "no/p.yaml"))).toContain(
      "no/p.yaml cannot be written: its directory does not exist",
    );
  });
});

describe("help", () => {
  it("names the exit statuses", async () => {
    const { status, stdout, stderr } = await landfall("--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/Exit status:\n {2}0 {2}allowed\n {2}1 {2}blocked.*\n {2}2 {2}no verdict/);
  });

  it.each(["init", "check", "classify", "rules", "explain", "impact"])(
    "of %s has an example",
    async (command) => {
      const { status, stdout } = await landfall("help", command);
      expect(status).toBe(0);
      expect(stdout).toMatch(new RegExp(`Example:\\n {2}\\$ landfall ${command}`));
      expect((await landfall(command, "--help")).stdout).toBe(stdout);
    },
  );

  it("of no command is an error, with what was meant", async () => {
    expect(problemOf(await landfall("help", "chekc"))).toMatch(
      /^"chekc" is not a command; expected one of init, .*; did you mean "check"\?$/,
    );
  });

  it("and the version are no errors", async () => {
    const { status, stdout } = await landfall("--version");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it("an error is one line, but broken between words for a terminal", async () => {
  const wrong = () => landfall("explain", "us-aer/zone-a");
  const { stderr } = await wrong();
  const shown = (await onTerminal({ columns: 60 }, wrong)).stderr;
  expect(stderr.split("\n")).toHaveLength(2);
  expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(shown.replace(/\s+/g, " ")).toBe(stderr.replace(/\s+/g, " "));
});

it("problems of a policy stay apart on a terminal", async () => {
  write("landfall.yaml", "version: 1\norganization: { name: A, headquarters: MYS }\nacces: cloud\n");
  const { stderr } = await onTerminal({ columns: 60 }, () => landfall("check"));
  const [, ...problems] = stderr.trimEnd().split(/\n {2}(?! )/);
  expect(problems.map((text) => text.split(" ")[0])).toEqual(["organization.headquarters", "acces"]);
  expect(problems[1]).toMatch(/\n {4}\S/);
});

it("run answers a status and never throws", async () => {
  const spy = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  await expect(run(["check", "--policy", "\0"])).resolves.toBe(2);
  spy.mockRestore();
});
