import {
  check,
  findingsOn,
  instance,
  levelOf,
  my,
  only,
  owned,
  permit,
  said,
  saidOfPlacements,
  us,
} from "../helpers";

const RULE = "us-ear/headquarters-a";
const H200 = "nvidia-h200-sxm";
const johor = instance("ap-southeast-5", "p5en.48xlarge");

describe(RULE, () => {
  it.each([
    ["the organization", { organization: { name: "Example", headquarters: "CN" } }],
    ["its ultimate parent", { organization: owned("MY", "CN") }],
    ["an end user", { organization: my, endUsers: [{ name: "Tenant", headquarters: "CN" }] }],
    ["an end user's parent", { organization: my, endUsers: [owned("SG", "MO")] }],
    ["Hong Kong", { organization: { name: "Example", headquarters: "HK" } }],
    ["Macau", { organization: { name: "Example", headquarters: "MO" } }],
    ["a Macau parent", { organization: owned("US", "MO") }],
    ["another D:5 country", { organization: { name: "Example", headquarters: "ZW" } }],
  ])("blocks by the headquarters of %s", (_, terms) => {
    const { verdict, findings } = check(johor, terms);
    expect(verdict).toBe("blocked");
    expect(saidOfPlacements(findings)).toEqual([`${RULE} block`]);
  });

  it("names whom it concerns, and how they are related", () => {
    const terms = { organization: my, endUsers: [owned("SG", "CN"), { name: "Other", headquarters: "JP" }] };
    const { message } = only(check(johor, terms).findings, RULE);
    expect(message).toContain(
      "is received by Example Holdings, ultimate parent of Example Compute, headquartered in China (CN).",
    );
    expect(message).not.toContain("Other");
  });

  it("does not print hundreds of tenants", () => {
    const endUsers = Array.from({ length: 300 }, (_, i) => ({ name: `Tenant ${i}`, headquarters: "CN" }));
    expect(only(check(johor, { organization: my, endUsers }).findings, RULE).message).toContain(
      "; and 295 more.",
    );
  });

  it("allows others, Taiwan, Saudi Arabia and Vietnam (not D:5) included", () => {
    for (const headquarters of ["US", "TW", "SA", "VN", "AE", "IL"]) {
      const terms = { organization: { name: "Example", headquarters } };
      expect(said(check(johor, terms).findings)).toEqual(["us-ear/worldwide-a warn"]);
    }
  });

  it("only warns inside the United States, territories included", () => {
    const terms = { organization: owned("US", "CN") };
    const { verdict, findings } = check(instance("us-east-1", "p5en.48xlarge"), terms);
    expect(verdict).toBe("allowed");
    expect(only(findings, RULE)).toMatchObject({ level: "warn" });
    expect(only(findings, RULE).message).toContain("stays inside the United States, so nothing is exported");
    expect(levelOf(findingsOn(H200, "PR", terms), RULE)).toBe("warn");
    expect(check(instance("us-east-1", "p5en.48xlarge"), terms, { failOn: "warn" }).verdict).toBe("blocked");
  });

  it("blocks inside the United States too where the policy raises it", () => {
    const terms = { organization: owned("US", "CN"), rules: { [RULE]: { level: "block" as const } } };
    expect(check(instance("us-east-1", "p5en.48xlarge"), terms).verdict).toBe("blocked");
  });

  it("stands behind the block of a type or place that is not known", () => {
    const terms = { organization: owned("MY", "CN") };
    const unknownType = { ...instance("ap-southeast-5", "${var.type}"), variable: { type: {} } };
    expect(only(check(unknownType, terms).findings, "gate/unresolved")).toMatchObject({ level: "block" });
    const inUs = { ...instance("us-east-1", "${var.type}"), variable: { type: {} } };
    expect(only(check(inUs, terms).findings, "gate/unresolved")).toMatchObject({ level: "note" });
  });

  it("fires beside the zone rule", () => {
    const terms = { organization: owned("CN", "CN") };
    expect(said(findingsOn(H200, "CN", terms))).toEqual(["us-ear/zone-a block", `${RULE} block`]);
  });

  it("starts on 2023-11-17", () => {
    const organization = owned("MY", "CN");
    expect(findingsOn(H200, "MY", { organization, asOf: "2023-11-16" })).toEqual([]);
    expect(said(findingsOn(H200, "MY", { organization, asOf: "2023-11-17" }))).toEqual([`${RULE} block`]);
  });

  it("counts Cambodian headquarters until 2026-02-02, and Nicaraguan ones from 2024-03-15", () => {
    const on = (headquarters: string, asOf: string) =>
      levelOf(findingsOn(H200, "MY", { organization: { name: "Example", headquarters }, asOf }), RULE);
    expect(on("KH", "2026-02-02")).toBe("block");
    expect(on("KH", "2026-02-03")).toBeUndefined();
    expect(on("NI", "2024-03-14")).toBeUndefined();
    expect(on("NI", "2024-03-15")).toBe("block");
  });

  describe("renting", () => {
    const organization = owned("MY", "CN");
    const authorizations = [permit(RULE, { reference: "Memo 1", kind: "legal-determination" })];

    it("blocks, says why renting is a question, and what answers it", () => {
      const { message } = only(check(johor, { organization, access: "cloud" }).findings, RULE);
      expect(message).toContain("rented");
      expect(message).toContain("not by itself an export");
      expect(message).toContain("`legal-determination`");
    });

    it("says nothing of it for hardware of one's own", () => {
      const { message } = only(check(johor, { organization, access: "owned" }).findings, RULE);
      expect(message).not.toContain("rented");
    });

    it("is settled by a legal determination", () => {
      const { verdict, findings } = check(johor, { organization, authorizations });
      expect(verdict).toBe("allowed");
      expect(only(findings, RULE)).toMatchObject({
        level: "note",
        satisfiedBy: { authorizations: ["Memo 1"] },
      });
    });

    it("but not for hardware of one's own, where the determination is of no use", () => {
      const { findings } = check(johor, { organization, authorizations, access: "owned" });
      expect(said(findings)).toEqual([`${RULE} block`, "policy/authorization block"]);
      expect(check(johor, { organization, access: "owned", authorizations: [permit(RULE)] }).verdict).toBe(
        "allowed",
      );
    });
  });

  it("does not count countries of operation: a US company in China has the zone rule only", () => {
    expect(said(findingsOn(H200, "CN", { organization: us }))).toEqual(["us-ear/zone-a block"]);
  });
});
