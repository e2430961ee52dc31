import { ruleIds } from "../../lib/policy/rule-ids";
import { type Rule, rules, stretchOn } from "../../lib/rules";
import { scenarios } from "../../lib/rules/scenarios";
import { sources } from "../../lib/rules/sources";

/** Stretches and the changes within them. */
const historyOf = ({ history }: Rule) => history.flatMap((stretch) => [stretch, ...(stretch.changes ?? [])]);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe("the rule set", () => {
  const ids: string[] = rules.map(({ id }) => id);

  it("has every id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("judges every id of the contract", () => {
    expect([...ids].sort()).toEqual([...ruleIds].sort());
  });

  it("stands in the order of the contract within each kind", () => {
    const order = (list: readonly string[]) => list.map((id) => ruleIds.indexOf(id as never));
    const law = ids.filter((id) => id.startsWith("us-ear/"));
    expect(order(law)).toEqual(order(law).toSorted((a, b) => a - b));
  });

  it("cites every source it lists", () => {
    const cited = new Set(
      [...rules.flatMap((rule) => [rule, ...historyOf(rule)]), ...scenarios]
        .flatMap(({ citations = [] }) => citations)
        .map(({ cite }) => cite),
    );
    expect(Object.keys(sources).filter((key) => !cited.has(key))).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const law = id.startsWith("us-ear/") || id.startsWith("my-sta/");

  it("reads well", () => {
    expect(rule.title.length).toBeLessThan(130);
    expect(rule.title).toMatch(/^[A-Z0-9].*[^.]$/);
    for (const text of [rule.explanation, rule.remedy]) expect(text).toMatch(/^[A-Z0-9].*\.$/s);
    for (const { says } of historyOf(rule)) expect(says).toMatch(/\.$/);
    expect(rule.explanation.split(". ").length).toBeLessThanOrEqual(5);
  });

  it("has a history in order, without overlaps", () => {
    expect(rule.history.length).toBeGreaterThan(0);
    for (const [i, { from, to }] of rule.history.entries()) {
      if (from !== null) expect(from).toMatch(DAY);
      if (to !== null) expect(to).toMatch(DAY);
      expect((from ?? "") <= (to ?? "9999")).toBe(true);
      const next = rule.history[i + 1];
      if (next !== undefined) expect((to ?? "9999") < (next.from ?? "")).toBe(true);
    }
    expect(rule.history.at(-1)?.to).toBeNull();
  });

  it("has its changes in order, each within its stretch", () => {
    for (const { from, to, changes = [] } of rule.history) {
      const days = changes.map(({ on }) => on);
      expect(days).toEqual([...new Set(days)].sort());
      for (const day of days) {
        expect(day).toMatch(DAY);
        expect((from ?? "") < day && day <= (to ?? "9999")).toBe(true);
      }
    }
  });

  it("has a source and a confidence for everything in its history that is law", () => {
    for (const { citations = [], confidence } of historyOf(rule)) {
      expect(citations.length > 0).toBe(law);
      expect(confidence !== undefined).toBe(law);
    }
  });

  it("finds the stretch of a day", () => {
    const first = rule.history[0]?.from ?? null;
    expect(stretchOn(rule, "2026-11-23")).toBe(rule.history.at(-1));
    expect(stretchOn(rule, "2000-01-01")).toBe(first === null ? rule.history[0] : undefined);
  });

  it("cites law, and only law", () => {
    expect(rule.citations.length > 0).toBe(law);
    expect(rule.verification === "own").toBe(!law);
    expect(rule.history.every(({ from }) => (from === null) === !law)).toBe(true);
    for (const { cite, url } of rule.citations) {
      expect(cite).toMatch(/\d/);
      expect(new URL(url).protocol).toBe("https:");
    }
    expect(new Set(rule.citations.map(({ cite }) => cite)).size).toBe(rule.citations.length);
  });

  it("shows what it blocks and what it allows", () => {
    expect(rule.examples.blocked.length).toBeGreaterThan(0);
    expect(rule.examples.allowed.length).toBeGreaterThan(0);
  });
});
