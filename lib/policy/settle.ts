import type { Debts } from "../rules/rule";
import { globToRegExp } from "../text/glob";
import { allot } from "./allot";
import { authorizationsFor, namesEntries } from "./aside";
import type { Finding } from "./finding";
import type { Policy, Waiver } from "./policy";
import type { Ruling } from "./ruling";

/**
 * Sets findings aside that an authorization satisfies or a waiver names: they stay in the list as notes that
 * say by what; so do those that a declared flow lets pass. An authorization that is asked for more than it grants satisfies nothing.
 */
export function settle(
  rulings: readonly Ruling[],
  policy: Policy,
  partial: boolean,
  boundaries: readonly string[] = [],
): { findings: Finding[]; debts: Debts } {
  const { covering, claims: ofPlacements } = allot(rulings, policy);
  const claims = [...ofPlacements];
  const waivers = policy.waivers.map((waiver) => ({ waiver, names: matcher(waiver, policy.asOf) }));
  const used = new Set<Waiver>();
  const findings = rulings.map((ruling) => {
    const { finding, remark, declared } = ruling;
    const flow = declared === undefined ? undefined : policy.flows[declared];
    if (flow !== undefined) return passed(finding, flow.authorization);
    const ofParty = remark ? [] : authorizationsFor(finding, policy);
    for (const i of ofParty) claims[i] ??= { accelerators: 0, tpp: 0 };
    const authorizations = [...covering(ruling), ...ofParty];
    if (authorizations.length > 0) return satisfied(finding, authorizations, policy);
    const naming = remark ? [] : waivers.filter(({ names }) => names(finding)).map(({ waiver }) => waiver);
    for (const waiver of naming) used.add(waiver);
    return naming[0] === undefined ? finding : waived(finding, naming[0]);
  });
  const declared = new Set(rulings.map((ruling) => ruling.declared));
  const declaredFlows = policy.flows.map((flow, i) => ({
    used: declared.has(i),
    missing: [flow.from, flow.to].filter((name) => !boundaries.includes(name)),
  }));
  const waiversUsed = policy.waivers.map((waiver) => used.has(waiver));
  return { findings, debts: { waiversUsed, authorizationClaims: claims, declaredFlows, partial } };
}

function passed(finding: Finding, authorization: string): Finding {
  return { ...finding, level: "note", satisfiedBy: { authorizations: [authorization] } };
}

function satisfied(finding: Finding, by: readonly number[], policy: Policy): Finding {
  const authorizations = by.flatMap((i) => policy.authorizations[i]?.reference ?? []);
  return { ...finding, level: "note", satisfiedBy: { authorizations } };
}

function waived(finding: Finding, { reason, approvedBy, expires }: Waiver): Finding {
  return { ...finding, level: "note", satisfiedBy: { waiver: { reason, approvedBy, expires } } };
}

/** Tells the findings a waiver sets aside on a day. */
function matcher(
  { rule, stack, address, entries, expires }: Waiver,
  asOf: string,
): (finding: Finding) => boolean {
  if (expires < asOf) return () => false;
  const stacks = globToRegExp(stack ?? "*");
  return (finding) =>
    finding.rule === rule &&
    stacks.test(finding.stack) &&
    isAtOrIn(finding.address, address) &&
    namesEntries(entries, finding);
}

/** The address itself, or one inside the module it names. */
function isAtOrIn(address: string, waived: string): boolean {
  if (address === waived) return true;
  const isModule = /(^|\.)module\.[^.[]+(\[[^\]]*\])?$/.test(waived);
  return isModule && (address.startsWith(`${waived}.`) || address.startsWith(`${waived}[`));
}
