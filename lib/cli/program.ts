import { Command, CommanderError } from "commander";
import { PolicyError } from "../policy/error";
import { wrap } from "../reports/format";
import { tool } from "../result";
import { InputError } from "../terraform/input";
import { printable } from "../text/printable";
import { ALLOWED, NO_VERDICT, UsageError } from "./status";
import { helpProblem, usageProblem } from "./usage";

const AFTER_HELP = `
Exit status:
  0  allowed
  1  blocked: at least one finding at or above --fail-on
  2  no verdict: bad usage, no policy, an input that cannot be read or judged

Example:
  $ landfall init && cdktf synth && landfall check cdktf.out`;

/** Runs the command line and answers its exit status; see the contract: 0 allowed, 1 blocked, 2 no verdict. */
export async function run(args: readonly string[]): Promise<number> {
  let status = ALLOWED;
  const program = makeProgram((result) => {
    status = result;
  }, args);
  const unknown = helpProblem(program, args);
  if (unknown !== undefined) return failure(new UsageError(unknown));
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failure(error);
    const problem = usageProblem(error, program, args);
    if (problem !== undefined) return failure(new UsageError(problem));
    return error.exitCode === 0 ? ALLOWED : NO_VERDICT;
  }
}

/**
 * The commands with all they take.
 *
 * @param exit is told the status of the one that runs
 * @param args where they name one command, the others are left out
 */
export function makeProgram(exit: (status: number) => void, args: readonly string[] = []): Command {
  const program = new Command("landfall")
    .description("Judges GPU deployments in Terraform JSON against export-control and residency rules.")
    .version(tool.version)
    .addHelpText("after", AFTER_HELP)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: () => undefined });
  for (const make of commandsFor(args)) program.addCommand(make(exit).copyInheritedSettings(program));
  return program;
}

type Make = (exit: (status: number) => void) => Command;

/** Each reads what it needs when it is made. */
const COMMANDS: Readonly<Record<string, () => Make>> = {
  init: () => (require("./init") as typeof import("./init")).initCommand,
  check: () => (require("./check") as typeof import("./check")).checkCommand,
  classify: () => (require("./classify") as typeof import("./classify")).classifyCommand,
  rules: () => (require("./rules") as typeof import("./rules")).rulesCommand,
  explain: () => (require("./explain") as typeof import("./explain")).explainCommand,
  matrix: () => (require("./matrix") as typeof import("./matrix")).matrixCommand,
  impact: () => (require("./impact") as typeof import("./impact")).impactCommand,
  report: () => (require("./report") as typeof import("./report")).reportCommand,
  screen: () => (require("./screen") as typeof import("./screen")).screenCommand,
  guardrails: () => (require("./guardrails") as typeof import("./guardrails")).guardrailsCommand,
  completion: () => (require("./completion") as typeof import("./completion")).completionCommand,
};

/** The command that is named, which starts faster without the others; all where a reader wants to choose. */
function commandsFor([name = ""]: readonly string[]): Make[] {
  const named = name === "completion" || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  return named ? [named()] : Object.values(COMMANDS).map((make) => make());
}

/** Every way a command can end without a verdict; what is not foreseen is a defect, and says so. */
function failure(error: unknown): number {
  const what = error instanceof Error ? error.message : String(error);
  const foreseen = error instanceof PolicyError || error instanceof InputError || error instanceof UsageError;
  const problem = foreseen ? what : `this should not happen, please report it: ${what}`;
  process.stderr.write(`${forTerminal(`landfall: ${printable(problem)}`)}\n`);
  return NO_VERDICT;
}

/** Broken between words where a terminal would break it anywhere; a log gets a line as it is. */
function forTerminal(text: string): string {
  const { isTTY, columns = 80 } = process.stderr;
  if (!isTTY) return text;
  return text
    .split("\n")
    .flatMap((line) => problemLines(line, columns))
    .join("\n");
}

/** One problem of several is indented, and goes on further in. */
function problemLines(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return wrap(line.trimStart(), width - 2, indent).map((part, i) =>
    i === 0 || indent === "" ? part : `  ${part}`,
  );
}
