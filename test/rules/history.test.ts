import { rules } from "../../lib/rules";
import { historyOf, historyRowOn } from "../../lib/rules/history";
import type { Stretch } from "../../lib/rules/rule";
import { worldwideA } from "../../lib/rules/us-ear/worldwide-a";

const stretch = (change: Partial<Stretch>): Stretch => ({
  from: "2025-01-01",
  to: null,
  says: "It.",
  ...change,
});

describe("the history of a rule", () => {
  it("has a row for each stretch and each change, each until the eve of the next", () => {
    const history = [
      stretch({ to: "2025-12-31", changes: [{ on: "2025-03-01", says: "Amended.", state: "unenforced" }] }),
      stretch({ from: "2026-02-01", state: "stayed" }),
    ];
    expect(historyOf({ history }).map(({ from, to, state }) => [from, to, state])).toEqual([
      ["2025-01-01", "2025-02-28", "in force"],
      ["2025-03-01", "2025-12-31", "unenforced"],
      ["2026-02-01", null, "stayed"],
    ]);
    expect(historyRowOn({ history }, "2024-12-31")).toBeUndefined();
    expect(historyRowOn({ history }, "2025-03-01")?.says).toBe("Amended.");
    expect(historyRowOn({ history }, "2026-01-15")).toBeUndefined();
    expect(historyRowOn({ history }, "2030-01-01")?.state).toBe("stayed");
  });

  it("keeps a state until another is said", () => {
    expect(historyOf(worldwideA).map(({ from, state }) => [from, state])).toEqual([
      ["2025-01-13", "in force"],
      ["2025-05-13", "unenforced"],
      ["2026-02-03", "unenforced"],
      ["2026-05-12", "unenforced"],
    ]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("of %s has no overlaps", (_, rule) => {
    const rows = historyOf(rule);
    for (const [i, { to }] of rows.entries()) {
      const next = rows[i + 1];
      if (next !== undefined) expect((to ?? "9999") < (next.from ?? "")).toBe(true);
    }
  });
});
