/**
 * Landfall: guards a CDKTF app with a policy. Loads no provider bindings.
 *
 * @module landfall
 */
export { type GuardOptions, guard } from "./guard/guard";
export { PolicyViolationError } from "./guard/violation";
export type { Location } from "./inventory/placement";
export type { Review } from "./jurisdictions";
export type { AssumedFinding, Assumption } from "./policy/assume";
export type { PolicyInput } from "./policy/check";
export { PolicyError, type PolicyIssue } from "./policy/error";
export type { Finding, FindingSubject, SatisfiedBy } from "./policy/finding";
export type { JudgedPlacement } from "./policy/judge";
export type { Level } from "./policy/levels";
export {
  definePolicy,
  type LoadOptions,
  loadPolicy,
  type ParseOptions,
  type PolicyOptions,
  parsePolicy,
} from "./policy/load";
export type {
  Authorization,
  Boundary,
  Company,
  CountryLists,
  DeclaredFlow,
  Facts,
  OwnCap,
  Owner,
  Party,
  Plugin,
  Policy,
  RuleSetting,
  Screening,
  Waiver,
} from "./policy/policy";
export type { BuiltInRuleId, RuleId } from "./policy/rule-ids";
export type { Total } from "./policy/total";
export type { AuthorizationUse } from "./policy/usage";
export { toJson } from "./reports/json";
export { toPretty } from "./reports/pretty";
export type { PrettyOptions } from "./reports/style";
export type { Input, PluginInput, Result, RuleSummary, ScreeningInput } from "./result";
export { InputError } from "./terraform/input-error";
