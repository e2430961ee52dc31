import { activeLevel, type Level } from "../../policy/levels";
import { ownRules } from "../../policy/own-rules";
import type { Policy } from "../../policy/policy";
import { levelOf, type RuleId } from "../../policy/rule-ids";
import { rules } from "../../rules/all";
import { citationsOn, historyRowOn } from "../../rules/history";
import { type Rule, stretchOn } from "../../rules/rule";

/** A rule as it stood on the day of the run, under the policy. */
export interface AppliedRule extends Pick<Rule, "id" | "title" | "citations"> {
  readonly level: Level;
  readonly from: string | null;
  readonly to: string | null;
  /** The day of its last change before the run; null where nothing changed. */
  readonly changed: string | null;
  readonly isUnenforced: boolean;
  /** False where the run lacked what the rule needs: a screening list. */
  readonly isJudged: boolean;
}

export function appliedRules(policy: Policy, notJudged: readonly RuleId[]): AppliedRule[] {
  const { rules: settings, asOf } = policy;
  return [...rules, ...ownRules(policy)].flatMap((rule) => {
    const stretch = stretchOn(rule, asOf);
    if (stretch === undefined) return [];
    const { id, title } = rule;
    const row = historyRowOn(rule, asOf);
    const changed = row?.from ?? null;
    return [
      {
        id,
        title,
        citations: citationsOn(rule, asOf),
        level: activeLevel(settings[id], levelOf(rule), asOf).level,
        from: stretch.from,
        to: stretch.to,
        changed: changed === stretch.from ? null : changed,
        isUnenforced: row?.state === "unenforced",
        isJudged: !notJudged.includes(id),
      },
    ];
  });
}
