import { Command } from "commander";
import { reviewFor } from "../jurisdictions";
import { levelOf } from "../policy/rule-ids";
import { hanging, wrap } from "../reports/format";
import { type Style, styleOf } from "../reports/style";
import { reviewRemark } from "../reports/words";
import { rules } from "../rules/all";
import { citationsOn, historyRowOn } from "../rules/history";
import { type Rule, stretchOn } from "../rules/rule";
import {
  asOfOption,
  colorOption,
  formatOption,
  outputOption,
  pluginsOption,
  rulesOfPolicy,
  type SharedOptions,
} from "./options";
import { styleFor, write } from "./output";

export function rulesCommand(): Command {
  return new Command("rules")
    .description(
      "every rule with its dates and citations; with --as-of, those in force on a day, and which were not",
    )
    .addOption(pluginsOption())
    .addOption(asOfOption("every day"))
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(colorOption())
    .addHelpText("after", "\nExample:\n  $ landfall rules --as-of 2023-01-01")
    .action((options: SharedOptions) => write(list(options), options.output));
}

function list(options: SharedOptions): string {
  const { asOf, format, policy } = options;
  const style = styleOf(styleFor(options));
  const all = [...rules, ...rulesOfPolicy(policy)];
  const chosen = all.filter((rule) => asOf === undefined || stretchOn(rule, asOf) !== undefined);
  if (format === "json") return `${JSON.stringify(chosen.map(summary), null, 2)}\n`;
  const remarks =
    asOf === undefined
      ? []
      : [...notInForce(asOf, all), ...reviewRemark(reviewFor(asOf)).map(({ text }) => text)];
  return `${[
    ...chosen.map((rule) => paragraph(rule, asOf, style)),
    ...remarks.map((line) => wrap(line, style.prose)),
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** What does not fire on a day, and since or until when. */
function notInForce(asOf: string, all: readonly Rule[]): string[] {
  const others = all.filter((rule) => stretchOn(rule, asOf) === undefined);
  const said = (title: string, list: readonly (string | undefined)[]) => {
    const found = list.filter((one) => one !== undefined);
    return found.length === 0 ? [] : [`${title} on ${asOf}: ${found.join(", ")}.`];
  };
  return [
    ...said(
      "Not yet in force",
      others.map((rule) => begins(rule, asOf)),
    ),
    ...said(
      "Stayed",
      others.map((rule) => stayed(rule, asOf)),
    ),
    ...said(
      "No longer in force",
      others.map((rule) => ended(rule, asOf)),
    ),
  ];
}

function begins({ id, history }: Rule, asOf: string): string | undefined {
  const first = history[0]?.from ?? "";
  return first > asOf ? `${id} (from ${first})` : undefined;
}

function stayed(rule: Rule, asOf: string): string | undefined {
  const row = historyRowOn(rule, asOf);
  return row === undefined ? undefined : `${rule.id} (${row.from} to ${row.to ?? "today"})`;
}

function ended(rule: Rule, asOf: string): string | undefined {
  const last = rule.history.findLast(({ to }) => to !== null && to < asOf)?.to;
  return last && historyRowOn(rule, asOf) === undefined ? `${rule.id} (until ${last})` : undefined;
}

function summary(rule: Rule) {
  const { id, title, history, citations, verification, remedy } = rule;
  return { id, title, level: levelOf(rule), history, citations, verification, remedy };
}

function paragraph(rule: Rule, asOf: string | undefined, { paint, width, prose }: Style): string[] {
  const { id, title } = rule;
  const dates = asOf === undefined ? datesOf(rule) : datesOn(rule, asOf);
  const citations = asOf === undefined ? rule.citations : citationsOn(rule, asOf);
  return [
    ...hanging(`${id}  ${levelOf(rule)}  `, dates, prose).map((line) => line.replace(id, paint.bold(id))),
    ...wrap(title, prose, "  "),
    ...citations.flatMap(({ cite, url }) => hanging("  ", `${cite} <${url}>`, width)),
  ];
}

function datesOf({ history }: Rule): string {
  return history.map(({ from, to }) => `${from ?? "always"} to ${to ?? "today"}`).join(", ");
}

/** "since 2025-01-13, unenforced since 2025-05-13". */
function datesOn(rule: Rule, asOf: string): string {
  const since = stretchOn(rule, asOf)?.from;
  const row = historyRowOn(rule, asOf);
  const changed = row?.from === since ? "" : `, last changed on ${row?.from}`;
  const state = row === undefined || row.state === "in force" ? "" : `, ${row.state}`;
  return since ? `since ${since}${changed}${state}` : "always";
}
