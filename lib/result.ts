import { version } from "../package.json";
import { takeInventory } from "./inventory/inventory";
import type { Finding } from "./policy/finding";
import { type JudgedPlacement, type JudgeOptions, judge } from "./policy/judge";
import type { Level } from "./policy/levels";
import { LEVELS } from "./policy/levels";
import type { Policy } from "./policy/policy";
import { type RuleId, ruleIds } from "./policy/rule-ids";
import { rules } from "./rules";
import type { Estate } from "./terraform/resource";

/** A file that was judged. */
export interface Input {
  readonly path: string;
  readonly kind: "synth" | "plan" | "state";
  /** `sha256:` and 64 hex digits, of the file's bytes. */
  readonly digest: string;
  readonly resources: number;
}

/** The outcome of a run; its JSON is the contract's. */
export interface Result {
  readonly tool: { readonly name: "landfall"; readonly version: string };
  readonly policy: { readonly path: string | null; readonly digest: string; readonly asOf: string };
  readonly verdict: "allowed" | "blocked";
  readonly inputs: readonly Input[];
  readonly placements: readonly JudgedPlacement[];
  readonly findings: readonly Finding[];
  /** Rules the policy asks for that this version does not judge yet. */
  readonly notJudged: readonly RuleId[];
}

export const tool = { name: "landfall", version } as const;

export interface ResultOptions extends JudgeOptions {
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
  const { placements, findings } = judge(takeInventory(estate, policy.known), policy, options);
  return {
    tool,
    policy: { path: policy.path, digest: policy.digest, asOf: policy.asOf },
    verdict: findings.some((finding) => reaches(finding.level, options.failOn ?? "block"))
      ? "blocked"
      : "allowed",
    inputs,
    placements,
    findings,
    notJudged: notJudged(policy),
  };
}

export function reaches(level: Level, threshold: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(threshold);
}

/** What a policy relies on and no rule of this version judges: it must not look as if it had been. */
function notJudged(policy: Policy): RuleId[] {
  const judged = new Set(rules.map(({ id }) => id));
  const wanted = (id: RuleId) =>
    Object.hasOwn(policy.rules, id) || (id.startsWith("residency/") && policy.boundaries.length > 0);
  return ruleIds.filter((id) => !judged.has(id) && wanted(id));
}
