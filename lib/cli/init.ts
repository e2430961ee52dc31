import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { DEFAULT_PATHS } from "../policy/load";
import { POLICY_TEMPLATE } from "../policy/template";
import { writeProblem } from "./output";
import { UsageError } from "./status";

export function initCommand(): Command {
  return new Command("init")
    .description("write a commented landfall.yaml")
    .addOption(new Option("--output <file>", "where to write it").default(DEFAULT_PATHS[0]))
    .addHelpText("after", "\nExample:\n  $ landfall init --output policies/landfall.yaml")
    .action(({ output }: { output: string }) => init(output));
}

/** An existing policy is never overwritten: it may hold approvals. */
function init(file: string): void {
  try {
    writeFileSync(file, POLICY_TEMPLATE, { flag: "wx" });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    const why = exists ? "it exists already, and a policy is never overwritten" : writeProblem(error);
    throw new UsageError(`${file} cannot be written: ${why}; expected a new file (\`--output FILE\`)`);
  }
  process.stdout.write(`Wrote ${file}. Fill in who receives the compute, then run \`landfall check\`.\n`);
}
