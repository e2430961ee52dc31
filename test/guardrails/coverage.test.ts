import { readFileSync } from "node:fs";
import { type Control, type ControlName, controls, gaps, guardrails } from "../../lib/guardrails";
import { coverage } from "../../lib/guardrails/coverage";
import { ruleIds } from "../../lib/policy/rule-ids";
import { PAGE, page } from "../../scripts/guardrails-docs";
import { policyOf } from "../rules/helpers";
import { made, OPTIONS } from "./organization";

const names = Object.keys(controls) as ControlName[];

describe("coverage", () => {
  it("has every rule, by a statement at run time or by a recorded gap, and not by both", () => {
    expect(coverage().map(({ rule }) => rule)).toEqual(ruleIds);
    const wrong = coverage().filter((one) => one.controls.length > 0 === (one.gap !== undefined));
    expect(wrong.map(({ rule }) => rule)).toEqual([]);
  });

  it("rests on statements that are generated", () => {
    const generated = new Set(made.flatMap((document) => document.controls));
    expect(names.filter((name) => !generated.has(name))).toEqual([]);
  });

  it("names gaps of every kind of document, and no gap that nothing has", () => {
    const named = new Set(made.flatMap(({ cannotStop }) => cannotStop));
    expect(Object.keys(gaps).filter((gap) => !named.has(gap as keyof typeof gaps))).toEqual([]);
    for (const { cannotStop, rules } of made) {
      expect(cannotStop.length).toBeGreaterThan(1);
      expect(rules.length).toBeGreaterThan(0);
    }
  });

  it.each(names)("has rules for %s", (name) => {
    const { rules, denies }: Control = controls[name];
    expect(rules.length).toBeGreaterThan(0);
    expect(denies).toMatch(/^[a-zA-Z].*[^.]$/s);
  });

  it("is in the documentation as it is; otherwise run `npm run docs`", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(page());
  });
});

describe("what a policy does not give", () => {
  it("says which boundary has no documents, and why", () => {
    const boundaries = [
      { name: "lu", countries: ["LU"] },
      { name: "elsewhere", countries: ["DE"], accounts: ["my-project"] },
      { name: "open", countries: ["DE"] },
    ];
    const { documents, missing } = guardrails(policyOf({ boundaries }), { breakGlassRole: "x" });
    expect(new Set(documents.map(({ boundary }) => boundary))).toEqual(new Set([null, "open"]));
    expect(missing).toEqual([
      expect.stringMatching(/^Boundary "lu" has no documents: no region .* stands in its countries\./),
      'Boundary "elsewhere" has no documents: none of its accounts is one of AWS.',
      expect.stringMatching(/^No resource control policy guards the organization as a whole/),
      expect.stringMatching(/^Boundary "open" has no resource control and endpoint policies of its own/),
    ]);
  });

  it("makes names of words, and distinct", () => {
    const boundaries = ["EU data!", "eu-data", "accelerators", "ж"].map((name) => ({
      name,
      countries: ["DE"],
    }));
    const { documents } = guardrails(policyOf({ boundaries }), { organizationId: "o-a1b2c3d4e5" });
    const all = documents.map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^landfall-[a-z0-9-]+$/);
    expect(all).toEqual(
      expect.arrayContaining([
        "landfall-eu-data-1",
        "landfall-eu-data-2-1",
        "landfall-accelerators-2-1",
        "landfall-boundary-1",
      ]),
    );
  });
});

describe("options", () => {
  it.each([
    "*",
    "break-*",
    "arn:aws:iam::*:role/x",
    "arn:aws:iam::111122223333:user/x",
    "",
    "a b",
    "x/",
    "?",
  ])("refuse the break-glass role %j", (breakGlassRole) => {
    expect(() => guardrails(policyOf(), { breakGlassRole })).toThrow(
      /^the break-glass role ".*" cannot be used; expected/,
    );
  });

  it.each([
    ["break-glass", "arn:aws:iam::*:role/break-glass"],
    ["ops/break-glass", "arn:aws:iam::*:role/ops/break-glass"],
    ["arn:aws:iam::111122223333:role/break-glass", "arn:aws:iam::111122223333:role/break-glass"],
  ])("take the break-glass role %s", (breakGlassRole, pattern) => {
    const { documents } = guardrails(policyOf(), { breakGlassRole });
    for (const { text } of documents) {
      for (const statement of JSON.parse(text).Statement) {
        expect(statement.Condition.ArnNotLike).toEqual({ "aws:PrincipalArn": pattern });
      }
    }
  });

  it("exempt nobody where no role is given", () => {
    for (const { text } of guardrails(policyOf()).documents) expect(text).not.toContain("PrincipalArn");
  });

  it("refuse what is no organization", () => {
    expect(() => guardrails(policyOf(), { organizationId: "*" })).toThrow(
      'the organization "*" cannot be used',
    );
  });
});

describe("the bytes", () => {
  it("are the same again, minified, and within what AWS takes", () => {
    const again = guardrails(
      policyOf({
        boundaries: [
          {
            name: "eu-personal-data",
            countries: ["DE", "FR", "IE"],
            accounts: ["111122223333", "111122224444"],
          },
        ],
      }),
      OPTIONS,
    ).documents;
    expect(again).toEqual(made);
    for (const { text, kind } of made) {
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
      expect(text).toMatch(/^[\x20-\x7e]+$/);
      expect(text).not.toContain("${");
      expect(text.length).toBeLessThanOrEqual(kind === "endpoint-policy" ? 20_480 : 5120);
    }
  });

  it("do not depend on the order of countries and accounts", () => {
    const of = (countries: string[]) =>
      guardrails(policyOf({ boundaries: [{ name: "eu", countries, accounts: ["111122223333"] }] })).documents;
    expect(of(["IE", "DE"])).toEqual(of(["DE", "IE"]));
  });
});
