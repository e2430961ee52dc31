import { check, findingsOn, instance, levelOf, only, placed, said } from "../helpers";

const RULE = "us-ear/zone-a";
const H100 = "nvidia-h100-sxm";
const on = (asOf: string, country: string, accelerator = H100) => findingsOn(accelerator, country, { asOf });

describe(RULE, () => {
  it("blocks H100 in Bahrain and says what and where in words", () => {
    const { verdict, findings } = check(instance("me-south-1", "p5.48xlarge"));
    expect(verdict).toBe("blocked");
    expect(said(findings)).toEqual([`${RULE} block`]);
    const { message, address, location, effective, citations } = only(findings, RULE);
    expect(message).toBe(
      "A US export licence is needed before NVIDIA H100 SXM5 80GB (3A090.a) goes to Bahrain (BH), which lies in the advanced-computing zone (Macau, and Country Groups D:1, D:4 and D:5 without the members of A:5 or A:6).",
    );
    expect(address).toBe("aws_instance.gpu");
    expect(location).toMatchObject({ cloud: "aws", region: "me-south-1", country: "BH" });
    expect(effective).toEqual({ from: "2023-11-17", to: null });
    expect(citations.map(({ cite }) => cite)).toContain("15 CFR 742.6(a)(6)(iii)(A)");
  });

  it("allows the same machine in Frankfurt", () => {
    expect(check(instance("eu-central-1", "p5.48xlarge"))).toMatchObject({ verdict: "allowed" });
  });

  it("stands behind the block of a machine type that is not known", () => {
    const configuration = { ...instance("me-south-1", "${var.type}"), variable: { type: {} } };
    const { message } = only(check(configuration).findings, "gate/unresolved");
    expect(message).toContain(`which ${RULE} blocks`);
  });

  it.each(["AM", "VN", "SA", "QA", "KZ", "AF", "MO", "HK", "CN", "EG"])("holds in %s", (country) => {
    expect(levelOf(findingsOn(H100, country), RULE)).toBe("block");
  });

  it.each(["IL", "CY", "TW", "SG", "IN", "MY", "US", "AE", "KH" /* D:1 */])(
    "reads A:5 and A:6 in %s",
    (c) => {
      expect(levelOf(findingsOn(H100, c), RULE)).toBe(c === "KH" ? "block" : undefined);
    },
  );

  it("leaves 3A090.b and classless accelerators to other rules", () => {
    expect(levelOf(findingsOn("nvidia-l40", "BH"), RULE)).toBeUndefined();
    expect(said(findingsOn("nvidia-t4", "BH"))).toEqual([]);
  });

  describe("by date", () => {
    it("does not fire before 2022-10-07", () => {
      expect(on("2022-10-06", "CN")).toEqual([]);
      expect(levelOf(on("2022-10-07", "CN"), RULE)).toBe("block");
    });

    it("reports the 2022 edition with no class, its own dates and its own zone", () => {
      const finding = only(on("2022-10-07", "HK"), RULE);
      expect(finding.subject).toMatchObject({ class: null, tpp: 15832 });
      expect(finding.effective).toEqual({ from: "2022-10-07", to: "2023-11-16" });
      expect(finding.message).toContain("NVIDIA H100 SXM5 80GB goes to Hong Kong (HK)");
      expect(finding.message).toContain("(China, Hong Kong included)");
    });

    it("knew only China and asked for interconnect in 2022", () => {
      expect(on("2023-11-16", "BH")).toEqual([]);
      expect(on("2023-11-16", "CN", "nvidia-a800-sxm")).toEqual([]);
      expect(levelOf(on("2023-11-17", "BH"), RULE)).toBe("block");
      expect(levelOf(on("2023-11-17", "CN", "nvidia-a800-sxm"), RULE)).toBe("block");
    });

    it("reaches Macau from 2023-01-18", () => {
      expect(on("2023-01-17", "MO")).toEqual([]);
      expect(levelOf(on("2023-01-18", "MO"), RULE)).toBe("block");
    });

    it("holds in the UAE until 2026-07-09", () => {
      expect(said(on("2026-07-09", "AE"))).toEqual([`${RULE} block`]);
      expect(said(on("2026-07-10", "AE"))).toEqual(["us-ear/uae block"]);
    });
  });

  it("is satisfied by a licence, and the finding stays as a note", () => {
    const authorizations = [
      {
        reference: "BIS D1234567",
        kind: "license" as const,
        satisfies: [RULE],
        countries: ["BH"],
        validFrom: "2026-01-01",
        validUntil: "2026-12-31",
      },
    ];
    const { verdict, findings } = check(instance("me-south-1", "p5.48xlarge"), { authorizations });
    expect(verdict).toBe("allowed");
    expect(findings).toEqual([
      expect.objectContaining({
        rule: RULE,
        level: "note",
        satisfiedBy: { authorizations: ["BIS D1234567"] },
      }),
    ]);
  });

  it("does not ask about a placement that is only possible", () => {
    expect(placed(H100, "BH", { exists: false }).exists).toBe(false);
    const configuration = {
      ...instance("me-south-1", "p5.48xlarge"),
      variable: { many: { default: 0 } },
      resource: { aws_instance: { gpu: { count: "${var.many}", instance_type: "p5.48xlarge" } } },
    };
    expect(said(check(configuration).findings)).toEqual(["gate/unresolved note"]);
  });
});
