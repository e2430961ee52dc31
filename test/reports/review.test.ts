import fc from "fast-check";
import { reviewedUntil, reviewFor } from "../../lib/jurisdictions";
import { type Format, formatNames, render } from "../../lib/reports/formats";
import { explainBlocked } from "../../lib/reports/pretty";
import { cleanUp, run, stackIn, US } from "../evasion/app";
import { check, instance } from "../rules/helpers";
import { allowed } from "./example";

const DAY = 86_400_000;
const later = (days: number) => new Date(Date.parse(reviewedUntil) + days * DAY).toISOString().slice(0, 10);
const on = (days: number, format: Format) => render({ ...allowed, law: reviewFor(later(days)) }, format);

describe("how far the facts reach", () => {
  it("counts from the last day they were checked", () => {
    expect(reviewFor(reviewedUntil)).toEqual({ reviewedUntil, daysSince: 0 });
    expect(reviewFor("2022-10-07").daysSince).toBe(0);
    expect(reviewFor(later(1)).daysSince).toBe(1);
    expect(() => reviewFor("soon")).toThrow(RangeError);
    fc.assert(fc.property(fc.nat(100_000), (days) => reviewFor(later(days)).daysSince === days));
  });

  it.each(formatNames)("is said in %s from the day after", (format) => {
    expect(on(0, format)).not.toMatch(/checked up to/);
    if (format === "json") {
      expect(JSON.parse(on(60, format)).law).toEqual({ reviewedUntil, daysSince: 60 });
      return;
    }
    expect(on(1, format)).toMatch(/checked up to 2026-09-24; what changed in the day since/);
    expect(on(60, format)).toContain("what changed in the 60 days since is not known here.");
  });

  it.each([
    ["pretty", /is not known here\. Update\s+Landfall/],
    ["markdown", /\*\*Warning:\*\* The law was checked/],
    ["github", /::warning title=Landfall::The law was checked/],
    ["sarif", /"level": "warning",\s+"message": {\s+"text": "The law/],
    ["junit", /name="law\.warn"/],
  ] as const)("warns in %s after 90 days, not before", (format, warning) => {
    expect(on(90, format)).not.toMatch(warning);
    expect(on(91, format)).toMatch(warning);
  });

  it("is said in one line, quiet runs included", () => {
    const text = render({ ...allowed, law: reviewFor(later(91)) }, "pretty", { quiet: true, width: 400 });
    expect(text.split("\n").filter((line) => line.includes("checked up to"))).toHaveLength(1);
  });

  it("is said where synthesis is refused", () => {
    const blocked = check(instance("me-south-1", "p5.48xlarge"), { asOf: later(1) });
    expect(explainBlocked(blocked)).toContain("checked up to 2026-09-24");
  });

  it("is warned of by a synth that is allowed, which prints nothing else", () => {
    const warn = jest.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const synth = (days: number) => run((app) => stackIn(app, "eu-central-1"), { ...US, asOf: later(days) });
    expect([synth(90), synth(0)].map(({ verdict }) => verdict)).toEqual(["allowed", "allowed"]);
    expect(warn).not.toHaveBeenCalled();
    expect(synth(91).verdict).toBe("allowed");
    expect(warn).toHaveBeenCalledWith(expect.stringContaining("Update Landfall"), "LandfallWarning");
    warn.mockRestore();
    cleanUp();
  });

  it("is no finding, so no day fails a build by itself", () => {
    for (const days of [0, 1, 91, 3000]) {
      const frankfurt = check(
        instance("eu-central-1", "g4dn.xlarge"),
        { asOf: later(days) },
        { failOn: "note" },
      );
      expect(frankfurt).toMatchObject({ verdict: "allowed", findings: [] });
    }
  });
});
