import type { Owner, Party, Policy } from "./policy";
import type { RuleId } from "./rule-ids";

/** A party of which the policy states who owns it. */
export interface OwnedParty {
  readonly party: Party;
  /** `organization`, `endUsers[2]`. */
  readonly path: string;
}

export function ownedParties({ organization, endUsers }: Policy): OwnedParty[] {
  return [
    { party: organization, path: "organization" },
    ...endUsers.map((party, i) => ({ party, path: `endUsers[${i}]` })),
  ].filter(({ party }) => (party.owners ?? []).length > 0);
}

/** How much of a party belongs to listed parties, in percent. */
export interface ListedShare {
  readonly least: number;
  /** More where the share of a listed owner is not known. */
  readonly most: number;
}

/** From here on what a listed party owns is restricted as it is itself. */
export const MAJORITY = 50;

/**
 * What listed owners own of a party together, directly and through others. An owner that is itself owned by half
 * counts in full, any other for the part of it that listed parties own: the stricter of two readings of "indirectly".
 */
export function listedShare(owners: readonly Owner[], isListed: (owner: Owner) => boolean): ListedShare {
  const known = owners.reduce((sum, { share = 0 }) => sum + share, 0);
  const rest = Math.max(0, 100 - known);
  let least = 0;
  let most = 0;
  let unknown = 0;
  for (const owner of owners) {
    const of = isListed(owner) ? { least: 100, most: 100 } : listedShare(owner.owners ?? [], isListed);
    least += ((owner.share ?? 0) * counted(of.least)) / 100;
    most += ((owner.share ?? 0) * counted(of.most)) / 100;
    if (owner.share === undefined) unknown = Math.max(unknown, counted(of.most));
  }
  return { least: rounded(least), most: rounded(most + (rest * unknown) / 100) };
}

function counted(share: number): number {
  return share >= MAJORITY ? 100 : share;
}

/** Sums of fractions must not miss the majority by their last digit. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

/** Owners with those behind them, and where the policy names each. */
export function allOwners(owners: readonly Owner[], path: string): { owner: Owner; path: string }[] {
  return owners.flatMap((owner, i) => {
    const at = `${path}.owners[${i}]`;
    return [{ owner, path: at }, ...allOwners(owner.owners ?? [], at)];
  });
}

/** Rules that cannot be judged under a policy without a screening list. */
export function needList(policy: Policy): RuleId[] {
  const open = ownedParties(policy).some(({ party, path }) =>
    allOwners(party.owners ?? [], path).some(({ owner }) => owner.listed === undefined),
  );
  return open ? ["us-ear/entity-list", "us-ear/affiliates"] : ["us-ear/entity-list"];
}
