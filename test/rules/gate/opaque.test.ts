import { judge } from "../../../lib/policy/judge";
import { check, only, owned, placed, policyOf, said, setTo, waiverOf } from "../helpers";

const RULE = "gate/opaque";
const call = (region: string, inputs: object = {}) => ({
  provider: { aws: [{ region }] },
  module: { cluster: { source: "example/gpu-cluster/aws", ...inputs } },
});
const h100 = { instance_types: ["p5.48xlarge"] };

describe(RULE, () => {
  it("blocks a module that names a machine which would be blocked where its provider stands", () => {
    const { verdict, findings } = check(call("me-south-1", h100));
    expect(verdict).toBe("blocked");
    expect(only(findings, RULE)).toMatchObject({
      level: "block",
      address: "module.cluster",
      subject: { kind: "opaque", named: ["p5.48xlarge"] },
    });
    expect(only(findings, RULE).message).toContain(
      "asks for nvidia-h100-sxm, which us-ear/zone-a blocks in Bahrain (BH)",
    );
  });

  it("warns of a module that names an allowed one, or none", () => {
    expect(said(check(call("eu-central-1", h100)).findings)).toEqual([`${RULE} warn`]);
    const { verdict, findings } = check(call("me-south-1"));
    expect(verdict).toBe("allowed");
    expect(only(findings, RULE).message).toMatch(
      /^Not judged: the inside of module `example\/gpu-cluster\/aws`/,
    );
  });

  it("blocks a named machine whose place is not known", () => {
    const configuration = { ...call("", h100), provider: { aws: [{}] } };
    expect(said(check(configuration).findings)).toEqual([`${RULE} block`]);
  });

  it("follows the party, not only the place", () => {
    expect(said(check(call("eu-central-1", h100), { organization: owned("DE", "CN") }).findings)).toEqual([
      `${RULE} block`,
    ]);
  });

  it("blocks every one where the policy raises it", () => {
    const rules = { [RULE]: { level: "block" as const } };
    expect(check(call("eu-central-1"), { rules }).verdict).toBe("blocked");
  });

  it("can be lowered, and waived by its address", () => {
    expect(said(check(call("me-south-1", h100), { rules: { [RULE]: setTo("note") } }).findings)).toEqual([
      `${RULE} note`,
    ]);
    const waivers = [waiverOf(RULE, "module.cluster")];
    expect(only(check(call("me-south-1", h100), { waivers }).findings, RULE)).toMatchObject({
      level: "note",
      satisfiedBy: { waiver: { approvedBy: "Example Counsel", expires: "2026-12-31" } },
    });
  });

  it("looks at every machine named, not the first alone", () => {
    const opaque = {
      address: "module.a",
      stack: "example",
      input: "example",
      why: "it cannot be read",
      isLast: false,
      named: [placed("nvidia-t4", "BH"), placed("nvidia-h100-sxm", "BH")],
    };
    expect(said(judge({ placements: [], opaque: [opaque] }, policyOf()).findings)).toEqual([`${RULE} block`]);
  });
});
