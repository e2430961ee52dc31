import type { Placement } from "../../../lib/inventory/placement";
import { judge } from "../../../lib/policy/judge";
import { scenarios } from "../../../lib/rules/scenarios";
import { chipSecurityAct } from "../../../lib/rules/scenarios/chip-security-act";
import { remoteAccessSecurityAct } from "../../../lib/rules/scenarios/remote-access-security-act";
import { my, owned, permit, placed, policyOf, type Terms, us } from "../helpers";

const assumed = (scenario: (typeof scenarios)[number], placements: readonly Placement[], terms: Terms = {}) =>
  judge({ placements, opaque: [] }, policyOf(terms), { assume: [scenario] }).scenarios[0]?.findings ?? [];

const h100 = (country: string, change: Partial<Placement> = {}) => placed("nvidia-h100-sxm", country, change);
const tenant = (headquarters: string) => ({ endUsers: [{ name: "Example Labs", headquarters }] });

describe.each(scenarios.map((one) => [one.id, one] as const))("%s", (id, scenario) => {
  it("says what it is, what is assumed and what is not known", () => {
    expect(id).toMatch(/^[a-z-]+$/);
    for (const text of [scenario.explanation, scenario.assumes, scenario.unknown])
      expect(text).toMatch(/^[A-Z].*\.$/s);
    expect(scenario.bills.length).toBeGreaterThan(0);
    expect(scenario.citations.length).toBeGreaterThan(0);
    expect(scenario.status).toContain("not law as of 2026-09-24");
    for (const { on, citations = [], confidence } of scenario.history) {
      expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect([citations.length, confidence]).toEqual([1, expect.any(String)]);
    }
  });

  it("changes no finding and no placement", () => {
    const places = [h100("US"), h100("BH"), placed("any", "MY")];
    const inventory = { placements: places, opaque: [] };
    const policy = policyOf({ organization: owned("MY", "CN") });
    const { scenarios: _, ...without } = judge(inventory, policy);
    const { scenarios: found, ...with_ } = judge(inventory, policy, { assume: [scenario] });
    expect(with_).toEqual(without);
    expect(found).toHaveLength(1);
  });
});

describe("the Remote Access Security Act", () => {
  const act = remoteAccessSecurityAct;

  it("would block what a tenant uses from a country to which an export needs a licence, in the US too", () => {
    const [found] = assumed(act, [h100("US")], tenant("CN"));
    expect(found).toMatchObject({
      today: "allowed",
      accelerator: "nvidia-h100-sxm",
      message:
        "A US licence would be needed before NVIDIA H100 SXM5 80GB (3A090.a) in United States (US) is used remotely by Example Labs, end user, headquartered in China (CN).",
    });
    expect(assumed(act, [h100("DE")], tenant("SA"))).toHaveLength(1);
    expect(assumed(act, [h100("US")], tenant("AE"))).toHaveLength(1);
    expect(assumed(act, [placed("nvidia-h20", "US")], tenant("HK"))).toHaveLength(1);
    expect(assumed(act, [h100("US")], { organization: owned("SG", "CN") })).toHaveLength(1);
  });

  it("would leave others alone", () => {
    expect(assumed(act, [h100("US")], tenant("JP"))).toEqual([]);
    expect(assumed(act, [placed("nvidia-t4", "US")], tenant("CN"))).toEqual([]);
    expect(assumed(act, [placed("nvidia-h20", "US")], tenant("SA"))).toEqual([]);
    expect(assumed(act, [placed("huawei-ascend-910b", "US")], { organization: us })).toEqual([]);
    expect(assumed(act, [h100("SA")], tenant("SA"))).toEqual([]);
    expect(assumed(act, [h100("US", { exists: false, assumed: ["n"] })], tenant("CN"))).toEqual([]);
  });

  it("says what is blocked already, and what only an authorization lets pass", () => {
    expect(assumed(act, [h100("MY")], { organization: my, ...tenant("CN") })[0]?.today).toBe("blocked");
    const authorizations = [
      permit("us-ear/headquarters-a", { kind: "legal-determination", reference: "Counsel 1" }),
    ] as Terms["authorizations"];
    expect(assumed(act, [h100("MY")], { organization: my, ...tenant("CN"), authorizations })[0]?.today).toBe(
      "allowed",
    );
  });

  it("says what a placement that is not known could be", () => {
    const [found] = assumed(act, [placed("any", "US")], tenant("CN"));
    expect(found?.message).toMatch(
      /^What this is, or where it stands, is not known\. It could be that: A US licence/,
    );
  });
});

describe("the Chip Security Act", () => {
  it("would block every controlled accelerator abroad, and none at home", () => {
    expect(assumed(chipSecurityAct, [h100("DE")])[0]?.message).toMatch(
      /^NVIDIA H100 .* would have to verify its/,
    );
    expect(assumed(chipSecurityAct, [placed("nvidia-a40", "JP")])).toHaveLength(1);
    expect(assumed(chipSecurityAct, [h100("US"), h100("PR"), placed("nvidia-t4", "DE")])).toEqual([]);
    expect(assumed(chipSecurityAct, [h100("BH")])[0]?.today).toBe("blocked");
    expect(assumed(chipSecurityAct, [placed("nvidia-h100-sxm", ["US", "DE"])])).toHaveLength(1);
  });

  it("needs a chip that is controlled on the day", () => {
    expect(assumed(chipSecurityAct, [h100("DE")], { asOf: "2022-10-06" })).toEqual([]);
  });
});
