import { judge } from "../../../lib/policy/judge";
import {
  findingsOn,
  levelOf,
  my,
  only,
  owned,
  placed,
  policyOf,
  said,
  saidOfPlacements,
  TODAY,
} from "../helpers";

const RULE = "us-ear/headquarters-b";
const L40 = "nvidia-l40";

describe(RULE, () => {
  it.each([
    ["the organization", { organization: { name: "Example", headquarters: "HK" } }],
    ["its ultimate parent", { organization: owned("MY", "CN") }],
    ["an end user", { organization: my, endUsers: [{ name: "Tenant", headquarters: "MO" }] }],
    ["an end user's parent", { organization: my, endUsers: [owned("SG", "RU")] }],
  ])("blocks by the headquarters of %s", (_, terms) => {
    expect(saidOfPlacements(findingsOn(L40, "MY", terms))).toEqual([`${RULE} block`]);
  });

  it("allows others", () => {
    expect(findingsOn(L40, "MY", { organization: my })).toEqual([]);
  });

  it("stands behind the block of an accelerator that is not known", () => {
    const inventory = {
      placements: [
        placed(["nvidia-l40", "nvidia-t4"], "MY", {
          problem: { rule: "gate/unresolved", what: "machine", why: "chosen at plan" },
        }),
      ],
      opaque: [],
    };
    const { findings } = judge(inventory, policyOf({ organization: owned("MY", "CN") }));
    expect(only(findings, "gate/unresolved").message).toContain(
      `could put ${L40} into Malaysia (MY), which ${RULE}`,
    );
    expect(said(judge(inventory, policyOf({ organization: my })).findings)).toEqual(["gate/unresolved note"]);
  });

  it("leaves the zone to us-ear/zone-b", () => {
    expect(said(findingsOn(L40, "VN", { organization: owned("MY", "CN") }))).toEqual(["us-ear/zone-b block"]);
  });

  it("only warns inside the United States", () => {
    expect(levelOf(findingsOn(L40, "US", { organization: owned("US", "CN") }), RULE)).toBe("warn");
  });

  it("starts on 2023-11-17", () => {
    const on = (asOf: string) => said(findingsOn(L40, "MY", { organization: owned("MY", "CN"), asOf }));
    expect(on("2023-11-16")).toEqual([]);
    expect(on("2023-11-17")).toEqual([`${RULE} block`]);
    expect(on(TODAY)).toEqual([`${RULE} block`]);
  });
});
