import type { Finding } from "./finding";
import type { Authorization, Policy } from "./policy";

/**
 * Positions of the authorizations that set aside a finding about a party: those that satisfy the rule for this party
 * and every list entry the finding rests on. One for a chip, a country or a quantity says nothing of a party.
 */
export function authorizationsFor(finding: Finding, policy: Policy): readonly number[] {
  const { rule, subject } = finding;
  if (subject.kind !== "party") return [];
  const { party } = subject;
  const covers = (one: Authorization) =>
    one.satisfies.includes(rule) &&
    one.validFrom <= policy.asOf &&
    policy.asOf <= one.validUntil &&
    !isLimited(one) &&
    (one.recipients === undefined || (party !== null && one.recipients.includes(party))) &&
    namesEntries(one.entries, finding);
  const first = policy.authorizations.findIndex(covers);
  return first === -1 ? [] : [first];
}

/** Whether these are all the list entries that a finding rests on; true where it rests on none. */
export function namesEntries(entries: readonly string[] | undefined, { subject }: Finding): boolean {
  if (subject.kind !== "party" || subject.entries === null) return true;
  return subject.entries.length > 0 && subject.entries.every((id) => entries?.includes(id) === true);
}

function isLimited({ accelerators, countries, maxAccelerators, maxTpp }: Authorization): boolean {
  return [accelerators, countries, maxAccelerators, maxTpp].some((limit) => limit !== undefined);
}
