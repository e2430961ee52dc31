import { judge } from "../../../lib/policy/judge";
import { check, instance, only, placed, placeIn, policyOf, said } from "../helpers";

const RULE = "gate/unknown-location";

describe(RULE, () => {
  it.each(["me-west-1", "xx-nowhere-9"])("blocks the region %s, whatever the accelerator", (region) => {
    expect(said(check(instance(region, "g4dn.xlarge")).findings)).toEqual([`${RULE} block`]);
  });

  it("says why in one sentence", () => {
    expect(only(check(instance("me-west-1", "p5.48xlarge")).findings, RULE).message).toBe(
      "Which country it stands in is not known: the country of region `me-west-1` is not published.",
    );
  });

  it("blocks a zone that is not known", () => {
    const configuration = {
      provider: { aws: [{ region: "ap-southeast-1" }] },
      resource: {
        aws_instance: { gpu: { instance_type: "g4dn.xlarge", availability_zone: "ap-southeast-1-zzz-1a" } },
      },
    };
    expect(said(check(configuration).findings)).toEqual([`${RULE} block`]);
  });

  it("allows a known region, and says nothing of machines without accelerators", () => {
    expect(check(instance("us-east-1", "g4dn.xlarge")).findings).toEqual([]);
    expect(check(instance("me-west-1", "m7i.large")).findings).toEqual([]);
  });

  it.each(["any", ["DE", "FR"]])("blocks a place with no country and no reason: %j", (countries) => {
    const place = { ...placeIn("DE"), countries: countries as "any" };
    const inventory = { placements: [placed("nvidia-t4", "DE", { place })], opaque: [] };
    expect(said(judge(inventory, policyOf()).findings)).toEqual([`${RULE} block`]);
  });

  it("judges an Outpost once the policy says where it stands", () => {
    const arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1234567890abcdef0";
    const configuration = {
      provider: { aws: [{ region: "eu-central-1" }] },
      resource: {
        aws_subnet: { hall: { outpost_arn: arn } },
        aws_instance: { gpu: { instance_type: "p4d.24xlarge", subnet_id: "${aws_subnet.hall.id}" } },
      },
    };
    expect(said(check(configuration).findings)).toEqual([`${RULE} block`]);
    expect(said(check(configuration, { known: { [arn]: "SA" } }).findings)).toEqual(["us-ear/zone-a block"]);
  });

  it("leaves a region that is an expression to gate/unresolved", () => {
    const configuration = { ...instance("${var.region}", "p5.48xlarge"), variable: { region: {} } };
    expect(said(check(configuration).findings)).toEqual(["gate/unresolved block"]);
  });
});
