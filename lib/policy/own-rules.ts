import type { OwnRule } from "../rules/rule";
import type { Policy } from "./policy";

/** The rules that a policy's plugins bring. */
export function ownRules({ plugins }: Pick<Policy, "plugins">): OwnRule[] {
  return plugins.flatMap(({ rules }) => rules);
}
