import { licenseExceptionOn, licenseExceptions } from "../../lib/jurisdictions";
import { findingsOn, owned, permit, said, type Terms } from "../rules/helpers";
import { issuesOf } from "./helpers";

const L40 = "nvidia-l40";
const using = (exception: string, ...satisfies: readonly string[]) =>
  satisfies.map((rule) =>
    permit(rule, { kind: "license-exception", exception, reference: `${exception} ${rule}` }),
  );
const terms = (exception: string, rule: string, more: Terms = {}): Terms =>
  ({ authorizations: using(exception, rule), ...more }) as Terms;

describe("licence exceptions", () => {
  it("exist from their first day, without overlaps", () => {
    expect(licenseExceptionOn("NAC", "2023-11-16")).toBeUndefined();
    expect(licenseExceptionOn("NAC", "2023-11-17")?.where).toBe("anywhere");
    expect(licenseExceptionOn("NAC", "2024-04-04")?.where).toBe("Macau and D:5");
    expect(licenseExceptionOn("ACA", "2024-04-03")).toBeUndefined();
    expect(licenseExceptionOn("LPP", "2025-01-12")).toBeUndefined();
    for (const { code, from, to } of licenseExceptions)
      for (const day of [from, to ?? "2026-11-23"])
        expect(
          licenseExceptions.filter((one) => one.code === code && one === licenseExceptionOn(code, day)),
        ).toHaveLength(1);
  });

  it.each([
    ["NAC", L40, "CN", "us-ear/zone-b", "note"],
    ["NAC", L40, "SA", "us-ear/zone-b", "block"],
    ["ACA", L40, "SA", "us-ear/zone-b", "note"],
    ["ACA", L40, "CN", "us-ear/zone-b", "block"],
    ["NAC", "nvidia-h100-sxm", "CN", "us-ear/zone-a", "block"],
    ["NAC", "nvidia-rtx-4090", "CN", "us-ear/zone-a", "note"],
    ["LPP", "nvidia-h100-sxm", "MY", "us-ear/worldwide-a", "note"],
  ])("%s for %s in %s under %s: %s", (exception, accelerator, country, rule, level) => {
    const findings = findingsOn(accelerator, country, terms(exception, rule));
    expect(said(findings)).toContain(`${rule} ${level}`);
    expect(said(findings).includes("policy/authorization block")).toBe(level === "block");
  });

  it("follow the parties, as the rules do", () => {
    const organization = owned("MY", "CN");
    const level = (exception: string) =>
      findingsOn(L40, "MY", terms(exception, "us-ear/headquarters-b", { organization }))[0]?.level;
    expect(level("NAC")).toBe("note");
    expect(level("ACA")).toBe("block");
  });

  it("cover nothing before they existed, and the finding says so", () => {
    const findings = findingsOn(L40, "SA", terms("ACA", "us-ear/zone-b", { asOf: "2024-04-03" }));
    expect(said(findings)).toEqual(["us-ear/zone-b block", "policy/authorization block"]);
    expect(findings[1]?.message).toContain("licence exception ACA, which did not exist on 2024-04-03");
  });

  it("are taken by kind license-exception only, and those of the Diffusion rule for its rule only", () => {
    const lines = (kind: string, exception: string, rule: string) =>
      `authorizations:\n  - { reference: A, kind: ${kind}, exception: ${exception}, satisfies: [${rule}], validFrom: 2026-01-01, validUntil: 2026-12-31 }\n`;
    expect(issuesOf(lines("license", "NAC", "us-ear/zone-b"))).toEqual([
      "authorizations[0].exception: expected no exception, as kind is license; only license-exception takes one",
    ]);
    expect(issuesOf(lines("license-exception", "LPP", "us-ear/zone-a"))[0]).toContain(
      "expected us-ear/worldwide-a, the only rule that LPP can satisfy",
    );
    expect(issuesOf(lines("license-exception", "NACA", "us-ear/zone-b"))[0]).toMatch(/NACA.*did you mean/);
  });
});
