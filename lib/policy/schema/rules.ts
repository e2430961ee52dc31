import type { OwnRule } from "../../rules/rule";
import { show } from "../../text/show";
import { isLower, LEVELS, type Level } from "../levels";
import { type BuiltInRuleId, levelOf, type RuleId, ruleIds } from "../rule-ids";
import { APPROVER, date, oneOf, REASON, SHORTEST_REASON, section, text } from "./fields";

const fields = {
  level: oneOf(LEVELS).describe(
    "block stops synthesis and fails the check, warn and note are printed. Where a rule is milder by itself (gate/opaque warns at synth), a level above that raises it there too.",
  ),
  reason: text(REASON)
    .optional()
    .describe("Why the level is lowered, in 20 characters or more. Needed to lower a level."),
  approvedBy: text(APPROVER)
    .optional()
    .describe("The person who approves the lower level and answers for it. Needed to lower a level."),
  until: date
    .optional()
    .describe(
      "The last day of the lower level; after it the default applies again and policy/waiver reports the setting. Needed to lower a level, without effect on a raised one.",
    ),
};

interface Setting {
  readonly reason?: string | undefined;
  readonly approvedBy?: string | undefined;
  readonly until?: string | undefined;
}

function ruleSetting(id: RuleId, standard: Level) {
  return section("a mapping with level", fields)
    .superRefine((setting, context) => {
      if (!isLower(setting.level, standard)) return;
      const lowering = `lowering ${id} from ${standard} to ${setting.level} needs`;
      for (const [key, message] of shortcomings(setting, lowering))
        context.addIssue({ code: "custom", path: [key], message });
    })
    .optional()
    .describe(`Level ${standard} by default. See "landfall explain ${id}".`);
}

/** What a lowered level lacks: key and message. */
function shortcomings({ reason, approvedBy, until }: Setting, lowering: string): [string, string][] {
  const found: [string, string][] = [];
  if (reason === undefined) found.push(["reason", `missing; ${lowering} ${REASON}`]);
  else if (reason.length < SHORTEST_REASON)
    found.push(["reason", `${lowering} ${REASON}, got ${show(reason)}`]);
  if (approvedBy === undefined) found.push(["approvedBy", `missing; ${lowering} ${APPROVER}`]);
  if (until === undefined) found.push(["until", `missing; ${lowering} the last day it holds`]);
  return found;
}

type SettingField = ReturnType<typeof ruleSetting>;

/** Those of this version by name, and whatever rules a plugin brings. */
type RuleSettings = { [Id in BuiltInRuleId]: SettingField } & { [id: `${string}/${string}`]: SettingField };

/** @param own rules that plugins bring */
export function rulesWith(own: readonly OwnRule[]) {
  const listed = [...ruleIds.map((id) => ({ id })), ...own];
  return section(
    "a mapping of rule ids to settings",
    Object.fromEntries(listed.map((rule) => [rule.id, ruleSetting(rule.id, levelOf(rule))])) as RuleSettings,
  );
}
