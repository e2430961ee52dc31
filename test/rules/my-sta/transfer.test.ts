import { judge } from "../../../lib/policy/judge";
import { findingsOn, levelOf, my, only, permit, placed, policyOf, said, setTo, type Terms } from "../helpers";

const RULE = "my-sta/transfer";
const H100 = "nvidia-h100-sxm";

const level = (country: string, terms: Terms, accelerator = H100) =>
  levelOf(findingsOn(accelerator, country, { organization: my, ...terms }), RULE);

describe(RULE, () => {
  it.each([
    ["out of", { reexportsFrom: ["MY"] }],
    ["through", { transitsThrough: ["SG", "MY"] }],
    ["out of and through", { reexportsFrom: ["MY"], transitsThrough: ["MY"] }],
  ])("warns of hardware that comes %s Malaysia", (how, facts) => {
    const finding = only(findingsOn(H100, "ID", { organization: my, facts }), RULE);
    expect(finding).toMatchObject({ level: "warn", address: "site_rack.gpu" });
    expect(finding.message).toContain(`reaches Indonesia (ID) ${how} Malaysia (MY)`);
    expect(finding.citations[0]?.cite).toContain("Directive No. 1/2025");
  });

  it("does not warn of accelerators placed in Malaysia, wherever they come from", () => {
    expect(level("MY", {})).toBeUndefined();
    expect(level("MY", { facts: { reexportsFrom: ["MY", "SG"] } })).toBeUndefined();
  });

  it("does not warn without a move through Malaysia", () => {
    expect(level("ID", {})).toBeUndefined();
    expect(level("ID", { facts: { reexportsFrom: ["SG"], transitsThrough: ["TH"] } })).toBeUndefined();
  });

  it("is about 3A090 accelerators", () => {
    const facts = { reexportsFrom: ["MY"] };
    expect(level("ID", { facts }, "nvidia-l40")).toBe("warn");
    expect(level("ID", { facts }, "nvidia-t4")).toBeUndefined();
  });

  it("begins with the notice of 2025-07-14", () => {
    const facts = { reexportsFrom: ["MY"] };
    expect(level("ID", { facts, asOf: "2025-07-13" })).toBeUndefined();
    expect(level("ID", { facts, asOf: "2025-07-14" })).toBe("warn");
  });

  it("is set aside by a recorded permit, and raised by the organization", () => {
    const facts = { reexportsFrom: ["MY"] };
    expect(level("ID", { facts, authorizations: [permit(RULE)] })).toBe("note");
    expect(level("ID", { facts, rules: { [RULE]: setTo("block") } })).toBe("block");
  });

  it("stands behind the block of a country that is not known, once raised", () => {
    const rules = { [RULE]: setTo("block"), "us-ear/zone-a": setTo("note"), "us-ear/uae": setTo("note") };
    const policy = policyOf({ facts: { reexportsFrom: ["MY"] }, rules });
    const { findings } = judge({ placements: [placed(H100, ["MY", "ID"])], opaque: [] }, policy);
    expect(said(findings)).toContain("gate/unresolved block");
    expect(only(findings, "gate/unresolved").message).toContain(RULE);
  });
});
