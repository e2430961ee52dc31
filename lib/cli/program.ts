import { Command, CommanderError } from "commander";
import { PolicyError } from "../policy/error";
import { tool } from "../result";
import { InputError } from "../terraform/input";
import { checkCommand } from "./check";
import { classifyCommand } from "./classify";
import { explainCommand } from "./explain";
import { initCommand } from "./init";
import { rulesCommand } from "./rules";
import { ALLOWED, NO_VERDICT, UsageError } from "./status";

/** Runs the command line and answers its exit status; see the contract: 0 allowed, 1 blocked, 2 no verdict. */
export async function run(args: readonly string[]): Promise<number> {
  let status = ALLOWED;
  const program = new Command("landfall")
    .description("Judges GPU deployments in Terraform JSON against export-control and residency rules.")
    .version(tool.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError();
  const commands = [initCommand, checkCommand, classifyCommand, rulesCommand, explainCommand];
  for (const make of commands) {
    const command = make((result) => {
      status = result;
    });
    program.addCommand(command.exitOverride().copyInheritedSettings(program));
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    return failure(error);
  }
}

/** Every way a command can end without a verdict; what is not foreseen is a defect, and says so. */
function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ALLOWED : NO_VERDICT;
  if (error instanceof PolicyError || error instanceof InputError || error instanceof UsageError) {
    process.stderr.write(`landfall: ${error.message}\n`);
  } else {
    const what = error instanceof Error ? error.message : String(error);
    process.stderr.write(`landfall: this should not happen, please report it: ${what}\n`);
  }
  return NO_VERDICT;
}
