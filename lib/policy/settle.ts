import type { AuthorizationClaim, Debts } from "../rules/rule";
import type { Finding } from "./finding";
import { recipientsOf } from "./parties";
import type { Authorization, Policy, Waiver } from "./policy";

/**
 * Sets findings aside that an authorization satisfies or a waiver names: they stay in the list as notes that
 * say by what. An authorization that is asked for more than it grants satisfies nothing.
 */
export function settle(
  findings: readonly Finding[],
  policy: Policy,
  partial: boolean,
): { findings: Finding[]; debts: Debts } {
  const needs = findings.map((finding) => (finding.level === "note" ? [] : covering(finding, policy)));
  const claims = policy.authorizations.map((_, i) => claimOn(i, findings, needs));
  const granted = (i: number) => isWithin(policy.authorizations[i], claims[i]);
  const waiversUsed = policy.waivers.map(() => false);
  const settled = findings.map((finding, at) => {
    const used = needs[at] ?? [];
    if (used.length > 0 && used.every(granted)) return satisfied(finding, used, policy);
    const waiver = policy.waivers.findIndex((one) => matches(one, finding, policy.asOf));
    if (waiver < 0 || finding.level === "note") return finding;
    waiversUsed[waiver] = true;
    return waived(finding, policy.waivers[waiver] as Waiver);
  });
  return { findings: settled, debts: { waiversUsed, authorizationClaims: claims, partial } };
}

/** Positions of the authorizations that together cover a finding for every recipient; none when they do not. */
function covering(finding: Finding, policy: Policy): number[] {
  const candidates = policy.authorizations.flatMap((one, i) => (isInScope(one, finding, policy) ? [i] : []));
  const used = new Set<number>();
  for (const recipient of recipientsOf(policy)) {
    const found = candidates.find((i) => policy.authorizations[i]?.recipients?.includes(recipient) ?? true);
    if (found === undefined) return [];
    used.add(found);
  }
  return [...used];
}

function isInScope(authorization: Authorization, finding: Finding, policy: Policy): boolean {
  const { subject, location } = finding;
  if (subject.kind !== "placement" || !authorization.satisfies.includes(finding.rule)) return false;
  const { asOf, access } = policy;
  const chips = authorization.accelerators;
  const countries = authorization.countries;
  return (
    authorization.validFrom <= asOf &&
    asOf <= authorization.validUntil &&
    (authorization.kind !== "legal-determination" || access === "cloud") &&
    (!chips || chips.includes(subject.accelerator) || chips.includes(String(subject.class))) &&
    (!countries || countries.includes(String(location?.country)))
  );
}

/** What a run asks of one authorization: each placement once, however many rules it breaks. */
function claimOn(
  i: number,
  findings: readonly Finding[],
  needs: readonly (readonly number[])[],
): AuthorizationClaim | undefined {
  const counts = new Map<string, number | null>();
  for (const [at, finding] of findings.entries()) {
    if (!needs[at]?.includes(i) || finding.subject.kind !== "placement") continue;
    const { attribute, accelerator, count } = finding.subject;
    counts.set(
      JSON.stringify([
        finding.input,
        finding.stack,
        finding.address,
        attribute,
        accelerator,
        finding.location,
      ]),
      count,
    );
  }
  if (counts.size === 0) return undefined;
  const all = [...counts.values()];
  return {
    accelerators: all.includes(null) ? null : all.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  };
}

function isWithin(authorization: Authorization | undefined, claim: AuthorizationClaim | undefined): boolean {
  if (authorization === undefined || claim === undefined) return false;
  if (authorization.maxAccelerators === undefined) return true;
  return claim.accelerators !== null && claim.accelerators <= authorization.maxAccelerators;
}

function satisfied(finding: Finding, used: readonly number[], policy: Policy): Finding {
  const references = used.flatMap((i) => policy.authorizations[i]?.reference ?? []);
  return { ...finding, level: "note", satisfiedBy: { authorizations: references } };
}

function waived(finding: Finding, { reason, approvedBy, expires }: Waiver): Finding {
  return { ...finding, level: "note", satisfiedBy: { waiver: { reason, approvedBy, expires } } };
}

function matches(waiver: Waiver, finding: Finding, asOf: string): boolean {
  return (
    waiver.rule === finding.rule &&
    asOf <= waiver.expires &&
    (waiver.stack === undefined || globToRegExp(waiver.stack).test(finding.stack)) &&
    (finding.address === waiver.address || covers(waiver.address, finding.address))
  );
}

/** A module path covers what is inside. */
function covers(path: string, address: string): boolean {
  return (
    /(^|\.)module\.[^.]+$/.test(path) && (address.startsWith(`${path}.`) || address.startsWith(`${path}[`))
  );
}

function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s");
}
