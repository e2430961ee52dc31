import fc from "fast-check";
import type { Placement } from "../../lib/inventory/placement";
import type { Finding } from "../../lib/policy/finding";
import { judge } from "../../lib/policy/judge";
import { LEVELS, type Level } from "../../lib/policy/levels";
import type { Authorization, Policy, Waiver } from "../../lib/policy/policy";
import { RULE_IDS, ruleIds } from "../../lib/policy/rule-ids";
import { permit, placed, policyOf, waiverOf } from "../rules/helpers";

const CHIPS = ["nvidia-h100-sxm", "nvidia-h200-sxm", "nvidia-l40", "nvidia-h20", "nvidia-t4"];
const COUNTRIES = ["US", "DE", "MY", "BH", "AE", "CN"];
const NAMES = ["Org", "User"];
const SATISFIABLE = ["us-ear/zone-a", "us-ear/zone-b", "us-ear/headquarters-a", "us-ear/uae", "org/country"];
const DAYS = ["2022-06-01", "2023-03-01", "2025-02-01", "2026-07-09", "2026-11-23"];

const count = fc.option(fc.integer({ min: 0, max: 64 }), { nil: null, freq: 8 });
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

const placement: fc.Arbitrary<Placement> = fc
  .record({
    chips: fc.oneof(
      { weight: 12, arbitrary: some(CHIPS) },
      { weight: 1, arbitrary: fc.constant("any" as const) },
    ),
    country: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...COUNTRIES) },
      { weight: 5, arbitrary: some(COUNTRIES) },
      { weight: 1, arbitrary: fc.constant("any" as const) },
    ),
    address: fc.constantFrom("a", "b", "module.m.a", "module.m.b[0]"),
    stack: fc.constantFrom("eu-one", "us-one"),
    count,
    exists: fc.boolean(),
    assumed: fc.subarray(["x"]),
  })
  .map(({ chips, country, ...change }) =>
    placed(chips, country, {
      ...change,
      // What does not exist in sight is there because a default says so.
      assumed: change.exists ? change.assumed : ["x"],
      problem:
        chips === "any" ? { rule: "gate/unresolved", what: "machine", why: "it is chosen later" } : null,
    }),
  );

const authorization = (reference: string): fc.Arbitrary<Authorization> =>
  fc
    .record(
      {
        satisfies: some(SATISFIABLE),
        accelerators: some([...CHIPS, "3A090.a", "3A090.b"]),
        countries: some(COUNTRIES),
        recipients: some(NAMES),
        maxAccelerators: fc.integer({ min: 1, max: 128 }),
        validUntil: fc.constantFrom("2024-01-01", "2027-12-31"),
      },
      { requiredKeys: ["satisfies", "validUntil"] },
    )
    .map((limits) => ({ ...permit("us-ear/zone-a"), reference, ...limits }) as Authorization);

const waiver: fc.Arbitrary<Waiver> = fc
  .record({
    rule: fc.constantFrom("us-ear/zone-a", "us-ear/uae", "gate/unresolved"),
    address: fc.constantFrom("a", "module.m"),
    stack: fc.constantFrom("*", "eu-*"),
    expires: fc.constantFrom("2024-01-01", "2027-12-31"),
  })
  .map((terms) => waiverOf(terms.rule, terms.address, terms) as Waiver);

const headquarters = fc.constantFrom("US", "MY", "CN");
const level: fc.Arbitrary<Level> = fc.constantFrom(...LEVELS);

const policy: fc.Arbitrary<Policy> = fc
  .record({
    own: headquarters,
    theirs: fc.option(headquarters, { nil: null }),
    authorizations: fc.tuple(authorization("one"), authorization("two"), authorization("three")),
    many: fc.integer({ min: 0, max: 3 }),
    waivers: fc.array(waiver, { maxLength: 2 }),
    rules: fc.dictionary(fc.constantFrom(...ruleIds), level, { maxKeys: 2 }),
    asOf: fc.constantFrom(...DAYS),
    deny: fc.subarray(COUNTRIES, { maxLength: 1 }),
  })
  .map(({ own, theirs, authorizations, many, waivers, rules, asOf, deny }) => ({
    ...policyOf({ asOf, organization: { name: "Org", headquarters: own } }),
    endUsers: theirs === null ? [] : [{ name: "User", headquarters: theirs }],
    countries: { allow: null, deny },
    authorizations: authorizations.slice(0, many),
    waivers,
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, one]) => [id, { level: one, until: "2027-12-31" }]),
    ),
  }));

const placements = fc.array(placement, { maxLength: 6 });

const findings = (policy: Policy, placements: readonly Placement[]) =>
  judge({ placements, opaque: [] }, policy).findings;
const isDebt = ({ rule }: Finding) => rule.startsWith("policy/");
const identity = ({ rule, stack, address, message, subject, location }: Finding) =>
  JSON.stringify([rule, stack, address, message, subject, location]);
const blocking = (list: readonly Finding[]) =>
  list.filter((finding) => finding.level === "block" && !isDebt(finding)).map(identity);

/** The first is a part of the second, however often each occurs. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const left = [...whole];
  return part.every((one) => {
    const at = left.indexOf(one);
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

const insert = <T>(list: readonly T[], at: number, one: T) => list.toSpliced(at % (list.length + 1), 0, one);
const RUNS = { numRuns: 150 };

describe("judging", () => {
  it("blocks nothing new but policy/* when an authorization is added, wherever in the list", () => {
    fc.assert(
      fc.property(policy, placements, authorization("new"), fc.nat(), (before, placements, one, at) => {
        const after = { ...before, authorizations: insert(before.authorizations, at, one) };
        expect(isPartOf(blocking(findings(after, placements)), blocking(findings(before, placements)))).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  it("blocks nothing new but policy/* when a waiver is added", () => {
    fc.assert(
      fc.property(policy, placements, waiver, fc.nat(), (before, placements, one, at) => {
        const after = { ...before, waivers: insert(before.waivers, at, one) };
        expect(isPartOf(blocking(findings(after, placements)), blocking(findings(before, placements)))).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  it("never lowers the verdict when a level is raised", () => {
    fc.assert(
      fc.property(policy, placements, fc.constantFrom(...ruleIds), level, (given, placements, id, raised) => {
        const until = "2027-12-31";
        const was = given.rules[id]?.level ?? RULE_IDS[id];
        fc.pre(LEVELS.indexOf(raised) > LEVELS.indexOf(was));
        // A finding that a raised level creates can be what a waiver was for; leave waivers out.
        const before = { ...given, waivers: [] };
        const after = { ...before, rules: { ...before.rules, [id]: { level: raised, until } } };
        const strictness = (list: readonly Finding[]) =>
          Math.max(-1, ...list.map((one) => LEVELS.indexOf(one.level)));
        expect(strictness(findings(after, placements))).toBeGreaterThanOrEqual(
          strictness(findings(before, placements)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("finds the same in whatever order placements come", () => {
    const shuffled = placements.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(policy, shuffled, (policy, [one, other]) => {
        const sorted = (list: readonly Placement[]) =>
          findings(policy, list)
            .map((f) => JSON.stringify(f))
            .sort();
        expect(sorted(other)).toEqual(sorted(one));
      }),
      RUNS,
    );
  });

  it("never lets an authorization satisfy more accelerators than it grants", () => {
    fc.assert(
      fc.property(policy, placements, (policy, placements) => {
        const found = findings(policy, placements);
        for (const { reference, maxAccelerators } of policy.authorizations) {
          if (maxAccelerators === undefined) continue;
          const served = placements.filter((placement) =>
            found.some(
              ({ address, stack, subject, location, satisfiedBy }) =>
                satisfiedBy !== undefined &&
                "authorizations" in satisfiedBy &&
                satisfiedBy.authorizations.includes(reference) &&
                address === placement.address &&
                stack === placement.stack &&
                location === placement.place.location &&
                "count" in subject,
            ),
          );
          expect(served.every(({ count }) => count !== null)).toBe(true);
          expect(served.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBeLessThanOrEqual(
            maxAccelerators,
          );
        }
        expect(found.every(({ level, satisfiedBy }) => satisfiedBy === undefined || level === "note")).toBe(
          true,
        );
      }),
      { numRuns: 80 },
    );
  });

  it("reports an authorization that would have been enough for fewer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.array(count, { minLength: 1, maxLength: 6 }),
        (most, counts) => {
          const authorizations = [permit("us-ear/zone-a", { maxAccelerators: most })];
          const racks = counts.map((count, i) =>
            placed("nvidia-h100-sxm", "BH", { address: `r${i}`, count }),
          );
          const found = findings(policyOf({ authorizations }), racks);
          const total = counts.includes(null)
            ? Number.POSITIVE_INFINITY
            : counts.reduce<number>((a, b) => a + (b ?? 0), 0);
          const levels = new Set(found.filter((one) => !isDebt(one)).map(({ level }) => level));
          expect([...levels]).toEqual([total > most ? "block" : "note"]);
          expect(found.some(isDebt)).toBe(total > most);
        },
      ),
    );
  });

  it("blocks whatever blocked when a placement is added", () => {
    fc.assert(
      fc.property(policy, placements, placement, (policy, placements, one) => {
        expect(
          isPartOf(blocking(findings(policy, placements)), blocking(findings(policy, [...placements, one]))),
        ).toBe(true);
      }),
      RUNS,
    );
  });
});
