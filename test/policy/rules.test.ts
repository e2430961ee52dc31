import { activeLevel, isLower, LEVELS, type Level } from "../../lib/policy/levels";
import type { RuleSetting } from "../../lib/policy/policy";
import { isBuiltIn, RULE_IDS, ruleIds } from "../../lib/policy/rule-ids";
import { issuesOf, load } from "./helpers";

const lowered: RuleSetting = {
  level: "warn",
  reason: "a reason that is long enough",
  approvedBy: "N. Name",
  until: "2026-12-31",
};

describe("rule ids", () => {
  it("are those of the contract", () => {
    expect(ruleIds).toHaveLength(24);
    expect(ruleIds.filter((id) => RULE_IDS[id] === "warn")).toEqual([
      "us-ear/worldwide-a",
      "us-ear/red-flags",
      "my-sta/transfer",
    ]);
  });

  it.each(["", "us-ear", "constructor", "__proto__", "us-ear/zone-A"])("do not include %j", (id) => {
    expect(isBuiltIn(id)).toBe(false);
  });
});

describe("levels", () => {
  it("are ordered note, warn, block", () => {
    const pairs = LEVELS.flatMap((a) => LEVELS.map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => isLower(a, b))).toEqual([
      ["note", "warn"],
      ["note", "block"],
      ["warn", "block"],
    ]);
  });

  const active = (setting: RuleSetting | undefined, standard: Level, asOf: string) =>
    activeLevel(setting, standard, asOf);

  it("are the default's without a setting", () => {
    expect(active(undefined, "warn", "2026-01-01")).toEqual({ level: "warn", expired: false });
  });

  it("are lowered up to the last day, and no longer", () => {
    expect(active(lowered, "block", "2026-12-31")).toEqual({ level: "warn", expired: false });
    expect(active(lowered, "block", "2027-01-01")).toEqual({ level: "block", expired: true });
  });

  it("stay raised after it", () => {
    expect(active({ ...lowered, level: "block" }, "warn", "2030-01-01")).toEqual({
      level: "block",
      expired: false,
    });
  });

  it("do not expire where the case's own default is as low", () => {
    expect(active(lowered, "warn", "2030-01-01")).toEqual({ level: "warn", expired: false });
  });

  it("are not lowered without a last day", () => {
    expect(active({ level: "note" }, "warn", "2026-01-01")).toEqual({ level: "warn", expired: true });
  });
});

describe("settings", () => {
  it("raise with nothing more, and set the default", () => {
    expect(
      load("rules: { us-ear/worldwide-a: { level: block }, us-ear/uae: { level: block } }").rules,
    ).toEqual({
      "us-ear/worldwide-a": { level: "block" },
      "us-ear/uae": { level: "block" },
    });
  });

  it("lower with reason, approver and last day", () => {
    expect(load(`rules: { us-ear/uae: ${JSON.stringify(lowered)} }`).rules["us-ear/uae"]).toEqual(lowered);
  });

  it("say all that is missing to lower", () => {
    expect(issuesOf("rules: { us-ear/worldwide-a: { level: note } }")).toEqual([
      "rules.us-ear/worldwide-a.reason: missing; lowering us-ear/worldwide-a from warn to note needs a reason of 20 characters or more",
      "rules.us-ear/worldwide-a.approvedBy: missing; lowering us-ear/worldwide-a from warn to note needs the name of the person who approves",
      "rules.us-ear/worldwide-a.until: missing; lowering us-ear/worldwide-a from warn to note needs the last day it holds",
    ]);
  });

  it("count the reason without the blanks around it", () => {
    const setting = JSON.stringify({ ...lowered, reason: "   nineteen characters      " });
    expect(issuesOf(`rules: { us-ear/uae: ${setting} }`)).toEqual([
      'rules.us-ear/uae.reason: lowering us-ear/uae from block to warn needs a reason of 20 characters or more, got the text "nineteen characters"',
    ]);
  });

  it("cannot be looked up by what every object inherits", () => {
    expect(load().rules["constructor"]).toBeUndefined();
    expect(load().known["toString"]).toBeUndefined();
  });
});
