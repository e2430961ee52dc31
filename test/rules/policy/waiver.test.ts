import { check, instance, only, said, setTo, waiverOf } from "../helpers";

const RULE = "policy/waiver";
const GATE = "gate/unknown-accelerator";
const machine = instance("us-east-1", "p9.48xlarge");

function inModule(address: string) {
  return { waivers: [waiverOf("gate/opaque", address)], configuration: nested };
}

const nested = {
  provider: { aws: [{ region: "me-south-1" }] },
  module: { legacy: { source: "./legacy", type: "p5.48xlarge" } },
};

describe(RULE, () => {
  it("is silent while a waiver holds, its last day included", () => {
    for (const asOf of ["2026-11-23", "2026-12-31"]) {
      const { verdict, findings } = check(machine, { asOf, waivers: [waiverOf(GATE, "aws_instance.gpu")] });
      expect(verdict).toBe("allowed");
      expect(findings).toEqual([
        expect.objectContaining({
          rule: GATE,
          level: "note",
          satisfiedBy: {
            waiver: {
              reason: "Reviewed by counsel under matter 4711",
              approvedBy: "Example Counsel",
              expires: "2026-12-31",
            },
          },
        }),
      ]);
    }
  });

  it("blocks an expired one, which waives nothing any more", () => {
    const { findings } = check(machine, {
      asOf: "2027-01-01",
      waivers: [waiverOf(GATE, "aws_instance.gpu")],
    });
    expect(said(findings)).toEqual([`${GATE} block`, `${RULE} block`]);
    expect(only(findings, RULE)).toMatchObject({
      address: "waivers[0]",
      input: "(policy)",
      location: null,
      subject: { kind: "debt" },
      message: `The waiver of ${GATE} at aws_instance.gpu, approved by Example Counsel, expired on 2026-12-31.`,
    });
  });

  it("blocks one that sets nothing aside, but not when only a part was judged", () => {
    const terms = { waivers: [waiverOf(GATE, "aws_instance.other")] };
    expect(said(check(machine, terms).findings)).toEqual([`${GATE} block`, `${RULE} block`]);
    expect(said(check(machine, terms, { partial: true }).findings)).toEqual([`${GATE} block`]);
    const expired = { waivers: [waiverOf(GATE, "aws_instance.other", { expires: "2026-01-01" })] };
    expect(said(check(machine, expired, { partial: true }).findings)).toEqual([
      `${GATE} block`,
      `${RULE} block`,
    ]);
  });

  it("does not blame a waiver that names the same finding as another", () => {
    const waivers = [
      waiverOf(GATE, "aws_instance.gpu"),
      waiverOf(GATE, "aws_instance.gpu", { stack: "ex*" }),
    ];
    expect(said(check(machine, { waivers }).findings)).toEqual([`${GATE} note`]);
  });

  it("blames one for a finding that an authorization settles already", () => {
    const authorizations = [
      {
        reference: "BIS 1",
        kind: "license" as const,
        satisfies: ["us-ear/zone-a" as const],
        validFrom: "2026-01-01",
        validUntil: "2026-12-31",
      },
    ];
    const waivers = [waiverOf("us-ear/zone-a", "aws_instance.gpu")];
    const { findings } = check(instance("me-south-1", "p5.48xlarge"), { authorizations, waivers });
    expect(said(findings)).toEqual(["us-ear/zone-a note", `${RULE} block`]);
  });

  it.each([
    ["prod-*", "prod-eu", true],
    ["*", "prod-eu", true],
    ["prod-??", "prod-eu", true],
    ["prod-?", "prod-eu", false],
    ["prod", "prod-eu", false],
    ["prod.eu", "prod-eu", false],
    ["*-eu", "prod-eu", true],
  ])("reads the stack %s against %s: %s", (stack, name, holds) => {
    const waivers = [waiverOf(GATE, "aws_instance.gpu", { stack })];
    expect(check(machine, { waivers }, {}, name).verdict).toBe(holds ? "allowed" : "blocked");
  });

  it("covers a module's own finding by its path", () => {
    const { waivers, configuration } = inModule("module.legacy");
    expect(check(configuration, { waivers }).verdict).toBe("allowed");
  });

  it("does not cover a module whose name merely begins the same", () => {
    const { waivers, configuration } = inModule("module.leg");
    expect(check(configuration, { waivers }).verdict).toBe("blocked");
  });

  describe("of a rule lowered in rules", () => {
    const rules = { "us-ear/zone-a": setTo("warn", "2026-11-30") };
    const h100 = instance("me-south-1", "p5.48xlarge");

    it("is silent until its last day", () => {
      expect(said(check(h100, { rules, asOf: "2026-11-30" }).findings)).toEqual(["us-ear/zone-a warn"]);
    });

    it("blocks when the day has passed, and the rule counts in full again", () => {
      const { findings } = check(h100, { rules, asOf: "2026-12-01" });
      expect(said(findings)).toEqual(["us-ear/zone-a block", `${RULE} block`]);
      expect(only(findings, RULE)).toMatchObject({
        address: "rules.us-ear/zone-a",
        message: "The rule us-ear/zone-a was lowered to warn until 2026-11-30; it counts in full again.",
      });
    });

    it("says nothing of a raised one, whatever its day", () => {
      const raised = { "us-ear/worldwide-a": setTo("block", "2020-01-01") };
      expect(said(check(instance("eu-central-1", "p5.48xlarge"), { rules: raised }).findings)).toEqual([
        "us-ear/worldwide-a block",
      ]);
    });

    it("can be lowered to a note, and the finding stays", () => {
      const note = { "us-ear/zone-a": setTo("note") };
      const { findings } = check(h100, { rules: note });
      expect(said(findings)).toEqual(["us-ear/zone-a note"]);
      expect(findings[0]).not.toHaveProperty("satisfiedBy");
    });
  });
});
