import { check, findingsOn, instance, my, only, owned, permit, said } from "../helpers";

const RULE = "us-ear/worldwide-a";
const H100 = "nvidia-h100-sxm";
const frankfurt = instance("eu-central-1", "p5.48xlarge");
const strict = { rules: { [RULE]: { level: "block" as const } } };

describe(RULE, () => {
  it("warns by default and blocks where the policy raises it", () => {
    expect(check(frankfurt)).toMatchObject({ verdict: "allowed", findings: [{ rule: RULE, level: "warn" }] });
    expect(check(frankfurt, strict)).toMatchObject({ verdict: "blocked", findings: [{ level: "block" }] });
  });

  it("says in words that nobody enforces it", () => {
    const { message, remedy } = only(check(frankfurt).findings, RULE);
    expect(message).toContain("does not enforce");
    expect(remedy).toMatch(/^Nothing has to be done/);
  });

  it("does not know of that before it was said", () => {
    const [before, after] = ["2025-05-12", "2025-05-13"].map((asOf) =>
      only(check(frankfurt, { asOf }).findings, RULE),
    );
    expect(before?.message).toContain("compliance is due on 2025-05-15");
    expect(before?.remedy).toMatch(/^Have a licence/);
    expect(before?.citations.map(({ cite }) => cite)).not.toContain("GAO B-337935 (2026-05-12)");
    expect(after?.message).toContain("does not enforce");
  });

  it("allows the United States and other classes", () => {
    expect(check(instance("us-west-2", "p5.48xlarge"), strict).findings).toEqual([]);
    expect(findingsOn("nvidia-l40", "DE", strict)).toEqual([]);
    expect(findingsOn("nvidia-t4", "DE", strict)).toEqual([]);
  });

  it("stands behind the block of an unknown type only where it is raised", () => {
    const configuration = { ...instance("eu-central-1", "${var.type}"), variable: { type: {} } };
    expect(said(check(configuration).findings)).toEqual(["gate/unresolved note"]);
    expect(only(check(configuration, strict).findings, "gate/unresolved").message).toContain(
      `which ${RULE} blocks`,
    );
  });

  it("gives way to the rules that are enforced", () => {
    expect(said(findingsOn(H100, "BH"))).toEqual(["us-ear/zone-a block"]);
    expect(said(findingsOn(H100, "AE"))).toEqual(["us-ear/uae block"]);
    expect(said(findingsOn(H100, "MY", { organization: owned("MY", "CN") }))).toEqual([
      "us-ear/headquarters-a block",
    ]);
  });

  it.each(["MY", "TH", "ID", "BR", "CL", "KE", "IN", "SG", "IL", "GB", "HU"])("reaches %s", (country) => {
    expect(said(findingsOn(H100, country, { organization: my }))).toEqual([`${RULE} warn`]);
  });

  it("starts on 2025-01-13", () => {
    expect(findingsOn(H100, "DE", { asOf: "2025-01-12" })).toEqual([]);
    expect(said(findingsOn(H100, "DE", { asOf: "2025-01-13" }))).toEqual([`${RULE} warn`]);
  });

  it("can be satisfied like a blocking rule", () => {
    const { findings } = check(frankfurt, { ...strict, authorizations: [permit(RULE)] });
    expect(said(findings)).toEqual([`${RULE} note`]);
  });
});
