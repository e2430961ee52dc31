/** Landfall: guards a CDKTF app with a policy. Loads no provider bindings. */
export { type GuardOptions, guard } from "./guard/guard";
export { PolicyViolationError } from "./guard/violation";
export type { AssumedFinding, Assumption } from "./policy/assume";
export type { PolicyInput } from "./policy/check";
export { PolicyError, type PolicyIssue } from "./policy/error";
export type { Finding, FindingSubject, SatisfiedBy } from "./policy/finding";
export type { JudgedPlacement } from "./policy/judge";
export type { Level } from "./policy/levels";
export { definePolicy, type LoadOptions, loadPolicy, parsePolicy } from "./policy/load";
export type {
  Authorization,
  Boundary,
  Company,
  Facts,
  OwnCap,
  Party,
  Policy,
  RuleSetting,
  Waiver,
} from "./policy/policy";
export type { RuleId } from "./policy/rule-ids";
export type { Total } from "./policy/total";
export type { AuthorizationUse } from "./policy/usage";
export { toJson } from "./reports/json";
export { type PrettyOptions, toPretty } from "./reports/pretty";
export type { Input, Result } from "./result";
export { InputError } from "./terraform/input-error";
