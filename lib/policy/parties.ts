import type { RoleOfParty } from "../rules/rule";
import type { Policy } from "./policy";

/** Everyone whose headquarters count. */
export function partiesOf({ organization, endUsers }: Policy): RoleOfParty[] {
  const parties = [
    { party: organization, role: "the organization" },
    ...endUsers.map((party) => ({ party, role: "end user" })),
  ];
  return parties.flatMap(({ party, role }): RoleOfParty[] => [
    { name: party.name, headquarters: party.headquarters, role },
    ...(party.ultimateParent ? [{ ...party.ultimateParent, role: `ultimate parent of ${party.name}` }] : []),
  ]);
}

/** Those who receive the compute: what an authorization's `recipients` must name. */
export function recipientsOf({ organization, endUsers }: Policy): string[] {
  return [organization, ...endUsers].map(({ name }) => name);
}
