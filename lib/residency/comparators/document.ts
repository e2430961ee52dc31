import type { Value } from "../../terraform/value";
import { isUnknown } from "../../terraform/value";
import type { Asking } from "../asking";
import { type Principal, readGrants, readPermissions } from "../documents";
import { type Destination, notKnown, toOrganization, toWorld } from "../flow";

/** Where a resource policy opens data to. */
export function comparePolicy(value: Value, asking: Asking): Destination[] {
  const { grants, problem } = readGrants(value, asking.resource);
  const open = grants.flatMap(({ principal, path }) =>
    reached(principal, asking).map((to) => ({ ...to, what: `${to.what} (${path})` })),
  );
  return problem === undefined ? open : [...open, ...unread(value, problem, asking)];
}

/** Actions that let data out later. A policy that cannot be read is the business of whoever may use it. */
export function comparePermissions(value: Value, { resource }: Asking): Destination[] {
  if (typeof value === "string" && !mayCarry(value)) return [];
  const { permissions } = readPermissions(value, resource);
  return permissions.map(({ action, path }) => toWorld(`wherever ${action} puts it (${path})`));
}

/** Whether the text of a policy may allow what lets data out. */
export function mayCarry(text: string): boolean {
  return MAY_CARRY.test(text);
}

/** Words of the actions that carry data, and any action with a wildcard: most policies have none. */
const MAY_CARRY =
  /copy|replic|peering|share|policy|acl|attribute|enableregion|globaltable|publicaccess|"(?!arn:)[\w-]*:?[^":]*[*?]|\\u/i;

function reached(principal: Principal, asking: Asking): Destination[] {
  switch (principal.kind) {
    case "world":
      return [toWorld("anyone")];
    case "account":
      return asking.compare(principal.id, "account");
    case "organization":
      return [toOrganization(`organization ${principal.id ?? "of the account"}`)];
    case "service":
      return [];
    case "federated":
      return [toWorld(`whoever ${principal.id} lets in`)];
    case "canonical":
      return [
        {
          ...notKnown(`canonical user ${principal.id}`, "a canonical user does not tell its account"),
          countries: null,
        },
      ];
  }
}

/** A policy that a plan knows only after apply, because it names resources of its own, is ordinary and cannot be read. */
function unread(value: Value, problem: string, asking: Asking): Destination[] {
  const isOfApply = isUnknown(value) && value.form === null && value.references.length > 0;
  if (isOfApply && asking.resource.stage === "plan") {
    const places = asking.compare(value, "arn-or-id");
    return [
      ...places,
      { ...toWorld("whom its policy names"), reach: "named", problem, isHiddenByPlan: true, countries: null },
    ];
  }
  return [{ ...notKnown("whom its policy names", problem), reach: "named" }];
}
