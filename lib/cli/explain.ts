import { Command } from "commander";
import { regimes } from "../../regions";
import type { Level } from "../policy/levels";
import { RULE_IDS, ruleIds } from "../policy/rule-ids";
import { regimeTable } from "../reports/regimes";
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
  if (!("judges" in subject)) return format === "json" ? json(subject) : scenarioPage(subject);
  const isOfData = subject.judges === "data";
  if (format === "json")
    return json({ ...subject, level: RULE_IDS[subject.id], ...(isOfData && { regimes }) });
  return isOfData ? `${rulePage(subject)}\n## Law\n\n${regimeTable()}` : rulePage(subject);
}

/** Without what cannot be written. */
function json({ judge: _, ...text }: (Rule | Scenario) & { readonly level?: Level }): string {
  return `${JSON.stringify(text, null, 2)}\n`;
}

function find(id: string): Rule | Scenario {
  const found = rules.find((one) => one.id === id) ?? scenarios.find((one) => one.id === id);
  if (found) return found;
  const known = [...ruleIds, ...scenarios.map((one) => one.id)];
  throw new UsageError(
    `${quote(id)} is not a rule; expected one of ${known.join(", ")}${didYouMean(suggest(id, known))}`,
  );
}
