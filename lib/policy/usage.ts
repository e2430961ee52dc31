import type { Authorization, Policy } from "./policy";
import type { Total } from "./total";

/** What a run takes of an authorization's quantity. */
export interface AuthorizationUse {
  readonly reference: string;
  /** What is placed under it; null where a part of it is not known. */
  readonly used: Total;
  /** What it grants beyond that, never below 0; null where it sets no limit, or what is used is not known. */
  readonly left: Total;
}

/** In the order of the policy. */
export function authorizationUses(
  policy: Policy,
  claims: readonly (Total | undefined)[],
): AuthorizationUse[] {
  return policy.authorizations.map((granted, i) => useOf(granted, claims[i] ?? NOTHING));
}

const NOTHING: Total = { accelerators: 0, tpp: 0 };

function useOf({ reference, maxAccelerators, maxTpp }: Authorization, claim: Total) {
  const { accelerators } = claim;
  const tpp = claim.tpp === null ? null : Number(claim.tpp.toFixed(1));
  return {
    reference,
    used: { accelerators, tpp },
    left: { accelerators: rest(maxAccelerators, accelerators), tpp: rest(maxTpp, tpp) },
  };
}

function rest(most: number | undefined, used: number | null): number | null {
  return most === undefined || used === null ? null : Math.max(0, Number((most - used).toFixed(1)));
}
