import { judge } from "../../../lib/policy/judge";
import { check, findingsOn, instance, my, only, placed, policyOf, said } from "../helpers";

const RULE = "org/country";
const terms = { organization: my, countries: { allow: ["MY", "SG"] } };

describe(RULE, () => {
  it("blocks outside the allow list, for classless accelerators too", () => {
    const { verdict, findings } = check(instance("eu-central-1", "g4dn.xlarge"), terms);
    expect(verdict).toBe("blocked");
    expect(only(findings, RULE).message).toBe(
      "NVIDIA T4 would stand in Germany (DE), which is not on the organization's allow list (MY, SG).",
    );
  });

  it("allows a country of the list, and everything without a list", () => {
    expect(check(instance("ap-southeast-5", "g4dn.xlarge"), terms).findings).toEqual([]);
    expect(check(instance("eu-central-1", "g4dn.xlarge")).findings).toEqual([]);
  });

  it("blocks a denied country, and with a deny list alone no other", () => {
    const countries = { deny: ["DE"] };
    const { findings } = check(instance("eu-central-1", "g4dn.xlarge"), { countries });
    expect(only(findings, RULE).message).toContain("deny list");
    expect(check(instance("eu-west-1", "g4dn.xlarge"), { countries: { deny: ["DE"] } }).findings).toEqual([]);
  });

  it("reads the lists as they are written: Hong Kong is not China here", () => {
    expect(said(findingsOn("nvidia-t4", "HK", { countries: { deny: ["CN"] } }))).toEqual([]);
    expect(said(findingsOn("nvidia-t4", "HK", { countries: { allow: ["CN"] } }))).toEqual([`${RULE} block`]);
  });

  it("blocks a place that is not known when one of its countries is denied", () => {
    const inventory = { placements: [placed("nvidia-t4", ["SG", "VN"])], opaque: [] };
    const { findings } = judge(inventory, policyOf({ countries: { deny: ["VN"] } }));
    expect(only(findings, "gate/unresolved").message).toContain(`Vietnam (VN), which ${RULE} blocks`);
    expect(said(judge(inventory, policyOf()).findings)).toEqual(["gate/unresolved note"]);
  });

  it("holds on every day", () => {
    expect(said(findingsOn("nvidia-t4", "DE", { ...terms, asOf: "2019-01-01" }))).toEqual([`${RULE} block`]);
  });

  it("does not open what the law closes", () => {
    expect(said(findingsOn("nvidia-h100-sxm", "BH", { countries: { allow: ["BH"] } }))).toEqual([
      "us-ear/zone-a block",
    ]);
  });
});
