import type { RuleId } from "../policy/rule-ids";

/** The rule that blocks an accelerator (by id) in a country (ISO 3166-1 alpha-2), if one does; any, where the accelerator is not known. */
export type Blocking = (accelerator: string, country: string) => RuleId | undefined;
