/**
 * The rules of this version, and what an organization needs to write its own.
 *
 * @module landfall/rules
 */
export type { Opaque, Place, PlaceExpressions, Placement, Problem } from "../inventory/placement";
export { rulePage, ruleTable } from "../reports/rule-page";
export type { DataBoundary } from "../residency/boundary";
export type { DataFlow, Destination } from "../residency/flow";
export type { FlowRule } from "../residency/shape";
export type { Screen } from "../screening/of-policy";
export type { Entry, Snapshot } from "../screening/snapshot";
export type { DocumentKind } from "../terraform/input";
export {
  dataRules,
  debtRules,
  opacityRules,
  partyRules,
  placementRules,
  quantityRules,
  rules,
  uncertaintyRules,
} from "./all";
export { defineRule, type OwnRuleInput } from "./define";
export { type CountryTotal, totalsByCountry } from "./per-country";
export type * from "./rule";
export { stretchOn } from "./rule";
export { chip, country } from "./text";
