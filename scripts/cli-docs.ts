/** Writes docs/reference/cli.md from the commands as commander knows them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, Option } from "commander";
import { makeProgram } from "../lib/cli/program";
import { table } from "./table";

export const PAGE = join(__dirname, "..", "docs", "reference", "cli.md");

const HEAD = `# Command line

<!-- Written by \`npm run docs\` from the commands themselves. -->

\`landfall COMMAND --help\` prints the same. In an app that has Landfall installed, say \`npx landfall\`. What \`--format\`
is good for stands in [the how-to for pipelines](../ci.md#formats).

`;

export function cliPage(): string {
  const program = makeProgram(() => undefined);
  const { commands } = program;
  const index = commands.map((command) => [
    `[\`${command.name()}\`](#${command.name()})`,
    command.description(),
  ]);
  const general = `## Exit status\n\n${statuses(program)}\n\nWhere a command lists none of its own, these hold.\n`;
  const sections = commands.map(section).join("\n");
  return `${HEAD}${table(["Command", "Does"], index)}\n\n${general}\n${sections}`;
}

function section(command: Command): string {
  const { registeredArguments, options } = command;
  const operands = registeredArguments.map((one) => [
    `\`${one.name().toUpperCase()}${one.variadic ? "…" : ""}\``,
    one.description,
    one.required ? "needed" : defaultOf(one.defaultValue),
  ]);
  const rows = [...operands, ...options.map((option) => optionRow(option))];
  const taken = rows.length === 0 ? [] : [table(["Takes", "Meaning", "Default"], rows)];
  const said = statuses(command);
  const parts = [
    `## ${command.name()}`,
    `${capital(command.description())}.`,
    `\`\`\`text\nlandfall ${command.name()} ${command.usage()}\n\`\`\``,
    ...taken,
    ...(said === "" ? [] : [said]),
    `\`\`\`sh\n${examples(command).join("\n")}\n\`\`\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A default that the description states is not repeated. */
function optionRow({ flags, description, defaultValue, mandatory, negate }: Option): string[] {
  const [, text = description, stated] = /^(.*?) \(default: ([^)]*)\)$/s.exec(description) ?? [];
  const fallback = stated ?? (negate ? "" : defaultOf(defaultValue));
  return [`\`${flags}\``, text, mandatory ? "needed" : fallback];
}

function defaultOf(value: unknown): string {
  return value === undefined ? "" : `\`${[value].flat().join(" ")}\``;
}

/** The exit statuses that the help lists, as a table. */
function statuses(command: Command): string {
  const lines = part(command, /Exit status:[^\n]*\n/);
  return lines.length === 0
    ? ""
    : table(
        ["Exit status", "Means"],
        lines.map((line) => [/^\d/.exec(line)?.[0] ?? "", line.replace(/^\d\s+/, "")]),
      );
}

function examples(command: Command): string[] {
  const found = part(command, /Examples?:\n/).map((line) => line.replace(/^\$ /, ""));
  if (found.length === 0) throw new Error(`landfall ${command.name()} has no example in its help`);
  return found;
}

/** The indented lines of the help under a heading. */
function part(command: Command, heading: RegExp): string[] {
  const text = helpOf(command);
  const start = heading.exec(text);
  if (start === null) return [];
  const [body = ""] = text.slice(start.index + start[0].length).split(/\n\n|\n(?! )/);
  // What is indented further goes on with the line before.
  const whole = body.replace(/ *\\?\n {5,}/g, " ");
  return whole.split("\n").map((line) => line.trim());
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (piece) => {
      text += piece;
    },
  });
  command.outputHelp();
  return text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

if (require.main === module) writeFileSync(PAGE, cliPage());
