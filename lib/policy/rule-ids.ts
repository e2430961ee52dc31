import type { Level } from "./levels";

/**
 * Every rule id of this version with its default level. Ids are never reused.
 *
 * Where a rule has two levels the stricter is listed: `us-ear/headquarters-a` warns inside the United States,
 * `gate/opaque` warns at synth.
 */
export const RULE_IDS = {
  "us-ear/zone-a": "block",
  "us-ear/zone-b": "block",
  "us-ear/headquarters-a": "block",
  "us-ear/headquarters-b": "block",
  "us-ear/uae": "block",
  "us-ear/is-informed": "block",
  "us-ear/worldwide-a": "warn",
  "us-ear/entity-list": "block",
  "us-ear/affiliates": "block",
  "us-ear/red-flags": "warn",
  "my-sta/transfer": "warn",
  "org/country": "block",
  "org/caps": "block",
  "residency/at-rest": "block",
  "residency/replication": "block",
  "residency/network": "block",
  "residency/keys": "block",
  "residency/sharing": "block",
  "gate/unresolved": "block",
  "gate/unknown-accelerator": "block",
  "gate/unknown-location": "block",
  "gate/opaque": "block",
  "policy/waiver": "block",
  "policy/authorization": "block",
} as const satisfies Record<string, Level>;

/** A rule of this version's; ids are never reused. */
export type BuiltInRuleId = keyof typeof RULE_IDS;

/** A rule of this version's, or one that a plugin of the policy brings: `acme/country-cap`. */
export type RuleId = BuiltInRuleId | (`${string}/${string}` & {});

export function isBuiltIn(text: string): text is BuiltInRuleId {
  return Object.hasOwn(RULE_IDS, text);
}

/** In the order of the list. */
export const ruleIds: readonly BuiltInRuleId[] = Object.keys(RULE_IDS).filter(isBuiltIn);

/** A rule's default level: that of the list, or what a plugin's rule says itself. */
export function levelOf({ id, level = "block" }: { readonly id: string; readonly level?: Level }): Level {
  return isBuiltIn(id) ? RULE_IDS[id] : level;
}
