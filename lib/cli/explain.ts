import { Command } from "commander";
import { regimes } from "../../regions";
import type { Level } from "../policy/levels";
import { levelOf } from "../policy/rule-ids";
import { regimeTable } from "../reports/regimes";
import { rulePage, scenarioPage } from "../reports/rule-page";
import { rules } from "../rules/all";
import type { Rule } from "../rules/rule";
import type { Scenario } from "../rules/scenario";
import { scenarios } from "../rules/scenarios";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { formatOption, outputOption, pluginsOption, rulesOfPolicy, type SharedOptions } from "./options";
import { write } from "./output";
import { UsageError } from "./status";

export function explainCommand(): Command {
  return new Command("explain")
    .description("one rule in full, or proposed law")
    .argument("<rule>", "a rule id, such as us-ear/zone-a, or a name that --assume takes")
    .addOption(pluginsOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addHelpText("after", "\nExample:\n  $ landfall explain us-ear/zone-a")
    .action((id: string, options: SharedOptions) => write(page(find(id, options), options), options.output));
}

function page(subject: Rule | Scenario, { format }: SharedOptions): string {
  if (!("judges" in subject)) return format === "json" ? json(subject) : scenarioPage(subject);
  const isOfData = subject.judges === "data";
  if (format === "json") return json({ ...subject, level: levelOf(subject), ...(isOfData && { regimes }) });
  return isOfData ? `${rulePage(subject)}\n## Law\n\n${regimeTable()}` : rulePage(subject);
}

/** Without what cannot be written. */
function json({ judge: _, ...text }: (Rule | Scenario) & { readonly level?: Level }): string {
  return `${JSON.stringify(text, null, 2)}\n`;
}

function find(id: string, { policy }: SharedOptions): Rule | Scenario {
  const own = rulesOfPolicy(policy);
  const all = [...rules, ...own, ...scenarios];
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const known = all.map((one) => one.id);
  const mayBeOwn = policy === undefined && id.includes("/");
  throw new UsageError(
    `${quote(id)} is not a rule; expected one of ${known.join(", ")}${didYouMean(suggest(id, known))}${mayBeOwn ? "; for a rule of a plugin, name the policy with --policy" : ""}`,
  );
}
