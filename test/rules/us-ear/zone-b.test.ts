import { zoneB } from "../../../lib/rules/us-ear/zone-b";
import { check, findingsOn, instance, levelOf, only, said } from "../helpers";

const RULE = "us-ear/zone-b";
const L40 = "nvidia-l40";

describe(RULE, () => {
  it("blocks L40 in Saudi Arabia", () => {
    const finding = only(findingsOn(L40, "SA"), RULE);
    expect(finding).toMatchObject({ level: "block", subject: { class: "3A090.b", accelerator: L40 } });
    expect(finding.message).toMatch(
      /^A US export licence is needed before NVIDIA L40 \(3A090\.b\) goes to Saudi/,
    );
    expect(finding.remedy).toContain("licence exception");
  });

  it("allows T4 in Bahrain, and L40 in Germany", () => {
    expect(check(instance("me-south-1", "g4dn.12xlarge"))).toMatchObject({
      verdict: "allowed",
      findings: [],
    });
    expect(findingsOn(L40, "DE")).toEqual([]);
  });

  it("counts among what an unknown machine could be", () => {
    const terms = { rules: { "us-ear/zone-a": lowered } };
    const configuration = { ...instance("me-south-1", "${var.type}"), variable: { type: {} } };
    expect(only(check(configuration, terms).findings, "gate/unresolved").message).toContain(
      `which ${RULE} blocks`,
    );
  });

  it("starts on 2023-11-17", () => {
    expect(findingsOn(L40, "CN", { asOf: "2023-11-16" })).toEqual([]);
    expect(levelOf(findingsOn(L40, "CN", { asOf: "2023-11-17" }), RULE)).toBe("block");
  });

  it("holds in the UAE until it has a rule of its own", () => {
    expect(said(findingsOn(L40, "AE", { asOf: "2026-07-09" }))).toEqual([`${RULE} block`]);
    expect(said(findingsOn(L40, "AE", { asOf: "2026-07-10" }))).toEqual(["us-ear/uae block"]);
  });

  it("cites paragraph (B), not (A)", () => {
    const cites = zoneB.citations.map(({ cite }) => cite);
    expect(cites).toContain("15 CFR 742.6(a)(6)(iii)(B)");
    expect(cites).not.toContain("15 CFR 742.6(a)(6)(iii)(A)");
  });
});

const lowered = {
  level: "warn" as const,
  reason: "Reviewed by counsel under matter 4711",
  approvedBy: "Example Counsel",
  until: "2026-12-31",
};
