import type { Placement } from "../../../lib/inventory/placement";
import { judge } from "../../../lib/policy/judge";
import { issuesOf } from "../../policy/helpers";
import { levelOf, only, placed, policyOf, said, type Terms, us, waiverOf } from "../helpers";

const RULE = "org/caps";

const findings = (caps: Terms["caps"], placements: readonly Placement[], terms: Terms = {}) =>
  judge({ placements, opaque: [] }, policyOf({ organization: us, caps, ...terms })).findings;
const h100 = (country: string, count: number | null, change: Partial<Placement> = {}) =>
  placed("nvidia-h100-sxm", country, { address: `rack.${country}`, count, ...change });

describe(RULE, () => {
  const german = { name: "german", countries: ["DE"], maxAccelerators: 8 };

  it("is silent up to the cap, and blocks above it", () => {
    expect(levelOf(findings([german], [h100("DE", 8)]), RULE)).toBeUndefined();
    expect(only(findings([german], [h100("DE", 9)]), RULE)).toMatchObject({
      level: "block",
      address: "caps[0]",
      stack: "",
      message: "The cap german allows 8 accelerators in DE; 9 are placed.",
      subject: {
        kind: "quantity",
        total: { accelerators: 9, tpp: 9 * 15832 },
        most: { accelerators: 8, tpp: null },
      },
    });
  });

  it("counts its countries together, and no others", () => {
    const both = [{ name: "both", countries: ["DE", "FR"], maxAccelerators: 8 }];
    expect(levelOf(findings(both, [h100("DE", 5), h100("FR", 4)]), RULE)).toBe("block");
    expect(levelOf(findings([german], [h100("DE", 5), h100("FR", 4)]), RULE)).toBeUndefined();
    expect(
      levelOf(findings([{ name: "all", maxAccelerators: 8 }], [h100("DE", 5), h100("FR", 4)]), RULE),
    ).toBe("block");
  });

  it("counts its accelerators, by id and class", () => {
    const racks = [h100("DE", 8), placed("nvidia-t4", "DE", { count: 8, address: "t4" })];
    for (const accelerators of [["nvidia-h100-sxm"], ["3A090.a"]])
      expect(levelOf(findings([{ ...german, accelerators }], racks), RULE)).toBeUndefined();
    expect(levelOf(findings([german], racks), RULE)).toBe("block");
  });

  it("caps processing performance", () => {
    const at = (maxTpp: number) => findings([{ name: "power", maxTpp }], [h100("DE", 8)]);
    expect(levelOf(at(8 * 15832), RULE)).toBeUndefined();
    expect(only(at(8 * 15832 - 1), RULE).message).toBe("The cap power allows 126655 TPP; 126656 are placed.");
  });

  it("blocks what is not known, if it could fall under the cap", () => {
    expect(only(findings([german], [h100("DE", null)]), RULE).message).toBe(
      "The cap german allows 8 accelerators in DE; how much is placed is not known.",
    );
    const anywhere = placed("nvidia-t4", ["DE", "US"], { count: 9 });
    expect(levelOf(findings([german], [anywhere]), RULE)).toBe("block");
    const anyChip = placed("any", "DE", { count: 1 });
    expect(levelOf(findings([{ name: "power", maxTpp: 1e9 }], [anyChip]), RULE)).toBe("block");
    expect(
      levelOf(findings([{ name: "power", maxTpp: 1e9 }], [{ ...anyChip, exists: false }]), RULE),
    ).toBeUndefined();
  });

  it("can be waived like any other", () => {
    expect(levelOf(findings([german], [h100("DE", 9)], { waivers: [waiverOf(RULE, "caps[0]")] }), RULE)).toBe(
      "note",
    );
  });

  it("needs a limit, and a name of its own", () => {
    expect(issuesOf("caps: [{ name: nothing }]")).toEqual([
      "caps[0].maxAccelerators: missing; expected maxAccelerators, maxTpp or both: a cap without either limits nothing",
    ]);
    expect(issuesOf("caps: [{ name: a, maxTpp: 1 }, { name: a, maxTpp: 2 }]")).toHaveLength(1);
    expect(issuesOf("caps: [{ name: a, maxTpp: 0 }]")[0]).toMatch(/maxTpp: expected a total processing/);
  });
});

describe("the ceilings of us-ear/worldwide-a", () => {
  const WORLD = "us-ear/worldwide-a";
  const over = (country: string, count: number, terms: Terms = {}) =>
    findings([], [h100(country, count)], terms).filter(({ subject }) => subject.kind === "quantity");
  const perConsignee = Math.floor(26_900_000 / 15832);
  const perCountry = Math.floor(790_000_000 / 15832);

  it("warn above what one consignee may receive in a year", () => {
    expect(over("MY", perConsignee)).toEqual([]);
    const [found, ...others] = over("MY", perConsignee + 1);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: WORLD, level: "warn", address: "organization" });
    expect(found?.message).toMatch(
      /^This run places 26,914,400 TPP; the code caps it at 26,900,000 TPP a year for one/,
    );
  });

  it("warn above what may go to one country, outside Supp. No. 5(a)", () => {
    expect(said(over("MY", perCountry + 1))).toEqual([`${WORLD} warn`, `${WORLD} warn`]);
    expect(over("MY", perCountry + 1)[1]?.message).toContain(
      "TPP in Malaysia (MY); the code caps it at 790,000,000",
    );
    expect(over("JP", perCountry + 1)).toHaveLength(1);
  });

  it("look at what a validated end user may have installed only where the policy records that status", () => {
    const authorizations = [
      {
        reference: "NVEU 1",
        kind: "validated-end-user" as const,
        satisfies: [WORLD],
        validFrom: "2025-01-01",
        validUntil: "2027-12-31",
      },
    ];
    const many = Math.floor(4_272_750_000 / 15832) + 1;
    expect(over("JP", many)).toHaveLength(1);
    const found = over("JP", many, { authorizations });
    expect(found.map(({ message }) => message).join()).toContain("4,272,750,000 TPP installed by");
    expect(over("JP", many, { authorizations, asOf: "2027-01-01" })).toHaveLength(1);
  });

  it("are silent before there were any, and can be raised with their rule", () => {
    expect(over("MY", 1e6, { asOf: "2025-01-12" })).toEqual([]);
    expect(said(over("MY", perConsignee + 1, { rules: { [WORLD]: { level: "block" } } }))).toEqual([
      `${WORLD} block`,
    ]);
  });
});
