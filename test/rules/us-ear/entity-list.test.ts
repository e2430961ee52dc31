import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../../lib/terraform/input";
import { CSV_LIST, JSON_LIST } from "../../screening/lists";
import { check, instance, my, only, permit, said, type Terms, us, waiverOf } from "../helpers";

const RULE = "us-ear/entity-list";
const cpu = instance("us-east-1", "m7i.large");
const screened = (terms: Terms = {}) => check(cpu, { screening: { list: JSON_LIST }, ...terms });
const named = (name: string, more: object = {}) => ({ organization: { ...us, name, ...more } });
const listed = named("Zhongyun Lantian Computing Technology Ltd");

describe(RULE, () => {
  it("blocks an organization on the Entity List, accelerators or not, and names what it rests on", () => {
    const result = screened(listed);
    expect(result.verdict).toBe("blocked");
    const { level, address, input, message, subject, effective } = only(result.findings, RULE);
    expect({ level, address, input }).toEqual({ level: "block", address: "organization", input: "(policy)" });
    expect(message).toMatch(
      /Entity List \(EL\), score 95 of 100, in the snapshot of 2026-11-20 \(entry inv-el-0001\)/,
    );
    expect(message).toContain("footnote 4");
    expect(subject).toEqual({
      kind: "party",
      party: "Zhongyun Lantian Computing Technology Ltd",
      entries: ["inv-el-0001"],
    });
    expect(effective).toEqual({ from: "2022-10-07", to: null });
  });

  it.each([
    ["Military End-User", "Qingluan Aero Propulsion Research Institute", "block"],
    ["Denied Persons", "Marvelous Freight Brokers Inc", "block"],
    ["Unverified", "Komorebi Instruments FZE", "block"],
    ["Specially Designated", "Orbital Lattice Holding AG", "block"],
    ["Military-Industrial", "Yanhai Optoelectronics Group Company Limited", "warn"],
    ["ITAR", "Umbrella Optics of Reno", "warn"],
    ["Nonproliferation", "Sorghum Import and Export Company", "warn"],
  ])("knows what the list %s means: %s", (list, name, level) => {
    const finding = only(screened(named(name)).findings, RULE);
    expect(finding.level).toBe(level);
    expect(finding.message).toContain(list);
  });

  it("looks at parents, end users and their parents, and says where the policy names them", () => {
    const terms = {
      organization: { ...my, ultimateParent: { name: "Komorebi Instruments", headquarters: "AE" } },
      endUsers: [
        us,
        {
          ...us,
          name: "Harmless",
          ultimateParent: { name: "Marvelous Freight Brokers", headquarters: "US" },
        },
      ],
    };
    expect(screened(terms).findings.map(({ address }) => address)).toEqual([
      "organization.ultimateParent",
      "endUsers[1].ultimateParent",
    ]);
  });

  it("blocks an address that is listed alone", () => {
    const addresses = ["Flat 7, 12F, Pelican Trade Tower, 88 Harbour View Rd., Kowloon"];
    expect(said(screened(named("Harmless", { addresses })).findings)).toEqual([`${RULE} block`]);
  });

  it("warns of what a person has to review, and blocks it under a stricter threshold", () => {
    const similar = named("Hongwan Design");
    expect(only(screened(similar).findings, RULE)).toMatchObject({
      level: "warn",
      message: expect.stringContaining("review"),
    });
    const stricter = { ...similar, screening: { list: JSON_LIST, threshold: 70 } };
    expect(screened(stricter).verdict).toBe("blocked");
  });

  it("says nothing of a party that nothing resembles: no match, and no finding", () => {
    expect(screened().findings).toEqual([]);
    expect(screened().notJudged).toEqual([]);
  });

  it("is not judged without a list, and the result says so", () => {
    const result = check(cpu, listed);
    expect(result.findings).toEqual([]);
    expect(result.notJudged).toEqual([RULE]);
  });

  it("counts an entry from its own first day", () => {
    const later = named("Ostrov Data Systems JSC");
    expect(only(screened(later).findings, RULE).level).toBe("note");
    expect(only(screened({ ...later, asOf: "2026-12-01" }).findings, RULE).level).toBe("block");
    expect(screened({ ...listed, asOf: "2022-10-06" }).findings).toEqual([]);
  });

  it("warns of a list that is old, or does not say how old it is", () => {
    const old = screened({ asOf: "2026-12-21" }).findings;
    expect(only(old, RULE)).toMatchObject({ level: "warn", address: "screening.list" });
    expect(only(old, RULE).message).toContain("31 days old");
    expect(screened({ asOf: "2026-12-20" }).findings).toEqual([]);
    const undated = screened({ screening: { list: CSV_LIST } }).findings;
    expect(only(undated, RULE).message).toMatch(/does not say on which day/);
  });

  describe("with a list of one's own", () => {
    let folder = "";
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "landfall-screen-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const list = (content: unknown) => {
      const path = join(folder, "list.json");
      writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
      return { screening: { list: path } };
    };
    const entry = (id: string, source: string, name: string) => ({ id, source, name });
    const made = { search_performed_at: "2026-11-20T00:00:00Z" };

    it("says which lists it lacks", () => {
      const only = list({ ...made, results: [entry("1", "Entity List (EL) - X", "Kestrel Orbis")] });
      expect(screened(only).findings[0]?.message).toMatch(/compared with them: MEU, SDN, DPL, UVL/);
    });

    it("takes a list that it does not know for one that blocks", () => {
      const { results } = JSON.parse(readFileSync(JSON_LIST, "utf8"));
      const terms = list({
        ...made,
        results: [...results, entry("1", "New List (NEW) - X", "Kestrel Orbis")],
      });
      const finding = only(screened({ ...terms, ...named("Kestrel Orbis") }).findings, RULE);
      expect(finding).toMatchObject({ level: "block", message: expect.stringContaining("does not know") });
    });

    it("gathers what goes beyond twenty entries, and loses none", () => {
      const { results } = JSON.parse(readFileSync(JSON_LIST, "utf8"));
      const many = Array.from({ length: 25 }, (_, i) =>
        entry(`k${i}`, "Entity List (EL) - X", "Kestrel Orbis"),
      );
      const { findings } = screened({
        ...list({ ...made, results: [...results, ...many] }),
        ...named("Kestrel Orbis"),
      });
      expect(findings).toHaveLength(21);
      const entries = findings.flatMap(({ subject }) =>
        "entries" in subject ? (subject.entries ?? []) : [],
      );
      expect(new Set(entries).size).toBe(25);
      expect(findings.every(({ level }) => level === "block")).toBe(true);
    });

    it.each(["", "{}", "no list"])("gives no verdict where it cannot be read: %j", (content) => {
      expect(() => screened(list(content))).toThrow(InputError);
    });
  });
});

describe("a false match", () => {
  const entries = ["inv-el-0001"];
  const determination = (change: object = {}) =>
    permit(RULE, { kind: "legal-determination", reference: "Memo 7", entries, ...change });

  it("is set aside by a determination that names the entry, rented or not", () => {
    for (const access of ["cloud", "owned"] as const) {
      const { findings, verdict } = screened({ ...listed, access, authorizations: [determination()] });
      expect(verdict).toBe("allowed");
      expect(findings).toMatchObject([{ level: "note", satisfiedBy: { authorizations: ["Memo 7"] } }]);
    }
  });

  it("is set aside by a waiver that names the entry", () => {
    const { findings, verdict } = screened({
      ...listed,
      waivers: [waiverOf(RULE, "organization", { entries })],
    });
    expect(verdict).toBe("allowed");
    expect(findings).toMatchObject([
      { level: "note", satisfiedBy: { waiver: { approvedBy: "Example Counsel" } } },
    ]);
  });

  it.each([
    ["another entry", { entries: ["inv-el-0002"] }],
    ["another recipient", { recipients: ["Example Compute Inc."] }],
    ["days past", { validUntil: "2026-11-22" }],
  ])("is not set aside by a determination for %s", (_, change) => {
    const { findings } = screened({ ...listed, authorizations: [determination(change)] });
    expect(said(findings)).toEqual([`${RULE} block`, "policy/authorization block"]);
  });

  it("needs the entry named", () => {
    const without = { authorizations: [permit(RULE)] };
    expect(() => screened(without)).toThrow(/authorizations\[0\]\.entries: missing; expected the ids/);
    expect(() => screened({ waivers: [waiverOf(RULE, "organization")] })).toThrow(
      /waivers\[0\]\.entries: missing/,
    );
    const superfluous = { waivers: [waiverOf("gate/opaque", "module.a", { entries })] };
    expect(() => screened(superfluous)).toThrow(/waivers\[0\]\.entries: expected no entries/);
    const limited = { authorizations: [determination({ countries: ["MY"] })] };
    expect(() => screened(limited)).toThrow(/authorizations\[0\]\.countries: expected no such limit/);
  });

  it("does not mend an old list", () => {
    const { findings } = screened({
      ...listed,
      asOf: "2027-01-31",
      authorizations: [permit(RULE, { entries, validUntil: "2028-01-01" })],
    });
    expect(said(findings)).toEqual([`${RULE} warn`, `${RULE} note`]);
  });
});
