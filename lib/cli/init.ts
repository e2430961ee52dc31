import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { DEFAULT_PATHS } from "../policy/load";
import { POLICY_TEMPLATE } from "../policy/template";
import { UsageError } from "./status";

export function initCommand(): Command {
  return new Command("init")
    .description("write a commented landfall.yaml")
    .addOption(new Option("--output <file>", "where to").default(DEFAULT_PATHS[0]))
    .action(({ output }: { output: string }) => init(output));
}

/** An existing policy is never overwritten: it may hold approvals. */
function init(file: string): void {
  try {
    writeFileSync(file, POLICY_TEMPLATE, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "EEXIST" ? "it exists already, and a policy is not overwritten" : String(code ?? error);
    throw new UsageError(`${file} cannot be written: ${why}`);
  }
  process.stdout.write(`Wrote ${file}. Fill in who receives the compute, then run \`landfall check\`.\n`);
}
