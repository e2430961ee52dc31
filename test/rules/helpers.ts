import type { Location, Place, Placement } from "../../lib/inventory/placement";
import type { PolicyInput } from "../../lib/policy/check";
import type { Finding } from "../../lib/policy/finding";
import { judge } from "../../lib/policy/judge";
import type { Level } from "../../lib/policy/levels";
import { definePolicy } from "../../lib/policy/load";
import type { Policy } from "../../lib/policy/policy";
import { type Result, type ResultOptions, resultOf } from "../../lib/result";
import { instance } from "../../lib/rules/examples";
import type { Body } from "../../lib/terraform/configuration";
import { readConfiguration } from "../../lib/terraform/configuration";
import { estateOf } from "../../lib/terraform/synth/estate";

export { instance };

export const TODAY = "2026-11-23";

export const us = { name: "Example Compute Inc.", headquarters: "US" };
export const my = { name: "Example Compute Sdn. Bhd.", headquarters: "MY" };
export const owned = (headquarters: string, parent: string) => ({
  name: "Example Compute",
  headquarters,
  ultimateParent: { name: "Example Holdings", headquarters: parent },
});

/** What a test says of a policy; the rest is neutral. */
export type Terms = Partial<PolicyInput>;

export function policyOf(terms: Terms = {}): Policy {
  // Internal use, stated: silence on end users is a red flag of its own. A complete policy says what it means.
  const neutral = terms.version === undefined ? { endUsers: [] } : {};
  return definePolicy({ version: 1, asOf: TODAY, organization: us, access: "cloud", ...neutral, ...terms });
}

/** Judges one stack of Terraform JSON. */
export function check(
  configuration: Body,
  terms: Terms = {},
  options: ResultOptions = {},
  stack = "example",
): Result {
  const input = "cdktf.out/stacks/example/cdk.tf.json";
  const estate = estateOf([{ configuration: readConfiguration(stack, configuration), input }]);
  return resultOf(estate, [], policyOf(terms), options);
}

/** A machine placed in a country, as the inventory would hand it over. */
export function placed(
  accelerators: string | readonly string[] | "any",
  country: string | readonly string[] | "any",
  change: Partial<Placement> = {},
): Placement {
  return {
    address: "site_rack.gpu",
    stack: "example",
    input: "example",
    stage: "synth",
    machine: "rack",
    attribute: "machine",
    accelerators: accelerators === "any" ? "any" : [accelerators].flat(),
    count: 8,
    place: placeIn(country),
    problem: null,
    exists: true,
    stands: false,
    steps: [],
    assumed: [],
    ...change,
  };
}

export function placeIn(country: string | readonly string[] | "any"): Place {
  const one = typeof country === "string" && country !== "any" ? country : null;
  const location: Location = { cloud: "site", region: "hall", zone: null, country: one, from: "site hall" };
  const why = "the subnet is made elsewhere";
  return {
    location,
    countries: one === null ? (country as "any") : [one],
    problem: one === null ? { rule: "gate/unresolved", what: "subnet_id", why } : null,
    steps: [],
    assumed: [],
  };
}

/** Findings for an accelerator in a country where no cloud has to offer it. */
export function findingsOn(
  accelerator: string | readonly string[],
  country: string,
  terms: Terms = {},
): readonly Finding[] {
  return judge({ placements: [placed(accelerator, country)], opaque: [] }, policyOf(terms)).findings;
}

/** The rules that fired, with their level: "us-ear/zone-a block". */
export function said(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, level }) => `${rule} ${level}`);
}

/** The same without what is said of parties and facts. */
export function saidOfPlacements(findings: readonly Finding[]): string[] {
  return said(findings.filter(({ subject }) => subject.kind === "placement"));
}

export function only(findings: readonly Finding[], rule: string): Finding {
  const [found, ...others] = findings.filter((finding) => finding.rule === rule);
  if (found === undefined || others.length > 0)
    throw new Error(`expected one finding of ${rule}, got ${said(findings)}`);
  return found;
}

export function levelOf(findings: readonly Finding[], rule: string): Level | undefined {
  return findings.find((finding) => finding.rule === rule)?.level;
}

/** An authorization in force, for whatever a test limits it to. */
export function permit(satisfies: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    reference: "BIS D1234567",
    kind: "license" as const,
    satisfies: [satisfies],
    validFrom: "2020-01-01",
    validUntil: "2027-12-31",
    ...change,
  };
}

export function waiverOf(rule: string, address: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    rule,
    address,
    reason: "Reviewed by counsel under matter 4711",
    approvedBy: "Example Counsel",
    expires: "2026-12-31",
    ...change,
  };
}

/** A rule's setting at a level, with what lowering one takes. */
export function setTo(level: Level, until = "2026-12-31") {
  return { level, reason: "Reviewed by counsel under matter 4711", approvedBy: "Example Counsel", until };
}
