import { Command } from "commander";
import { isRuleId, RULE_IDS, ruleIds } from "../policy/rule-ids";
import { rulePage } from "../reports/rule-page";
import { type Rule, rules } from "../rules";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { formatOption, outputOption, type SharedOptions } from "./options";
import { write } from "./output";
import { UsageError } from "./status";

export function explainCommand(): Command {
  return new Command("explain")
    .description("one rule in full")
    .argument("<rule>", "a rule id, such as us-ear/zone-a")
    .addOption(formatOption())
    .addOption(outputOption())
    .addHelpText("after", "\nExample:\n  $ landfall explain us-ear/zone-a")
    .action((id: string, options: SharedOptions) => write(page(find(id), options), options.output));
}

function page(rule: Rule, { format }: SharedOptions): string {
  if (format !== "json") return rulePage(rule);
  const { judge: _, ...text } = rule;
  return `${JSON.stringify({ ...text, level: RULE_IDS[rule.id] }, null, 2)}\n`;
}

function find(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  if (isRuleId(id))
    throw new UsageError(
      `the rule ${id} is not judged by this version yet; expected one of ${rules.map((one) => one.id).join(", ")}`,
    );
  throw new UsageError(
    `${quote(id)} is not a rule; expected one of ${ruleIds.join(", ")}${didYouMean(suggest(id, ruleIds))}`,
  );
}
