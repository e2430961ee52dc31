import { Command } from "commander";
import { isRuleId, RULE_IDS, ruleIds } from "../policy/rule-ids";
import { rulePage, scenarioPage } from "../reports/rule-page";
import { type Rule, rules } from "../rules";
import type { Scenario } from "../rules/scenario";
import { scenarios } from "../rules/scenarios";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { formatOption, outputOption, type SharedOptions } from "./options";
import { write } from "./output";
import { UsageError } from "./status";

export function explainCommand(): Command {
  return new Command("explain")
    .description("one rule in full, or proposed law")
    .argument("<rule>", "a rule id, such as us-ear/zone-a, or a name that --assume takes")
    .addOption(formatOption())
    .addOption(outputOption())
    .addHelpText("after", "\nExample:\n  $ landfall explain us-ear/zone-a")
    .action((id: string, options: SharedOptions) => write(page(find(id), options), options.output));
}

function page(subject: Rule | Scenario, { format }: SharedOptions): string {
  const isRule = "judges" in subject;
  if (format !== "json") return isRule ? rulePage(subject) : scenarioPage(subject);
  const { judge: _, ...text } = subject;
  return `${JSON.stringify(isRule ? { ...text, level: RULE_IDS[subject.id] } : text, null, 2)}\n`;
}

function find(id: string): Rule | Scenario {
  const found = rules.find((one) => one.id === id) ?? scenarios.find((one) => one.id === id);
  if (found) return found;
  if (isRuleId(id))
    throw new UsageError(
      `the rule ${id} is not judged by this version yet; expected one of ${rules.map((one) => one.id).join(", ")}`,
    );
  const known = [...ruleIds, ...scenarios.map((one) => one.id)];
  throw new UsageError(
    `${quote(id)} is not a rule; expected one of ${known.join(", ")}${didYouMean(suggest(id, known))}`,
  );
}
