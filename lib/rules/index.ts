/** The rules of this version, and what an organization needs to write its own. */
export { rulePage, ruleTable } from "../reports/rule-page";
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
