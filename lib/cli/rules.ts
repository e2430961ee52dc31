import { Command } from "commander";
import { RULE_IDS, ruleIds } from "../policy/rule-ids";
import { columns, wrap } from "../reports/format";
import { type Rule, rules, stretchOn } from "../rules";
import { asOfOption, formatOption, outputOption, type SharedOptions } from "./options";
import { lineWidth, write } from "./output";

export function rulesCommand(): Command {
  return new Command("rules")
    .description("every rule with its dates and citations; with --as-of, those in force on a day")
    .addOption(asOfOption("every day"))
    .addOption(formatOption())
    .addOption(outputOption())
    .addHelpText("after", "\nExample:\n  $ landfall rules --as-of 2023-01-01")
    .action((options: SharedOptions) => write(list(options), options.output));
}

function list({ asOf, format }: SharedOptions): string {
  const chosen = rules.filter((rule) => asOf === undefined || stretchOn(rule, asOf) !== undefined);
  if (format === "json") return `${JSON.stringify(chosen.map(summary), null, 2)}\n`;
  const later = ruleIds.filter((id) => !rules.some((rule) => rule.id === id));
  return [
    ...chosen.flatMap(paragraph),
    ...wrap(`Named in the contract, not judged by this version: ${later.join(", ")}.`, lineWidth()),
    "",
  ].join("\n");
}

function summary({ id, title, history, citations, verification, remedy }: Rule) {
  return { id, title, level: RULE_IDS[id], history, citations, verification, remedy };
}

function paragraph({ id, title, history, citations }: Rule): string[] {
  const dates = history.map(({ from, to }) => `${from ?? "always"} to ${to ?? "today"}`).join(", ");
  return [
    ...columns([[id, RULE_IDS[id], dates]], ""),
    ...wrap(title, lineWidth(), "  "),
    ...citations.map(({ cite, url }) => `  ${cite} <${url}>`),
    "",
  ];
}
