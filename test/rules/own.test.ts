import * as fc from "fast-check";
import { defineRule, type OwnRuleInput, rulePage, totalsByCountry } from "landfall/rules";
import { checkRule } from "../../lib/rules/define";
import { exampleProblems } from "../../lib/testing";
import { instance, placed } from "./helpers";

const input: OwnRuleInput = {
  id: "acme/no-israel",
  level: "block",
  judges: "placement",
  title: "No accelerators in Israel",
  explanation: "The board says so.",
  remedy: "Choose another country.",
  judge: ({ country }, { policy }) =>
    country === "IL" ? { message: `${policy.organization.name} does not.` } : undefined,
  examples: {
    blocked: [{ title: "Tel Aviv", policy: {}, configuration: instance("il-central-1", "g4dn.xlarge") }],
    allowed: [{ title: "Frankfurt", policy: {}, configuration: instance("eu-central-1", "g4dn.xlarge") }],
  },
};

describe("defineRule", () => {
  it("fills in what is not law", () => {
    expect(defineRule(input)).toMatchObject({
      verification: "own",
      citations: [],
      history: [{ from: null, to: null, says: "The organization's own rule; it holds on every day." }],
    });
  });

  it("names what is wrong, with the value and what was expected", () => {
    const wrong = { ...input, level: "fatal", titles: "x", examples: { blocked: [], allowed: [{}] } };
    expect(() => defineRule(wrong as never)).toThrow(TypeError);
    const { problems } = checkRule(wrong);
    expect(problems.join("\n")).toContain('level: expected one of note, warn, block, got the text "fatal"');
    expect(problems.join("\n")).toContain("examples.blocked: expected at least one entry, got an empty list");
    expect(problems.join("\n")).toContain("examples.allowed[0].title: missing");
    expect(problems.join("\n")).toContain('did you mean "title"?');
  });

  it("takes a history in order only", () => {
    const stretch = (from: string, to: string | null) => ({ from, to, says: "Decided." });
    const problemsOf = (...history: object[]) => checkRule({ ...input, history }).problems;
    expect(problemsOf(stretch("2026-01-01", "2026-05-31"), stretch("2026-06-01", null))).toEqual([]);
    expect(problemsOf(stretch("2026-06-01", "2026-05-31"))).toEqual([
      'history[0].to: expected 2026-06-01 or later, got the text "2026-05-31"',
    ]);
    expect(problemsOf(stretch("2026-01-01", null), stretch("2026-06-01", null))).toHaveLength(1);
  });

  it("takes anything without an error of another kind", () => {
    const parts = fc.record({ judges: fc.anything(), history: fc.anything(), judge: fc.anything() });
    const like = parts.map((some) => ({ ...input, ...some }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), like), (value) => {
        const { rule, problems } = checkRule(value);
        expect(rule === undefined).toBe(problems.length > 0);
      }),
    );
  });
});

describe("what comes with a rule", () => {
  it("is a page like those of the built-in rules", () => {
    const page = rulePage(defineRule(input));
    expect(page).toContain("# acme/no-israel\n\n**No accelerators in Israel.** Default level: `block`.");
    expect(page).toContain("### Blocked: Tel Aviv");
  });

  it("is a test of its examples, which fails where they do not hold", () => {
    expect(exampleProblems(defineRule(input))).toEqual([]);
    const { blocked, allowed } = input.examples;
    const swapped = defineRule({ ...input, examples: { blocked: allowed, allowed: blocked } });
    expect(exampleProblems(swapped)).toEqual([
      'acme/no-israel does not block "Frankfurt"',
      'acme/no-israel blocks "Tel Aviv": Example Compute Inc. does not.',
    ]);
  });
});

describe("totals by country", () => {
  const total = (accelerators: number | null) => ({ accelerators, tpp: expect.anything() });
  const of = (...countries: (string | string[])[]) =>
    totalsByCountry(
      countries.map((country, i) => ({
        placement: placed("nvidia-t4", country, { address: `site_rack.gpu_${i}` }),
        kinds: [{ accelerator: "nvidia-t4", class: "none", tpp: 520 }],
      })),
    );

  it("count what may stand in several countries in each", () => {
    expect(of("DE", "DE", ["DE", "FR"])).toEqual([
      { country: "DE", total: total(24) },
      { country: "FR", total: total(8) },
    ]);
  });

  it("count what may stand anywhere everywhere, and by itself", () => {
    expect(of("DE", "any", "any")).toEqual([
      { country: "DE", total: total(24) },
      { country: null, total: total(16) },
    ]);
    expect(of("any")).toEqual([{ country: null, total: total(8) }]);
    expect(of()).toEqual([]);
  });
});
