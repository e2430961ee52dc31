import type { Command, CommanderError } from "commander";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";

/** What commander refuses, said as every other error is; undefined for help and version, which are none. */
export function usageProblem(
  { code, message, exitCode }: CommanderError,
  program: Command,
  args: readonly string[],
): string | undefined {
  if (exitCode === 0 || code === "commander.help") return undefined;
  const named = /'(.*)'/s.exec(message)?.[1] ?? "";
  const command = program.commands.find((one) => args.includes(one.name()));
  const name = ["landfall", command?.name()].filter(Boolean).join(" ");
  switch (code) {
    case "commander.unknownCommand":
      return notACommand(named, program);
    case "commander.unknownOption":
      return unknown(`${named} is not an option of ${name}`, named, optionsOf(command ?? program), "--");
    case "commander.missingArgument":
      return `${name} is given no <${named}>; expected \`${name} ${(command ?? program).usage()}\``;
    case "commander.optionMissingArgument":
      return `the option ${named.split(" ")[0]} is given no value; expected ${named}`;
    case "commander.missingMandatoryOptionValue":
      return `${name} is given no ${named}; expected \`${name} ${mandatory(command ?? program)}\``;
    case "commander.excessArguments":
      return `${name} is given too much; expected \`${name} ${(command ?? program).usage()}\``;
    case "commander.conflictingOption":
      return `${conflict(message)} exclude each other; expected one of them`;
    default:
      return message.replace(/^error: /, "");
  }
}

/** `landfall help` with a word that is no command; commander would print all its help instead. */
export function helpProblem(program: Command, [first, topic]: readonly string[]): string | undefined {
  if (first !== "help" || topic === undefined || topic.startsWith("-") || namesOf(program).includes(topic))
    return undefined;
  return notACommand(topic, program);
}

function notACommand(word: string, program: Command): string {
  return unknown(`${quote(word)} is not a command`, word, namesOf(program), "");
}

/** "--verbose and --quiet". */
function conflict(message: string): string {
  return [...message.matchAll(/'(\S+?)'/g)].map(([, option]) => option).join(" and ");
}

/** "--from <date> --to <date>". */
function mandatory(command: Command): string {
  return command.options.flatMap(({ mandatory, flags }) => (mandatory ? [flags] : [])).join(" ");
}

function unknown(problem: string, word: string, known: readonly string[], prefix: string): string {
  const plain = (name: string) => name.slice(prefix.length);
  const meant = suggest(plain(word.startsWith(prefix) ? word : prefix + word), known.map(plain));
  return `${problem}; expected one of ${known.join(", ")}${didYouMean(meant.map((name) => prefix + name))}`;
}

function namesOf(program: Command): string[] {
  return [...program.commands.map((command) => command.name()), "help"];
}

function optionsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), "--help"];
}
