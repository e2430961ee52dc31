import type { RoleOfParty } from "../rules/rule";
import { MAJORITY } from "./owners";
import type { Owner, Policy } from "./policy";

/** Everyone whose headquarters count. */
export function partiesOf({ organization, endUsers }: Policy): RoleOfParty[] {
  const parties = [
    { party: organization, role: "the organization", path: "organization" },
    ...endUsers.map((party, i) => ({ party, role: "end user", path: `endUsers[${i}]` })),
  ];
  return parties.flatMap(({ party, role, path }): RoleOfParty[] => {
    const { ultimateParent, owners: _, ...own } = party;
    const parent = ultimateParent && {
      ...ultimateParent,
      role: `ultimate parent of ${own.name}`,
      path: `${path}.ultimateParent`,
    };
    return [{ ...own, role, path }, ...(parent ? [parent] : majorityOwners(party, path))];
  });
}

/** Where no ultimate parent is stated, whoever owns half or more stands for one. */
function majorityOwners({ name, owners = [] }: Pick<Owner, "name" | "owners">, path: string): RoleOfParty[] {
  return owners.flatMap((owner, i) => {
    const { headquarters, share = 0, listed: _, owners: _behind, ...own } = owner;
    if (share < MAJORITY) return [];
    const at = `${path}.owners[${i}]`;
    const party = { ...own, role: `owner of ${share} percent of ${name}`, path: at };
    const known = headquarters === undefined ? [] : [{ ...party, headquarters }];
    return [...known, ...majorityOwners(owner, at)];
  });
}

/** Those who receive the compute: what an authorization's `recipients` must name. */
export function recipientsOf({ organization, endUsers }: Policy): string[] {
  return [organization, ...endUsers].map(({ name }) => name);
}
