import type { Command, Option } from "commander";
import { acceleratorNames } from "../../accelerators/find";
import { ruleIds } from "../../policy/rule-ids";
import { scenarios } from "../../rules/scenarios";
import { ListedOption } from "../options";

/** What may stand somewhere: one of some words, the path of a file, or what no shell can know. */
export type Values = readonly string[] | "files" | "unknown";

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  readonly operands: Values;
}

export interface OptionWords {
  readonly flag: string;
  readonly description: string;
  /** Null where it takes none. */
  readonly values: Values | null;
}

/** All that a command line may hold, as commander knows it. */
export function wordsOf(program: Command): CommandWords[] {
  const names = program.commands.map((command) => command.name());
  const commands = program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options.map(optionWords), HELP],
    operands: operandsOf(command),
  }));
  return [...commands, { name: "help", description: "help for a command", options: [], operands: names }];
}

const HELP: OptionWords = { flag: "--help", description: "help for the command", values: null };

function optionWords(option: Option): OptionWords {
  const { long, short, description, required, optional } = option;
  return {
    flag: long ?? short ?? "",
    description,
    values: required || optional ? valuesOf(option) : null,
  };
}

function valuesOf(option: Option): Values {
  if (option instanceof ListedOption) return option.values;
  return /<(file|dir|directory)>/.test(option.flags) ? "files" : "unknown";
}

function operandsOf({ registeredArguments: [argument] }: Command): Values {
  switch (argument?.name()) {
    case "path":
      return "files";
    case "rule":
      return [...ruleIds, ...scenarios.map(({ id }) => id)];
    case "name":
      return acceleratorNames();
    case "shell":
      return ["bash", "zsh", "fish"];
    default:
      return "unknown";
  }
}
