import type { RuleSetting } from "./policy";

/** From mildest to strictest. */
export const LEVELS = ["note", "warn", "block"] as const;

/** How much a finding weighs: `block` refuses the deployment, `warn` and `note` tell. */
export type Level = (typeof LEVELS)[number];

export function isLower(level: Level, than: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(than);
}

export interface ActiveLevel {
  readonly level: Level;
  /** True when the policy lowers the rule, but only until a day before `asOf`; `level` is then the default. */
  readonly expired: boolean;
}

/**
 * The level a rule has on a day under its setting in the policy.
 *
 * `defaultLevel` is that of the case at hand, which may be milder than the rule's listed one (`gate/opaque`
 * warns at synth). `until` is the last day of a lowered level; a raised level does not expire.
 */
export function activeLevel(
  setting: RuleSetting | undefined,
  defaultLevel: Level,
  asOf: string,
): ActiveLevel {
  if (setting === undefined) return { level: defaultLevel, expired: false };
  const lowered = isLower(setting.level, defaultLevel);
  const expired = lowered && (setting.until === undefined || setting.until < asOf);
  return { level: expired ? defaultLevel : setting.level, expired };
}
