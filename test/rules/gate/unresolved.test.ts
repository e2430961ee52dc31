import { check, instance, my, only, owned, said, setTo, waiverOf } from "../helpers";

const RULE = "gate/unresolved";
const GPU = "p5.48xlarge";
const typed = (region: string, variable: object = {}) => ({
  ...instance(region, "${var.type}"),
  variable: { type: variable },
});

describe(RULE, () => {
  it("blocks a type without a default where something it could be is blocked, and says what", () => {
    const { verdict, findings } = check(typed("me-south-1"));
    expect(verdict).toBe("blocked");
    expect(only(findings, RULE).message).toBe(
      "instance_type is not known: variable `type` has no default. It could put nvidia-a100-sxm4-40gb into Bahrain (BH), which us-ear/zone-a blocks.",
    );
  });

  it("blocks a region that only the environment knows", () => {
    const configuration = { ...instance("", GPU), provider: { aws: [{}] } };
    expect(only(check(configuration).findings, RULE)).toMatchObject({ level: "block" });
  });

  it("blocks a place in a region with zones abroad where one of them is closed", () => {
    const configuration = {
      provider: { aws: [{ region: "ap-southeast-1" }] },
      resource: { aws_instance: { gpu: { instance_type: GPU, subnet_id: "subnet-0123" } } },
    };
    const finding = only(check(configuration).findings, RULE);
    expect(finding).toMatchObject({ level: "block", location: { region: "ap-southeast-1", country: null } });
    expect(finding.message).toContain("Vietnam (VN)");
  });

  it("notes a value that is harmless whatever it is", () => {
    const { verdict, findings } = check(typed("us-east-1"));
    expect(verdict).toBe("allowed");
    expect(only(findings, RULE)).toMatchObject({
      level: "note",
      message:
        "instance_type is not known: variable `type` has no default. Every value it could take would be allowed.",
    });
  });

  it("calls nothing harmless that a policy's own list or level closes", () => {
    const blocked = (terms: object) => only(check(typed("us-east-1"), terms).findings, RULE).level;
    expect(blocked({ countries: { deny: ["US"] } })).toBe("block");
    expect(blocked({ organization: owned("US", "CN") })).toBe("note");
    expect(
      blocked({ organization: owned("US", "CN"), rules: { "us-ear/headquarters-a": { level: "block" } } }),
    ).toBe("block");
  });

  it("is a matter of the day too: before 2022-10-07 no chip is closed anywhere", () => {
    expect(said(check(typed("me-south-1"), { asOf: "2022-10-06" }).findings)).toEqual([`${RULE} note`]);
  });

  it("is not settled by an authorization for what it could be", () => {
    const satisfies = ["us-ear/zone-a" as const, "us-ear/zone-b" as const];
    const authorizations = [
      {
        reference: "BIS 1",
        kind: "license" as const,
        satisfies,
        validFrom: "2026-01-01",
        validUntil: "2026-12-31",
      },
    ];
    expect(said(check(typed("me-south-1"), { authorizations }).findings)).toEqual([
      `${RULE} block`,
      "policy/authorization block",
    ]);
  });

  describe("a variable with a default", () => {
    it("is judged by it", () => {
      expect(said(check(typed("me-south-1", { default: GPU })).findings)).toEqual([
        "us-ear/zone-a block",
        `${RULE} note`,
      ]);
    });

    it("gets a note that another value can be given, when the default is harmless", () => {
      const { verdict, findings } = check(typed("me-south-1", { default: "m7i.large" }));
      expect(verdict).toBe("allowed");
      const note = only(findings, RULE);
      expect(note.level).toBe("note");
      expect(note.message).toMatch(
        /^instance_type is judged by the default of var\.type; another value can be given/,
      );
      expect(note.message).toContain("which us-ear/zone-a blocks");
    });

    it("gets none where no other value would be blocked", () => {
      expect(check(typed("us-east-1", { default: GPU }))).toMatchObject({ verdict: "allowed", findings: [] });
    });

    it("does not open the type when it decides the region alone", () => {
      const configuration = {
        ...instance("${var.region}", "g4dn.xlarge"),
        variable: { region: { default: "eu-central-1" } },
      };
      expect(check(configuration).findings).toEqual([]);
      const message = only(check(configuration, { countries: { deny: ["BH"] } }).findings, RULE).message;
      expect(message).toContain("could put nvidia-t4 into Bahrain (BH), which org/country blocks");
    });

    it.each([
      ["a region that nobody knows", "me-west-1", "m7i.large", 1],
      ["a region that only the environment knows", undefined, "m7i.large", 1],
      ["a type that nobody knows", "us-east-1", "p9.48xlarge", 0],
      ["a type that has no default", "me-south-1", "${var.other}", 0],
    ])("that makes no accelerator leaves no more than a note, with %s", (_, region, type, many) => {
      const byDefault =
        many === 1
          ? { count: 1, instance_type: "${var.type}" }
          : { count: "${var.many}", instance_type: type };
      const { verdict, findings, placements } = check({
        provider: { aws: [region === undefined ? {} : { region }] },
        variable: { many: { default: many }, type: { default: type }, other: {} },
        resource: { aws_instance: { gpu: byDefault } },
      });
      expect({ verdict, placements }).toEqual({ verdict: "allowed", placements: [] });
      expect(said(findings)).toEqual([`${RULE} note`]);
    });

    it("says what else would stand in the way", () => {
      const configuration = {
        ...instance("us-east-1", "p9.48xlarge"),
        variable: { many: { default: 0 } },
        resource: { aws_instance: { gpu: { count: "${var.many}", instance_type: "p9.48xlarge" } } },
      };
      expect(only(check(configuration).findings, RULE).message).toMatch(
        /Then gate\/unknown-accelerator would block: `p9/,
      );
    });

    it("that makes none of it leaves a note", () => {
      const configuration = {
        provider: { aws: [{ region: "me-south-1" }] },
        variable: { many: { default: 0 } },
        resource: { aws_instance: { gpu: { count: "${var.many}", instance_type: GPU } } },
      };
      const { findings, placements } = check(configuration);
      expect(placements).toEqual([]);
      expect(only(findings, RULE).message).toMatch(/^the default of var\.many makes none of it/);
    });
  });

  it("says nothing of a count that is literally zero", () => {
    const configuration = {
      ...typed("me-south-1"),
      resource: { aws_instance: { gpu: { count: 0, instance_type: "${var.type}" } } },
    };
    expect(check(configuration)).toMatchObject({ placements: [], findings: [] });
  });

  it("keeps its notes notes when the policy spells the rule's level out", () => {
    const rules = { [RULE]: { level: "block" as const } };
    expect(said(check(typed("us-east-1"), { rules }).findings)).toEqual([`${RULE} note`]);
    expect(said(check(typed("me-south-1"), { rules }).findings)).toEqual([`${RULE} block`]);
  });

  it("can be lowered and waived", () => {
    expect(said(check(typed("me-south-1"), { rules: { [RULE]: setTo("warn") } }).findings)).toEqual([
      `${RULE} warn`,
    ]);
    const waivers = [waiverOf(RULE, "aws_instance.gpu")];
    expect(check(typed("me-south-1"), { organization: my, waivers }).verdict).toBe("allowed");
  });

  it("does not count a waiver as used by a note that needs none", () => {
    const waivers = [waiverOf(RULE, "aws_instance.gpu")];
    expect(said(check(typed("us-east-1"), { waivers }).findings)).toEqual([
      `${RULE} note`,
      "policy/waiver block",
    ]);
  });
});
