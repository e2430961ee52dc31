import fc from "fast-check";
import { changedFor } from "../../lib/impact/changed";
import { type Impact, impactOf } from "../../lib/impact/impact";
import { type ResultOptions, resultOf } from "../../lib/result";
import { scenarios } from "../../lib/rules/scenarios";
import type { Body } from "../../lib/terraform/configuration";
import { readConfiguration } from "../../lib/terraform/configuration";
import { estateOf } from "../../lib/terraform/synth/estate";
import {
  findingsOn,
  instance,
  only,
  owned,
  permit,
  policyOf,
  setTo,
  type Terms,
  us,
  waiverOf,
} from "../rules/helpers";

const estate = (configuration: Body) =>
  estateOf([{ configuration: readConfiguration("train", configuration), input: "cdk.tf.json" }]);

const INTERNAL = { endUsers: [] };

function impact(
  configuration: Body,
  [from, to]: readonly [string, string],
  terms: Terms = {},
  options: ResultOptions = {},
): Impact {
  return impactOf(estate(configuration), [], policyOf({ ...INTERNAL, ...terms }), { from, to }, options);
}

/** What changes, as "before → after: rules". */
const told = ({ changes }: Impact) =>
  changes.map(
    ({ before, after, because }) =>
      `${before.verdict} → ${after.verdict}: ${because.map(({ rule }) => rule).join(", ")}`,
  );
const days = ({ changes }: Impact) =>
  changes.flatMap(({ because }) => because.flatMap(({ changed }) => changed));

const l4InBahrain = instance("me-south-1", "g6.xlarge");
const h100InBahrain = instance("me-south-1", "p5.48xlarge");
const h200InEmirates = instance("me-central-1", "p5en.48xlarge");

describe("impact", () => {
  it("names the rule that began, the class and the zone that changed", () => {
    const found = impact(l4InBahrain, ["2023-11-16", "2023-11-17"]);
    expect(told(found)).toEqual(["allowed → blocked: us-ear/zone-a"]);
    expect(found).toMatchObject({ blocks: true, from: { verdict: "allowed" }, to: { verdict: "blocked" } });
    expect(found.changes[0]).toMatchObject({
      stack: "train",
      address: "aws_instance.gpu",
      accelerator: "nvidia-l4",
      count: 1,
      before: { class: null },
      after: { class: "3A090.a" },
      remedies: [expect.stringContaining("satisfies: [us-ear/zone-a]")],
    });
    expect(days(found).map(({ on, says }) => `${on} ${says}`)).toEqual([
      expect.stringMatching(/^2023-11-17 us-ear\/zone-a changes: TPP and performance density/),
      "2023-11-17 nvidia-l4: not controlled → 3A090.a, by the thresholds of that day.",
      expect.stringMatching(/^2023-11-17 The zone: Macau, and Country Groups D:1/),
    ]);
    expect(days(found).every(({ citations }) => citations.length > 0)).toBe(true);
  });

  it("says when something is no longer blocked, and why", () => {
    const cambodian = { organization: owned("SG", "KH") };
    const found = impact(instance("ap-southeast-1", "p5.48xlarge"), ["2026-01-01", "2026-11-23"], cambodian);
    expect(told(found)).toEqual(["blocked → warned: us-ear/headquarters-a"]);
    expect(found.blocks).toBe(false);
    expect(found.changes[0]?.remedies).toEqual([]);
    expect(days(found)).toEqual([
      expect.objectContaining({ on: "2026-02-03", says: "Cambodia (KH) leaves Country Group D:5." }),
    ]);
    expect(days(found)[0]?.citations[0]?.cite).toBe("91 FR 5091");
  });

  it("is silent where the verdict stays, though another rule gives it", () => {
    const found = impact(h200InEmirates, ["2026-07-09", "2026-07-10"]);
    expect(found.changes).toEqual([]);
    expect(found).toMatchObject({ blocks: false, from: { verdict: "blocked" }, to: { verdict: "blocked" } });
  });

  it("names the first edition, which had no classes", () => {
    const inHongKong = instance("ap-east-1", "p4d.24xlarge");
    const found = impact(inHongKong, ["2022-10-06", "2022-10-07"]);
    expect(told(found)).toEqual(["allowed → blocked: us-ear/zone-a"]);
    expect(days(found).map(({ says }) => says)).toEqual([
      expect.stringMatching(/^us-ear\/zone-a begins: First edition/),
      "nvidia-a100-sxm4-40gb: not controlled → controlled, without classes yet, by the thresholds of that day.",
      "The zone: China, Hong Kong included.",
    ]);
  });

  it("names a letter", () => {
    const finding = only(findingsOn("nvidia-h20", "HK"), "us-ear/is-informed");
    const span = { from: "2025-01-01", to: "2026-11-23" };
    const changed = changedFor(finding, { before: undefined, after: finding }, span, policyOf());
    expect(changed.map(({ on, says }) => `${on} ${says}`)).toEqual([
      "2025-04-09 us-ear/is-informed begins: Letter to NVIDIA; AMD was told the same.",
      "2025-04-09 nvidia-h20: named in BIS's letter to NVIDIA.",
    ]);
  });

  it("names an authorization, a waiver or a lowered level that ends", () => {
    const authorizations = [permit("us-ear/zone-a", { validUntil: "2026-12-31" })];
    const ended = impact(h100InBahrain, ["2026-12-31", "2027-01-01"], { authorizations });
    expect(told(ended)).toEqual([
      "allowed → blocked: us-ear/zone-a",
      "allowed → blocked: policy/authorization",
    ]);
    expect(days(ended)[0]).toMatchObject({
      on: "2027-01-01",
      says: "The authorization BIS D1234567 has ended.",
    });
    const waivers = [waiverOf("us-ear/zone-a", "aws_instance.gpu")];
    const waived = impact(h100InBahrain, ["2026-12-31", "2027-01-01"], { waivers });
    expect(days(waived)[0]?.says).toBe("The waiver by Example Counsel has expired.");
    const lowered = impact(h100InBahrain, ["2026-12-31", "2027-01-01"], {
      rules: { "us-ear/zone-a": setTo("warn") },
    });
    expect(told(lowered)).toContain("warned → blocked: us-ear/zone-a");
    expect(days(lowered)[0]?.says).toBe("The lowered level of us-ear/zone-a has expired.");
  });

  it("names a stay, and its end", () => {
    const owner = { name: "Listed Holdings", headquarters: "SG", share: 60, listed: true };
    const terms = { organization: { ...us, owners: [owner] } } as Terms;
    const stayed = impact(h100InBahrain, ["2025-11-09", "2025-11-10"], terms);
    expect(told(stayed)).toEqual(["blocked → allowed: us-ear/affiliates"]);
    expect(days(stayed)[0]).toMatchObject({ on: "2025-11-10" });
    expect(days(stayed)[0]?.says).toMatch(/^us-ear\/affiliates is stayed: /);
    expect(days(stayed)[0]?.citations[0]?.cite).toMatch(/^90 FR 50857/);
    const back = impact(h100InBahrain, ["2026-11-09", "2026-11-10"], terms);
    expect(told(back)).toEqual(["allowed → blocked: us-ear/affiliates"]);
    expect(days(back)[0]).toMatchObject({ on: "2026-11-10" });
    expect(days(back)[0]?.says).toMatch(/^us-ear\/affiliates changes: /);
  });

  it("explains what is not known by what it could come to", () => {
    const open = { ...instance("me-south-1", "${var.type}"), variable: { type: { type: "string" } } };
    const found = impact(open, ["2022-10-06", "2026-11-23"]);
    expect(told(found)).toEqual(["allowed → blocked: gate/unresolved"]);
    expect(days(found)[0]?.says).toMatch(/^us-ear\/zone-a changes/);
  });

  it("counts warnings where they are what fails", () => {
    const germany = instance("eu-central-1", "p5.48xlarge");
    const span = ["2025-01-12", "2025-01-13"] as const;
    expect(impact(germany, span).blocks).toBe(false);
    expect(impact(germany, span, {}, { failOn: "warn" }).blocks).toBe(true);
    expect(told(impact(germany, span))).toEqual(["allowed → warned: us-ear/worldwide-a"]);
  });

  it("shows proposed law for the later day, and does not let it decide", () => {
    const terms = { endUsers: [{ name: "Tenant", headquarters: "CN" }] };
    const virginia = instance("us-east-1", "p5.48xlarge");
    const span = ["2026-01-01", "2026-11-23"] as const;
    const found = impact(virginia, span, terms, { assume: scenarios });
    expect(found.scenarios.map(({ findings }) => findings.length)).toEqual([1, 0]);
    const { scenarios: _, ...rest } = found;
    const { scenarios: __, ...without } = impact(virginia, span, terms);
    expect(rest).toEqual(without);
  });

  it("reports what two runs of check would, for any two days and parties", () => {
    const day = fc
      .date({ min: new Date("2022-06-01"), max: new Date("2027-06-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const place = fc.constantFrom("me-south-1", "me-central-1", "ap-east-1", "eu-central-1", "us-east-1");
    const type = fc.constantFrom("p5.48xlarge", "g6.xlarge", "p4d.24xlarge", "g4dn.xlarge", "${var.t}");
    const organization = fc.constantFrom(us, owned("MY", "CN"), owned("SG", "NI"), owned("SG", "KH"));
    fc.assert(
      fc.property(day, day, place, type, organization, (one, other, region, machine, organization) => {
        const [from, to] = [one, other].sort() as [string, string];
        const configuration = instance(region, machine);
        const terms = { organization };
        const found = impact(configuration, [from, to], terms);
        const verdictOn = (asOf: string) =>
          resultOf(estate(configuration), [], policyOf({ ...INTERNAL, ...terms, asOf })).verdict;
        expect([found.from.verdict, found.to.verdict]).toEqual([verdictOn(from), verdictOn(to)]);
        if (found.from.verdict === "allowed" && found.to.verdict === "blocked")
          expect(found.blocks).toBe(true);
        if (found.to.verdict === "allowed") expect(found.blocks).toBe(false);
        for (const { before, after, because } of found.changes) {
          expect(before.verdict).not.toBe(after.verdict);
          expect(because.length).toBeGreaterThan(0);
          for (const { changed } of because)
            for (const { on } of changed) expect(from < on && on <= to).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
