import type { Finding } from "../../../lib";
import { judge } from "../../../lib/policy/judge";
import { flags } from "../../../lib/rules/us-ear/flags";
import {
  check,
  findingsOn,
  instance,
  my,
  owned,
  placed,
  policyOf,
  said,
  setTo,
  type Terms,
  TODAY,
  us,
  waiverOf,
} from "../helpers";

type Facts = NonNullable<Terms["facts"]>;

const RULE = "us-ear/red-flags";
const H100 = "nvidia-h100-sxm";

/** Where the flags stand, for an H100 in Malaysia. */
function raised(terms: Terms, accelerator = H100, country = "MY"): string[] {
  return flagsIn(findingsOn(accelerator, country, { organization: my, ...terms })).map(
    ({ address }) => address,
  );
}

function flagsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule }) => rule === RULE);
}

/** A fact, the answer that raises a flag and one that does not, how the flag is named, its first day. */
const ANSWERS: readonly (readonly [keyof Facts, unknown, unknown, string, string])[] = [
  ["fitsBusiness", false, true, "Red flag 2 ", "2022-10-07"],
  ["businessBackground", false, true, "Red flag 4 ", "2022-10-07"],
  ["deliveryAddress", "remote", "business", "Red flag 8 ", "2022-10-07"],
  ["deliveryAddress", "freight-forwarder", "business", "Red flag 9 ", "2022-10-07"],
  ["destinationStated", false, true, "Red flag 12 ", "2022-10-07"],
  ["suppliesSupercomputers", true, false, "Red flag 17 ", "2023-11-17"],
  ["plansSupercomputer", true, false, "Red flag 18 ", "2023-11-17"],
  ["endUserVerified", false, true, "Red flag 21 ", "2024-12-31"],
  ["tenantsDisclosed", false, true, "Red flag 21 ", "2024-12-31"],
  ["licenseHistoryKnown", false, true, "Red flag 22 ", "2024-12-31"],
  ["leadershipOverlapsListedParty", true, false, "Red flag 24 ", "2024-12-31"],
  ["firstAcceleratorOrder", "2022-10-08", "2022-10-07", "Red flag of BIS guidance", "2025-05-13"],
  ["ordersRoseSharply", true, false, "Red flag of BIS guidance", "2025-05-13"],
  ["deliveryAddress", "residential", "business", "Red flag of BIS guidance", "2025-05-13"],
  ["deliveryAddress", "vague", "business", "Red flag of BIS guidance", "2025-05-13"],
  ["publicPresence", false, true, "Red flag of BIS guidance", "2025-05-13"],
  ["businessCaseShown", false, true, "Red flag of BIS guidance", "2025-05-13"],
  ["siteCapacityShown", false, true, "Red flag of BIS guidance", "2025-05-13"],
  ["intermediary", "unusual", "customary", "Red flag of BIS guidance", "2025-05-13"],
  ["resemblesListedParty", true, false, "Red flag of BIS guidance", "2025-05-13"],
  ["headquartersConfirmed", false, true, "Red flag of BIS guidance", "2025-05-13"],
];

describe(RULE, () => {
  it.each(ANSWERS)("%s: %j is a flag and %j is none", (fact, open, closed, name, from) => {
    const flag = (answer: unknown, asOf = TODAY) =>
      flagsIn(findingsOn(H100, "CN", { facts: { [fact]: answer } as Facts, asOf }));
    expect(flag(open)).toMatchObject([
      {
        level: "warn",
        address: `facts.${fact}`,
        message: expect.stringMatching(`^${name}`),
        effective: { from, to: null },
      },
    ]);
    expect(flag(open)[0]?.message).toContain(`Raised by: ${fact}: ${open}.`);
    expect(flag(closed)).toEqual([]);
    expect(flag(open, from)).toHaveLength(1);
    expect(flag(open, dayBefore(from))).toEqual([]);
  });

  it("raises nothing for a fact that is not stated", () => {
    expect(raised({ endUsers: [] })).toEqual([]);
    expect(raised({ endUsers: [], facts: {} })).toEqual([]);
  });

  it("raises flag 21 where the policy is silent on its end users and something leaves the United States", () => {
    const silent = (country: string | "any") =>
      flagsIn(
        judge({ placements: [placed(H100, country)], opaque: [] }, { ...policyOf(), endUsersStated: false })
          .findings,
      ).map(({ address }) => address);
    expect(silent("MY")).toEqual(["endUsers"]);
    expect(silent("any")).toEqual(["endUsers"]);
    expect(silent("US")).toEqual([]);
  });

  it("names each tenant from Macau or D:5, by its own headquarters or its parent's", () => {
    const endUsers = [
      { name: "Fine", headquarters: "JP" },
      { name: "Direct", headquarters: "HK" },
      { name: "Owned", headquarters: "SG", ultimateParent: { name: "Top", headquarters: "CN" } },
    ];
    expect(raised({ endUsers })).toEqual(["endUsers[1]", "endUsers[2].ultimateParent"]);
    expect(raised({ endUsers, asOf: "2025-05-12" })).toEqual([]);
    const inside = flagsIn(findingsOn(H100, "US", { organization: us, endUsers }));
    expect(inside.map(({ subject }) => subject)).toEqual([
      { kind: "party", party: "Direct", entries: null },
      { kind: "party", party: "Top", entries: null },
    ]);
  });

  it("asks what rented compute trains, and for whom", () => {
    const facts = { modelTraining: true };
    expect(raised({ facts, organization: owned("MY", "CN") })).toEqual(["organization.ultimateParent"]);
    expect(raised({ facts })).toEqual([]);
    expect(raised({ facts: { modelTraining: false }, organization: owned("MY", "CN") })).toEqual([]);
  });

  it("raises flag 28 for parties outside Supp. No. 5 para. (a), since the AI Diffusion rule", () => {
    const facts = { controlledWeights: true };
    expect(raised({ facts })).toEqual(["organization"]);
    expect(raised({ facts, organization: { name: "Example", headquarters: "JP" } })).toEqual([]);
    expect(raised({ facts, asOf: "2025-01-13" })).toEqual(["organization"]);
    expect(raised({ facts, asOf: "2025-01-12" })).toEqual([]);
  });

  describe("PRC-designed chips", () => {
    const ascends = ["huawei-ascend-910b", "huawei-ascend-910c", "huawei-ascend-910d"];

    it.each(ascends)("warns of %s at the placement, wherever it stands", (accelerator) => {
      for (const country of ["MY", "US", "CN"]) {
        const [flag, ...others] = flagsIn(findingsOn(accelerator, country));
        expect(others).toEqual([]);
        expect(flag).toMatchObject({
          level: "warn",
          address: "site_rack.gpu",
          message: expect.stringContaining("General Prohibition 10"),
        });
      }
      expect(flagsIn(findingsOn(accelerator, "MY", { asOf: "2025-05-12" }))).toEqual([]);
    });
  });

  it("stays quiet where no accelerator under export control is placed", () => {
    const facts = { siteCapacityShown: false };
    expect(raised({ facts }, "nvidia-t4")).toEqual([]);
    expect(raised({ facts, asOf: "2022-10-06" })).toEqual([]);
    expect(check(instance("ap-southeast-5", "m7i.large"), { facts }).findings).toEqual([]);
    expect(flagsIn(check(instance("ap-southeast-5", "p5.48xlarge"), { facts }).findings)).toHaveLength(1);
  });

  it("is asked where the machine is not known yet", () => {
    const facts = { siteCapacityShown: false };
    const { findings } = judge({ placements: [placed("any", "MY")], opaque: [] }, policyOf({ facts }));
    expect(said(findings)).toContain(`${RULE} warn`);
  });

  it("is set aside by a waiver at the address it names", () => {
    const facts = { siteCapacityShown: false };
    const waivers = [waiverOf(RULE, "facts.siteCapacityShown")];
    expect(said(flagsIn(findingsOn(H100, "JP", { facts, waivers })))).toEqual([`${RULE} note`]);
  });

  it("blocks where the organization says so", () => {
    const terms = { facts: { siteCapacityShown: false }, rules: { [RULE]: setTo("block") } };
    expect(check(instance("eu-central-1", "p5.48xlarge"), terms).verdict).toBe("blocked");
  });

  it("says how well a flag is known", () => {
    const message = (facts: Facts) => flagsIn(findingsOn(H100, "JP", { facts }))[0]?.message;
    expect(message({ fitsBusiness: false })).not.toContain("confidence");
    expect(message({ siteCapacityShown: false })).toContain("(confidence: medium)");
  });

  it("has every flag of Supp. No. 3 once, in order", () => {
    const numbers = flags.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
