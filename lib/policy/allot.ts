import type { Kind } from "../rules/rule";
import { exceptionReaches } from "./exception";
import { recipientsOf } from "./parties";
import type { Authorization, Policy } from "./policy";
import type { RuleId } from "./rule-ids";
import type { Ruling } from "./ruling";
import { isOf, isOver, type Load, type Total, totalOf } from "./total";

/** How a policy's authorizations are shared out among rulings. */
export interface Allotment {
  /** Positions of the authorizations that together cover a ruling; none when any of it stays uncovered. */
  covering(ruling: Ruling): readonly number[];
  /** By position in the policy; undefined where nothing is in its scope. */
  readonly claims: readonly (Total | undefined)[];
}

/** One accelerator for one recipient, and the authorizations that allow it. */
interface Need extends Load {
  readonly candidates: readonly number[];
}

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
  const asked = new Map<number, Total>();
  let over: number[];
  do {
    for (const [i, total] of totalsOf(all, standing)) asked.set(i, total);
    over = [...standing].filter((i) => exceeds(asked.get(i), policy.authorizations[i]));
    for (const i of over) standing.delete(i);
  } while (over.length > 0);
  return {
    covering: (ruling) => serversOf(needs.get(ruling) ?? [], standing),
    claims: policy.authorizations.map((_, i) => claimOn(i, all, standing, asked.get(i))),
  };
}

/** Data takes none of the accelerators that are granted. */
const DATA: Load["placement"] = { stack: "", address: "", stage: "synth", count: 0 };

function needsOf({ finding, placement, caught, dataCountries }: Ruling, candidates: Candidates): Need[] {
  if (dataCountries) {
    const nothing = { accelerator: "", class: null, tpp: null };
    const lists = dataCountries.flatMap((country) => candidates(finding.rule, nothing, country));
    return lists.map((list) => ({ placement: DATA, tpp: 0, candidates: list }));
  }
  if (placement === undefined) return [];
  const { country } = placement.place.location;
  return caught.flatMap((one) =>
    candidates(finding.rule, one, country).map((list) => ({ placement, tpp: one.tpp, candidates: list })),
  );
}

/** For each recipient, who could cover an accelerator in a country under a rule. */
type Candidates = (rule: RuleId, caught: Kind, country: string | null) => readonly (readonly number[])[];

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
        ([, one]) =>
          one.satisfies.includes(rule) &&
          reaches(one, caught, country) &&
          exceptionReaches(one, caught, country, policy),
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

function reaches({ accelerators, countries }: Authorization, kind: Kind, country: string | null): boolean {
  return isOf(accelerators, kind) && (!countries || countries.includes(String(country)));
}

/**
 * What each is asked for: a placement counts once, however many rules it breaks and parties it serves, and with the
 * most capable of the accelerators it may turn out to be.
 */
function totalsOf(needs: readonly Need[], standing: ReadonlySet<number>): Map<number, Total> {
  const loads = new Map<number, Map<Load["placement"], Load>>();
  for (const need of needs) {
    const server = serverOf(need, standing);
    if (server === undefined) continue;
    const served = loads.get(server) ?? new Map<Load["placement"], Load>();
    const before = served.get(need.placement);
    loads.set(server, served.set(need.placement, before === undefined ? need : heavier(before, need)));
  }
  return new Map([...loads].map(([i, served]) => [i, totalOf([...served.values()])]));
}

function heavier(one: Load, other: Load): Load {
  if (one.tpp === null) return one;
  return other.tpp === null || other.tpp > one.tpp ? other : one;
}

function exceeds(total: Total | undefined, authorization: Authorization | undefined): boolean {
  if (total === undefined || authorization === undefined) return false;
  const { maxAccelerators, maxTpp } = authorization;
  return isOver(total.accelerators, maxAccelerators) || isOver(total.tpp, maxTpp);
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
  asked: Total | undefined,
): Total | undefined {
  const own = needs.filter(({ candidates }) => candidates.includes(i));
  if (own.length === 0) return undefined;
  const answers = standing.has(i) || own.some((need) => serverOf(need, standing) === undefined);
  return answers && asked !== undefined ? asked : { accelerators: 0, tpp: 0 };
}
