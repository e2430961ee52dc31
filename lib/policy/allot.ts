import type { Placement } from "../inventory/placement";
import type { AuthorizationClaim } from "../rules/rule";
import { recipientsOf } from "./parties";
import type { Authorization, Policy } from "./policy";
import type { RuleId } from "./rule-ids";
import type { Caught, Ruling } from "./ruling";

/** How a policy's authorizations are shared out among rulings. */
export interface Allotment {
  /** Positions of the authorizations that together cover a ruling; none when any of it stays uncovered. */
  covering(ruling: Ruling): readonly number[];
  /** By position in the policy; undefined where nothing is in its scope. */
  readonly claims: readonly (AuthorizationClaim | undefined)[];
}

/** One accelerator for one recipient, and the authorizations that allow it. */
interface Need {
  readonly placement: Placement;
  readonly candidates: readonly number[];
}

type Count = AuthorizationClaim["accelerators"];

/**
 * Each need goes to the first authorization that covers it. One that is so asked for more than it grants serves
 * nobody, and its needs go to the next. Thus no order of placements matters, and one authorization more never
 * takes cover away.
 */
export function allot(rulings: readonly Ruling[], policy: Policy): Allotment {
  const candidates = candidatesOf(policy);
  const needs = new Map(rulings.map((ruling) => [ruling, needsOf(ruling, candidates)]));
  const all = [...needs.values()].flat();
  const standing = new Set(policy.authorizations.keys());
  const asked = new Map<number, Count>();
  let over: number[];
  do {
    for (const [i, count] of loadsOf(all, standing)) asked.set(i, count);
    over = [...standing].filter((i) => exceeds(asked.get(i), policy.authorizations[i]));
    for (const i of over) standing.delete(i);
  } while (over.length > 0);
  return {
    covering: (ruling) => serversOf(needs.get(ruling) ?? [], standing),
    claims: policy.authorizations.map((_, i) => claimOn(i, all, standing, asked.get(i))),
  };
}

function needsOf({ finding, placement, caught }: Ruling, candidates: Candidates): Need[] {
  if (placement === undefined) return [];
  const { country } = placement.place.location;
  return caught
    .flatMap((accelerator) => candidates(finding.rule, accelerator, country))
    .map((list) => ({ placement, candidates: list }));
}

/** For each recipient, who could cover an accelerator in a country under a rule. */
type Candidates = (rule: RuleId, caught: Caught, country: string | null) => readonly (readonly number[])[];

/** Many placements ask the same, and many recipients have the same answer. */
function candidatesOf(policy: Policy): Candidates {
  const valid = [...policy.authorizations.entries()].filter(([, one]) => isValid(one, policy));
  const known = new Map<string, readonly (readonly number[])[]>();
  return (rule, caught, country) => {
    if (policy.authorizations.length === 0) return [];
    const key = `${rule} ${caught.accelerator} ${country}`;
    let found = known.get(key);
    if (found === undefined) {
      const inScope = valid.filter(
        ([, one]) => one.satisfies.includes(rule) && reaches(one, caught, country),
      );
      found = perRecipient(inScope, policy);
      known.set(key, found);
    }
    return found;
  };
}

function perRecipient(inScope: readonly (readonly [number, Authorization])[], policy: Policy): number[][] {
  const lists = recipientsOf(policy).map((recipient) =>
    inScope.flatMap(([i, { recipients }]) => ((recipients?.includes(recipient) ?? true) ? [i] : [])),
  );
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}

function isValid({ kind, validFrom, validUntil }: Authorization, { asOf, access }: Policy): boolean {
  return validFrom <= asOf && asOf <= validUntil && (kind !== "legal-determination" || access === "cloud");
}

function reaches(
  { accelerators, countries }: Authorization,
  caught: Caught,
  country: string | null,
): boolean {
  return (
    (!accelerators ||
      accelerators.includes(caught.accelerator) ||
      accelerators.includes(String(caught.class))) &&
    (!countries || countries.includes(String(country)))
  );
}

/** What each is asked for: a placement counts once, however many rules it breaks and parties it serves. */
function loadsOf(needs: readonly Need[], standing: ReadonlySet<number>): Map<number, Count> {
  const placements = new Map<number, Set<Placement>>();
  for (const need of needs) {
    const server = serverOf(need, standing);
    if (server === undefined) continue;
    const served = placements.get(server) ?? new Set();
    placements.set(server, served.add(need.placement));
  }
  return new Map([...placements].map(([i, served]) => [i, total([...served])]));
}

function total(placements: readonly Placement[]): Count {
  return placements.reduce<Count>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

function exceeds(count: Count | undefined, authorization: Authorization | undefined): boolean {
  const most = authorization?.maxAccelerators;
  return most !== undefined && count !== undefined && (count === null || count > most);
}

function serverOf({ candidates }: Need, standing: ReadonlySet<number>): number | undefined {
  return candidates.find((i) => standing.has(i));
}

function serversOf(needs: readonly Need[], standing: ReadonlySet<number>): number[] {
  const servers = needs.map((need) => serverOf(need, standing));
  const found = servers.filter((i) => i !== undefined);
  return found.length === servers.length ? [...new Set(found)] : [];
}

/** One that was asked for too much answers for it only where nobody else could step in. */
function claimOn(
  i: number,
  needs: readonly Need[],
  standing: ReadonlySet<number>,
  asked: Count | undefined,
): AuthorizationClaim | undefined {
  const own = needs.filter(({ candidates }) => candidates.includes(i));
  if (own.length === 0) return undefined;
  const answers = standing.has(i) || own.some((need) => serverOf(need, standing) === undefined);
  return { accelerators: answers && asked !== undefined ? asked : 0 };
}
