import type { CommandWords, Values } from "./words";

/** A script for fish. */
export function fish(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = commands.flatMap(({ name, description, options, operands }) => [
    `complete -c landfall -n "not __fish_seen_subcommand_from ${names}" -f -a ${name} -d ${quoted(description)}`,
    `complete -c landfall -n "__fish_seen_subcommand_from ${name}" ${operandsSaid(operands)}`,
    ...options.map(
      ({ flag, description, values }) =>
        `complete -c landfall -n "__fish_seen_subcommand_from ${name}" -l ${flag.slice(2)}${valuesSaid(values)} -d ${quoted(description)}`,
    ),
  ]);
  return `# fish completion of landfall; made by \`landfall completion fish\`\n${lines.join("\n")}\n`;
}

function operandsSaid(values: Values): string {
  if (values === "files") return "-F";
  return values === "unknown" ? "-f" : `-f -a ${quoted(values.join(" "))}`;
}

function valuesSaid(values: Values | null): string {
  if (values === null) return "";
  if (values === "files") return " -r -F";
  return values === "unknown" ? " -x" : ` -x -a ${quoted(values.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
