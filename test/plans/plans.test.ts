import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { definePolicy, InputError, type PolicyInput } from "landfall";
import { type Result, resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";

/** What a plan should give, written from the contract by hand. */
interface Expected {
  readonly title: string;
  readonly policy: PolicyInput;
  /** `none`: no verdict can be given, exit status 2. */
  readonly verdict: "allowed" | "blocked" | "none";
  /** All that block, and every other that matters. An address that ends with `*` covers what is inside. */
  readonly findings: readonly ExpectedFinding[];
  /** All. */
  readonly placements: readonly ExpectedPlacement[];
}

interface ExpectedFinding {
  /** Two parted by `|` where the plan cannot tell them apart. */
  readonly rule: string;
  readonly address: string;
  readonly level: string;
}

interface ExpectedPlacement {
  readonly address: string;
  /** `*` where the plan leaves the accelerator open. */
  readonly accelerator: string;
  readonly count: number | null;
  readonly country: string | null;
}

const cases = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, expected: expectedOf(name) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

describe("real plans", () => {
  it("are many, and many of them harmless", () => {
    expect(cases.length).toBeGreaterThanOrEqual(45);
    expect(cases.filter(({ expected }) => expected.verdict === "allowed").length).toBeGreaterThanOrEqual(16);
  });

  it("name no path of the machine they were made on", () => {
    const named = cases.filter(({ name }) => /"[^"]*\/(tmp|home|root|Users|opt)\//.test(planText(name)));
    expect(named.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(cases)("$name: $expected.title", ({ name, expected }) => {
  if (expected.verdict === "none") {
    it("gets no verdict", () => {
      expect(() => judged(name, expected.policy)).toThrow(InputError);
    });
    return;
  }

  it(`is ${expected.verdict}, for the reasons expected`, () => {
    const { verdict, findings } = judged(name, expected.policy);
    const found = findings.map(({ rule, address, level }) => ({ rule, address, level }));
    const missing = expected.findings.filter((one) => !found.some((finding) => isSameFinding(one, finding)));
    const unexpected = found.filter(
      (finding) => finding.level === "block" && !expected.findings.some((one) => isSameFinding(one, finding)),
    );
    expect({ verdict, missing, unexpected }).toEqual({
      verdict: expected.verdict,
      missing: [],
      unexpected: [],
    });
  });

  it("places what is expected", () => {
    const placements = judged(name, expected.policy).placements.map(
      ({ address, accelerator, count, location }) => ({
        address,
        accelerator,
        count,
        country: location.country,
      }),
    );
    const missing = expected.placements.filter(
      (one) => !placements.some((found) => isSamePlacement(one, found)),
    );
    const unexpected = placements.filter(
      (found) => !expected.placements.some((one) => isSamePlacement(one, found)),
    );
    expect({ missing, unexpected, number: placements.length }).toEqual({
      missing: [],
      unexpected: [],
      number: expected.placements.length,
    });
  });
});

function judged(name: string, policy: PolicyInput): Result {
  const { estate, inputs } = readInputs([planPath(name)]);
  return resultOf(estate, inputs, definePolicy(policy));
}

function isSameFinding(expected: ExpectedFinding, found: ExpectedFinding): boolean {
  return (
    expected.rule.split("|").includes(found.rule) &&
    expected.level === found.level &&
    isSameAddress(expected.address, found.address)
  );
}

function isSamePlacement(expected: ExpectedPlacement, found: ExpectedPlacement): boolean {
  return (
    isSameAddress(expected.address, found.address) &&
    (expected.accelerator === "*" || expected.accelerator === found.accelerator) &&
    expected.count === found.count &&
    expected.country === found.country
  );
}

function isSameAddress(expected: string, found: string): boolean {
  return expected.endsWith("*") ? found.startsWith(expected.slice(0, -1)) : expected === found;
}

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(__dirname, name, "expected.json"), "utf8"));
}

function planPath(name: string): string {
  return join(__dirname, name, "plan.json");
}

function planText(name: string): string {
  return existsSync(planPath(name)) ? readFileSync(planPath(name), "utf8") : "";
}
