import { check, findingsOn, instance, levelOf, only, owned, permit, said, us } from "../helpers";

const RULE = "us-ear/uae";
const emirates = instance("me-central-1", "p5en.48xlarge");
const tenants = [
  { name: "Tenant One", headquarters: "US" },
  { name: "Tenant Two", headquarters: "AE" },
];
const approval = (reference: string, ...recipients: string[]) =>
  permit(RULE, { reference, kind: "approved-recipient", recipients, countries: ["AE"] });

describe(RULE, () => {
  it("blocks both classes, and says who would have to be approved", () => {
    expect(said(check(emirates).findings)).toEqual([`${RULE} block`]);
    expect(said(findingsOn("nvidia-l40", "AE"))).toEqual([`${RULE} block`]);
    const { message } = only(check(emirates, { endUsers: tenants }).findings, RULE);
    expect(message).toContain("(here: Example Compute Inc.; Tenant One; Tenant Two)");
    expect(message).toContain("Core42");
  });

  it("allows classless accelerators", () => {
    expect(said(check(instance("me-central-1", "g4dn.xlarge")).findings)).toEqual([]);
  });

  it("stands behind the block of a type that is not known, whatever is authorized", () => {
    const configuration = { ...instance("me-central-1", "${var.type}"), variable: { type: {} } };
    const { findings } = check(configuration, { authorizations: [approval("A", us.name)] });
    expect(levelOf(findings, "gate/unresolved")).toBe("block");
  });

  it("starts on 2026-07-10", () => {
    expect(said(findingsOn("nvidia-h200-sxm", "AE", { asOf: "2026-07-09" }))).toEqual([
      "us-ear/zone-a block",
    ]);
    expect(only(findingsOn("nvidia-h200-sxm", "AE", { asOf: "2026-07-10" }), RULE).effective).toEqual({
      from: "2026-07-10",
      to: null,
    });
  });

  it("names the list as it stands on the day: G42 until 2027-04-06", () => {
    const on = (asOf: string) => only(findingsOn("nvidia-h200-sxm", "AE", { asOf }), RULE).message;
    expect(on("2027-04-06")).toContain("G42");
    expect(on("2027-04-07")).not.toContain("G42");
    expect(on("2027-04-07")).toContain("Microsoft Corporation");
  });

  describe("approved recipients", () => {
    it("are the organization and every end user, not their parents", () => {
      const terms = { organization: owned("US", "US"), authorizations: [approval("A", "Example Compute")] };
      expect(check(emirates, terms).verdict).toBe("allowed");
      const all = approval("A", us.name, "Tenant One", "Tenant Two");
      expect(check(emirates, { endUsers: tenants, authorizations: [all] }).verdict).toBe("allowed");
    });

    it("block when one is missing", () => {
      const authorizations = [approval("A", us.name, "Tenant One")];
      const { findings } = check(emirates, { endUsers: tenants, authorizations });
      expect(said(findings)).toEqual([`${RULE} block`]);
    });

    it("may be covered by two authorizations together, and both are named", () => {
      const authorizations = [approval("A", us.name, "Tenant One"), approval("B", "Tenant Two")];
      const { verdict, findings } = check(emirates, { endUsers: tenants, authorizations });
      expect(verdict).toBe("allowed");
      expect(only(findings, RULE)).toMatchObject({
        level: "note",
        satisfiedBy: { authorizations: ["A", "B"] },
      });
    });

    it("do not satisfy another country's rule", () => {
      const authorizations = [approval("A", us.name)];
      expect(said(check(instance("me-south-1", "p5en.48xlarge"), { authorizations }).findings)).toEqual([
        "us-ear/zone-a block",
        "policy/authorization block",
      ]);
    });
  });
});
