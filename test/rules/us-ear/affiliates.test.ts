import fc from "fast-check";
import { listedShare } from "../../../lib/policy/owners";
import type { Owner } from "../../../lib/policy/policy";
import { JSON_LIST } from "../../screening/lists";
import { check, instance, levelOf, my, only, permit, said, type Terms, waiverOf } from "../helpers";

const RULE = "us-ear/affiliates";
const cpu = instance("us-east-1", "m7i.large");
const owned = (owners: readonly Owner[], terms: Terms = {}) =>
  check(cpu, { organization: { ...my, owners: [...owners] }, ...terms });
const bad = (share?: number, name = "Aviation") => ({
  name,
  listed: true,
  ...(share === undefined ? {} : { share }),
});
const good = (share?: number, owners?: Owner[]): Owner => ({
  name: "Fund",
  listed: false,
  ...(share === undefined ? {} : { share }),
  ...(owners === undefined ? {} : { owners }),
});

describe(RULE, () => {
  it.each([
    ["half", [bad(50), good(50)], "block"],
    ["half together", [bad(30), bad(20, "Radar"), good(50)], "block"],
    ["three thirds of a half", [bad(16.67), bad(16.67, "B"), bad(16.67, "C")], "block"],
    ["less than half", [bad(49.99), good(50)], "warn"],
    ["nothing", [good(100)], undefined],
    ["a share that is not known", [bad(), good(40)], "block"],
    ["a share that is not known and cannot reach half", [bad(), good(51)], "warn"],
    ["half through a company in between", [good(50, [bad(50)]), good(50)], "block"],
    ["a small part through a company in between", [good(100, [bad(30)])], "warn"],
    ["parts on several ways", [good(60, [bad(45)]), bad(30)], "block"],
    ["nobody knows how much, two steps up", [good(100, [good(100, [bad()])])], "block"],
  ] as const)("%s", (_, owners, level) => {
    expect(levelOf(owned(owners).findings, RULE)).toBe(level);
  });

  it("names party, owners, shares, red flag and the doubt about the stay", () => {
    const finding = only(owned([bad(), good(40)]).findings, RULE);
    expect(finding).toMatchObject({ address: "organization", effective: { from: "2026-11-10", to: null } });
    expect(finding.message).toMatch(/Aviation \(share not known\) is listed, as the policy states/);
    expect(finding.message).toMatch(/red flag 29/);
    expect(finding.message).toMatch(/suspended through 2026-11-09; whether BIS extended that was not found/);
  });

  it.each([
    ["2025-09-28", undefined],
    ["2025-09-29", "block"],
    ["2025-11-09", "block"],
    ["2025-11-10", undefined],
    ["2026-11-09", undefined],
    ["2026-11-10", "block"],
  ])("stands, stayed and stands again: on %s it says %s", (asOf, level) => {
    expect(levelOf(owned([bad(60)], { asOf }).findings, RULE)).toBe(level);
  });

  it("reaches end users too", () => {
    const endUsers = [{ ...my, name: "Tenant", owners: [bad(60)] }];
    expect(only(check(cpu, { endUsers }).findings, RULE).address).toBe("endUsers[0]");
  });

  describe("with a screening list", () => {
    const screening = { list: JSON_LIST };
    const by = (name: string, share: number, terms: Terms = {}) =>
      owned([{ name, share }], { screening, ...terms });

    it("finds out which owners are listed", () => {
      const finding = only(by("Orbital Lattice Holding", 50).findings, RULE);
      expect(finding.level).toBe("block");
      expect(finding.message).toContain("entry 90002");
      expect(by("Example Fund", 100).findings).toEqual([]);
    });

    it("does not count lists that reach nobody's affiliates", () => {
      expect(by("Komorebi Instruments FZE", 60).findings).toEqual([]);
    });

    it("warns where the owner is only similar", () => {
      expect(levelOf(by("Hongwan Design", 60).findings, RULE)).toBe("warn");
    });

    it("believes the list and not the policy that says otherwise", () => {
      const findings = owned([{ name: "Orbital Lattice Holding AG", share: 60, listed: false }], {
        screening,
      }).findings;
      expect(levelOf(findings, RULE)).toBe("block");
    });

    it("lets a determination or a waiver set a false match aside, naming the entry", () => {
      const entries = ["90002"];
      const authorizations = [permit(RULE, { kind: "legal-determination", entries })];
      expect(by("Orbital Lattice Holding", 60, { authorizations }).verdict).toBe("allowed");
      const waivers = [waiverOf(RULE, "organization", { entries })];
      expect(by("Orbital Lattice Holding", 60, { waivers }).verdict).toBe("allowed");
      const other = [waiverOf(RULE, "organization", { entries: ["90001"] })];
      expect(said(by("Orbital Lattice Holding", 60, { waivers: other }).findings)).toEqual([
        `${RULE} block`,
        "policy/waiver block",
      ]);
    });
  });

  it("is not judged where nobody says whether an owner is listed", () => {
    expect(owned([{ name: "Fund", share: 100 }]).notJudged).toEqual(["us-ear/entity-list", RULE]);
    expect(owned([good(100)]).notJudged).toEqual(["us-ear/entity-list"]);
  });

  it("takes an owner by half for a parent where none is stated", () => {
    const owners = [{ ...good(60), headquarters: "CN" }];
    const chips = instance("ap-southeast-5", "p5en.48xlarge");
    const organization = { ...my, owners };
    expect(levelOf(check(chips, { organization }).findings, "us-ear/headquarters-a")).toBe("block");
    const parent = { ...organization, ultimateParent: { name: "Top", headquarters: "US" } };
    expect(levelOf(check(chips, { organization: parent }).findings, "us-ear/headquarters-a")).toBeUndefined();
  });

  it("refuses shares that cannot be", () => {
    expect(() => owned([bad(101)])).toThrow(/owners\[0\]\.share: expected a percentage from 0 to 100/);
    expect(() => owned([bad(60), good(60)])).toThrow(
      /owners: expected shares of at most 100 in all, got 120/,
    );
  });
});

describe("the share of listed owners", () => {
  const leaf = fc.record({
    name: fc.constantFrom("good", "bad"),
    share: fc.option(fc.nat(30), { nil: undefined }),
  });
  const branch = fc.record({
    name: fc.constant("good"),
    share: fc.option(fc.nat(30), { nil: undefined }),
    owners: fc.array(leaf, { maxLength: 3 }),
  });
  const owners = fc.array(fc.oneof(leaf, branch), { maxLength: 3 }) as fc.Arbitrary<Owner[]>;

  it("lies between 0 and 100, grows with each owner that is listed, and knows no order", () => {
    fc.assert(
      fc.property(owners, (list) => {
        const share = listedShare(list, ({ name }) => name === "bad");
        expect(share.least).toBeGreaterThanOrEqual(0);
        expect(share.most).toBeGreaterThanOrEqual(share.least);
        expect(share.most).toBeLessThanOrEqual(100);
        expect(listedShare(list, () => true).most).toBeGreaterThanOrEqual(share.most);
        expect(listedShare(list, () => false)).toEqual({ least: 0, most: 0 });
        expect(listedShare(list.toReversed(), ({ name }) => name === "bad")).toEqual(share);
      }),
    );
  });
});
