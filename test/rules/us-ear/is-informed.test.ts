import { classify, lookUpDatasheet } from "../../../lib/accelerators";
import { judge } from "../../../lib/policy/judge";
import { partiesOf } from "../../../lib/policy/parties";
import { isInformed } from "../../../lib/rules/us-ear/is-informed";
import {
  findingsOn,
  levelOf,
  my,
  only,
  owned,
  permit,
  placed,
  policyOf,
  said,
  saidOfPlacements,
  TODAY,
  us,
} from "../helpers";

const RULE = "us-ear/is-informed";
const H20 = "nvidia-h20";

describe(RULE, () => {
  it.each(["CN", "HK", "MO", "RU", "MM"])("blocks H20 in %s, whoever asks", (country) => {
    expect(said(findingsOn(H20, country))).toEqual([`${RULE} block`]);
  });

  it.each([
    ["the organization", { organization: { name: "Example", headquarters: "CN" } }],
    ["its ultimate parent", { organization: owned("MY", "HK") }],
    ["an end user", { organization: my, endUsers: [{ name: "Tenant", headquarters: "CN" }] }],
  ])("blocks H20 in Malaysia by the headquarters of %s", (_, terms) => {
    expect(saidOfPlacements(findingsOn(H20, "MY", terms))).toEqual([`${RULE} block`]);
  });

  it("does not call the chip a class it has not", () => {
    const { message } = only(findingsOn(H20, "CN"), RULE);
    expect(message).toBe(
      "NVIDIA H20 (HGX) is restricted by letter (named in BIS's letter to NVIDIA); a US export licence is needed before it goes to China (CN).",
    );
  });

  it("allows H20 elsewhere, the rest of the zone included", () => {
    expect(findingsOn(H20, "MY", { organization: my })).toEqual([]);
    expect(findingsOn(H20, "SA")).toEqual([]);
  });

  it("only warns inside the United States, where nothing is exported", () => {
    expect(findingsOn(H20, "US", { organization: us })).toEqual([]);
    expect(only(findingsOn(H20, "US", { organization: owned("US", "CN") }), RULE)).toMatchObject({
      level: "warn",
      message: expect.stringContaining("nothing is exported"),
    });
  });

  it("stands behind the block of a country that is not known", () => {
    const { findings } = judge({ placements: [placed(H20, "any")], opaque: [] }, policyOf());
    expect(only(findings, "gate/unresolved").message).toContain(`which ${RULE} blocks`);
  });

  it("starts with the letter of 2025-04-09", () => {
    expect(findingsOn(H20, "CN", { asOf: "2025-04-08" })).toEqual([]);
    expect(levelOf(findingsOn(H20, "CN", { asOf: "2025-04-09" }), RULE)).toBe("block");
  });

  it("reaches MI308, which the thresholds may catch as well", () => {
    expect(said(findingsOn("amd-mi308x", "CN"))).toEqual(["us-ear/zone-a block", `${RULE} block`]);
  });

  it("reaches a chip with the H20's bandwidth, which no cloud offers below the thresholds", () => {
    const sheet = lookUpDatasheet("nvidia-t4");
    if (sheet === undefined) throw new Error("no T4 in the catalogue");
    const accelerator = { ...sheet, id: "wide-t4", memoryBandwidthGBs: 4000 };
    const policy = policyOf();
    const ask = (asOf: string) =>
      isInformed.judge(
        { accelerator, classification: classify(accelerator, asOf), country: "CN" },
        { policy, asOf, parties: partiesOf(policy), screening: null },
      );
    expect(ask(TODAY)?.message).toContain("memory bandwidth 4000 GB/s reaches the H20's 4000");
    expect(ask("2025-04-08")).toBeUndefined();
  });

  it("does not turn guidance into a letter", () => {
    expect(levelOf(findingsOn("huawei-ascend-910b", "CN"), RULE)).toBeUndefined();
  });

  it("is satisfied by a licence", () => {
    expect(said(findingsOn(H20, "CN", { authorizations: [permit(RULE)] }))).toEqual([`${RULE} note`]);
  });
});
