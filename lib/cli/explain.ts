import { Command } from "commander";
import { regimes } from "../../regions";
import type { Level } from "../policy/levels";
import { levelOf } from "../policy/rule-ids";
import { regimeTable } from "../reports/regimes";
import { rulePage, scenarioPage } from "../reports/rule-page";
import { styleOf } from "../reports/style";
import { terminalPage } from "../reports/terminal-page";
import { rules } from "../rules/all";
import type { Rule } from "../rules/rule";
import type { Scenario } from "../rules/scenario";
import { scenarios } from "../rules/scenarios";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import {
  colorOption,
  formatOption,
  outputOption,
  pluginsOption,
  rulesOfPolicy,
  type SharedOptions,
} from "./options";
import { isForTerminal, styleFor, write } from "./output";
import { UsageError } from "./status";

export function explainCommand(): Command {
  return new Command("explain")
    .description("one rule in full, or proposed law")
    .argument("<rule>", "a rule id, such as us-ear/zone-a, or a name that --assume takes")
    .addOption(pluginsOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(colorOption())
    .addHelpText("after", "\nExample:\n  $ landfall explain us-ear/zone-a")
    .action((id: string, options: SharedOptions) =>
      write(answer(find(id, options), options), options.output),
    );
}

/** Markdown for files and other programs, which a terminal would break in the middle of words. */
function answer(subject: Rule | Scenario, options: SharedOptions): string {
  if (options.format === "json") return jsonOf(subject);
  const page = pageOf(subject);
  return isForTerminal(options.output) ? terminalPage(page, styleOf(styleFor(options))) : page;
}

function pageOf(subject: Rule | Scenario): string {
  if (!("judges" in subject)) return scenarioPage(subject);
  return subject.judges === "data" ? `${rulePage(subject)}\n## Law\n\n${regimeTable()}` : rulePage(subject);
}

function jsonOf(subject: Rule | Scenario): string {
  if (!("judges" in subject)) return json(subject);
  return json({ ...subject, level: levelOf(subject), ...(subject.judges === "data" && { regimes }) });
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
    `${quote(id)} is not a rule; expected one of ${known.join(", ")}${mayBeOwn ? "; for a rule of a plugin, name the policy with --policy" : ""}${didYouMean(suggest(id, known))}`,
  );
}
