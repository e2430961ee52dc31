import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { definePolicy, type PolicyInput } from "landfall";
import { resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";
import { findRegion } from "../../regions";

interface Case {
  readonly name: string;
  /** Of every region the plan names. */
  readonly countries: readonly string[];
  readonly policy: object;
}

/** Nothing that blocks or warns. */
const REMARKS: Readonly<Record<string, RegExp>> = {
  "091-eks-bahrain": /^note residency\/network: .* guarded by log-in/,
};

/** Those that are innocent of accelerators only: data of theirs stands, or may stand, in another country. */
const ABROAD: Readonly<Record<string, string>> = {
  "073-local-zone-key": "one of its subnets is in Hanoi",
  "076-subnet-literal-harmless": "its subnet may be in Hanoi, Bangkok or Manila",
  "080-outpost-known": "its Outpost is in Germany",
};

const REGION = /\b[a-z]{2}(?:-[a-z]+)+-\d\b/g;

/** The plans that give no cause for anything, each with the country it stands in. */
const cases: readonly Case[] = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, expected: read(name, "expected.json") }))
  .filter(({ expected }) => expected.verdict === "allowed" && expected.policy.boundaries === undefined)
  .map(({ name, expected }) => ({ name, countries: countriesOf(name), policy: expected.policy }))
  .filter(({ countries }) => countries.length > 0);

function read(name: string, file: string) {
  return JSON.parse(readFileSync(join(__dirname, name, file), "utf8"));
}

function countriesOf(name: string): string[] {
  const codes = readFileSync(join(__dirname, name, "plan.json"), "utf8").match(REGION) ?? [];
  return [...new Set(codes.flatMap((code) => findRegion("aws", code)?.country ?? []))];
}

describe("innocent plans inside a boundary around their own country", () => {
  it("are many, each in one country", () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(cases.filter(({ countries }) => countries.length === 1).length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases.filter(({ name }) => !Object.hasOwn(ABROAD, name)))("$name gives no finding", (one) => {
    const remark = REMARKS[one.name];
    expect(found(one)).toEqual(remark === undefined ? [] : [expect.stringMatching(remark)]);
  });

  it.each(Object.entries(ABROAD))("%s does, since %s", (name) => {
    const abroad = cases.filter((one) => one.name === name);
    expect(abroad.flatMap(found)).not.toEqual([]);
  });
});

/** What is said of the data of a plan. */
function found({ name, countries, policy }: Case): string[] {
  const boundary = { name: "own", countries, stacks: ["*"], accounts: ["111122223333", "123456789012"] };
  const { estate, inputs } = readInputs([join(__dirname, name, "plan.json")]);
  const drawn = definePolicy({ ...policy, boundaries: [boundary] } as PolicyInput);
  return resultOf(estate, inputs, drawn)
    .findings.filter(({ rule, subject }) => rule.startsWith("residency/") || subject.kind === "data")
    .map(({ rule, level, message }) => `${level} ${rule}: ${message}`);
}
