import { check, instance, only, said, waiverOf } from "../helpers";

const RULE = "gate/unknown-accelerator";

describe(RULE, () => {
  it("blocks a machine of an accelerator family that the catalogue does not know, even at home", () => {
    const { verdict, findings } = check(instance("us-east-1", "p9.48xlarge"));
    expect(verdict).toBe("blocked");
    expect(said(findings)).toEqual([`${RULE} block`]);
    expect(only(findings, RULE).message).toBe(
      "Which accelerator it is, is not known: `p9.48xlarge` is of the accelerator family p9, and the catalogue does not know its chip.",
    );
  });

  it("allows machines that are known, and such as carry none", () => {
    expect(check(instance("us-east-1", "p5.48xlarge")).findings).toEqual([]);
    expect(check(instance("me-south-1", "m7i.large")).findings).toEqual([]);
  });

  it("leaves a type that is an expression to gate/unresolved", () => {
    const configuration = { ...instance("me-south-1", "${var.type}"), variable: { type: {} } };
    expect(said(check(configuration).findings)).toEqual(["gate/unresolved block"]);
  });

  it("stands beside an unknown place", () => {
    expect(said(check(instance("xx-nowhere-9", "p9.48xlarge")).findings)).toEqual([
      `${RULE} block`,
      "gate/unknown-location block",
    ]);
  });

  it("can be waived for one machine", () => {
    const waivers = [waiverOf(RULE, "aws_instance.gpu")];
    expect(check(instance("us-east-1", "p9.48xlarge"), { waivers }).verdict).toBe("allowed");
  });
});
