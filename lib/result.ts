import { version } from "../package.json";
import { takeInventory } from "./inventory/inventory";
import type { Inventory } from "./inventory/placement";
import { type Review, reviewFor } from "./jurisdictions";
import type { Assumption } from "./policy/assume";
import type { Finding } from "./policy/finding";
import { type JudgedPlacement, type JudgeOptions, judge } from "./policy/judge";
import type { Level } from "./policy/levels";
import { LEVELS } from "./policy/levels";
import { needList } from "./policy/owners";
import type { Plugin, Policy } from "./policy/policy";
import { type RuleId, ruleIds } from "./policy/rule-ids";
import type { AuthorizationUse } from "./policy/usage";
import { type DataFlows, flowsOf } from "./residency/flows";
import type { OwnRule } from "./rules/rule";
import { type Screen, screenOf } from "./screening/of-policy";
import type { Estate } from "./terraform/resource";

/** A file that was judged. */
export interface Input {
  readonly path: string;
  readonly kind: "synth" | "plan" | "state";
  /** `sha256:` and 64 hex digits, of the file's bytes. */
  readonly digest: string;
  readonly resources: number;
  /** Digests of the policies that a guard judged its configuration by, as far as it says. */
  readonly guardedBy: readonly string[];
}

/** The screening list that a run compared parties with. */
export interface ScreeningInput {
  readonly path: string;
  /** `sha256:` and 64 hex digits, of the file's bytes. */
  readonly digest: string;
  /** The day the list is of; null where nothing says it. */
  readonly date: string | null;
}

/** The outcome of a run; its JSON is the contract's. */
export interface Result {
  readonly tool: { readonly name: "landfall"; readonly version: string };
  readonly policy: { readonly path: string | null; readonly digest: string; readonly asOf: string };
  readonly verdict: "allowed" | "blocked";
  readonly inputs: readonly Input[];
  readonly placements: readonly JudgedPlacement[];
  readonly findings: readonly Finding[];
  /** What the run takes of each authorization's quantity, in the order of the policy. */
  readonly authorizations: readonly AuthorizationUse[];
  /** What the proposed law that was assumed would block; it decides nothing. */
  readonly scenarios: readonly Assumption[];
  /** Rules that were not judged, for want of a screening list. */
  readonly notJudged: readonly RuleId[];
  /** The screening list that parties were compared with; null where there was none. */
  readonly screening: ScreeningInput | null;
  /** How far the facts behind the rules were checked for the policy's day. */
  readonly law: Review;
  /** Modules that brought rules of the organization's own. */
  readonly plugins: readonly PluginInput[];
}

/** A module that brought rules to a run, and what they say. */
export interface PluginInput extends Pick<Plugin, "name" | "digest"> {
  readonly rules: readonly RuleSummary[];
}

/** What is told of a rule that only the policy's reader knows. */
export type RuleSummary = Pick<
  OwnRule,
  "id" | "level" | "title" | "explanation" | "history" | "citations" | "verification" | "remedy"
>;

export const tool = { name: "landfall", version } as const;

export interface ResultOptions extends Omit<JudgeOptions, "screening"> {
  /** The mildest level that blocks. @default "block" */
  readonly failOn?: Level;
}

/** Judges an estate and says whether it may be deployed. */
export function resultOf(
  estate: Estate,
  inputs: readonly Input[],
  policy: Policy,
  options: ResultOptions = {},
): Result {
  return resultOfSurvey(survey(estate, policy), inputs, policy, options);
}

/** What an estate holds and where its data goes, whatever the day. */
export interface Survey {
  readonly inventory: Inventory;
  readonly data: DataFlows;
}

export function survey(estate: Estate, { boundaries, known }: Policy): Survey {
  return { inventory: takeInventory(estate, known), data: flowsOf(estate, boundaries, known) };
}

/** The same of what was found and read before. */
export function resultOfSurvey(
  { inventory, data }: Survey,
  inputs: readonly Input[],
  policy: Policy,
  options: ResultOptions = {},
): Result {
  const screening = screenOf(policy);
  const judgement = judge(inventory, policy, { ...options, screening }, data);
  const { placements, findings, authorizations, scenarios } = judgement;
  return {
    tool,
    policy: { path: policy.path, digest: policy.digest, asOf: policy.asOf },
    verdict: findings.some((finding) => reaches(finding.level, options.failOn ?? "block"))
      ? "blocked"
      : "allowed",
    inputs,
    placements,
    findings,
    authorizations,
    scenarios,
    notJudged: notJudged(policy, screening),
    screening: screening && screeningInput(screening),
    law: reviewFor(policy.asOf),
    plugins: policy.plugins.map(({ name, digest, rules }) => ({ name, digest, rules: rules.map(summary) })),
  };
}

function summary(rule: OwnRule): RuleSummary {
  const { id, level, title, explanation, history, citations, verification, remedy } = rule;
  return { id, level, title, explanation, history, citations, verification, remedy };
}

function screeningInput({ snapshot: { path, digest, date } }: Screen): ScreeningInput {
  return { path, digest, date };
}

export function reaches(level: Level, threshold: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(threshold);
}

/** What a run leaves unjudged: it must not look as if it had been. */
function notJudged(policy: Policy, screening: Screen | null): RuleId[] {
  const unscreened = screening === null ? needList(policy) : [];
  return ruleIds.filter((id) => unscreened.includes(id));
}
