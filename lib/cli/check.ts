import { Command } from "commander";
import { keepJudged } from "../inventory/keep";
import { loadPolicy } from "../policy/load";
import { formatNames, render } from "../reports/formats";
import { resultOf } from "../result";
import { readInputs } from "../terraform/read";
import {
  asOfOption,
  colorOption,
  failOnOption,
  formatOption,
  outputOption,
  policyOption,
  quietOption,
  type SharedOptions,
  stackOption,
} from "./options";
import { lineWidth, usesColor, write } from "./output";
import { ALLOWED, BLOCKED } from "./status";

const DEFAULT_PATH = "cdktf.out";

export function checkCommand(exit: (status: number) => void): Command {
  return new Command("check")
    .description("judge synthesized output, plans and states: exit status 0 allowed, 1 blocked, 2 no verdict")
    .argument(
      "[path...]",
      "directories, *.tf.json files, plans or states from `terraform show -json`, or - for standard input",
      [DEFAULT_PATH],
    )
    .addOption(policyOption())
    .addOption(formatOption(formatNames))
    .addOption(outputOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .addHelpText("after", "\nExample:\n  $ landfall check cdktf.out --format sarif --output landfall.sarif")
    .action((paths: string[], options: SharedOptions) => exit(check(paths, options)));
}

function check(paths: readonly string[], options: SharedOptions): number {
  const { format, color, output, quiet = false } = options;
  const policy = loadPolicy(options.policy, { asOf: options.asOf });
  const { estate, inputs } = readInputs(paths, { stack: options.stack, keep: keepJudged });
  const result = resultOf(estate, inputs, policy, { failOn: options.failOn });
  write(render(result, format, { color: usesColor(color, output), width: lineWidth(), quiet }), output);
  return result.verdict === "blocked" ? BLOCKED : ALLOWED;
}
