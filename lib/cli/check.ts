import { Argument, Command } from "commander";
import { loadPolicy } from "../policy/load";
import { formatNames, render } from "../reports/formats";
import { keepFor } from "../residency/keep";
import { resultOf } from "../result";
import { readInputs } from "../terraform/read";
import { asBefore, type EvidenceOptions, evidenceOption, giveEvidence, verifyOption } from "./evidence";
import {
  asOfOption,
  assumed,
  assumeOption,
  colorOption,
  failOnOption,
  formatOption,
  listDateOption,
  listOption,
  outputOption,
  policyOption,
  quietOption,
  screenedBy,
  stackOption,
} from "./options";
import { lineWidth, usesColor, write } from "./output";
import { ALLOWED, BLOCKED } from "./status";

const DEFAULT_PATH = "cdktf.out";

export function checkCommand(exit: (status: number) => void): Command {
  return new Command("check")
    .description("judge synthesized output, plans and states: exit status 0 allowed, 1 blocked, 2 no verdict")
    .addArgument(pathsArgument())
    .addOption(policyOption())
    .addOption(formatOption(formatNames))
    .addOption(outputOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(assumeOption())
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(evidenceOption())
    .addOption(verifyOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .addHelpText("after", "\nExample:\n  $ landfall check cdktf.out --format sarif --output landfall.sarif")
    .action((paths: string[], options: EvidenceOptions) => exit(check(paths, options)));
}

export function pathsArgument(): Argument {
  return new Argument(
    "[path...]",
    "directories, *.tf.json files, plans or states from `terraform show -json`, or - for standard input",
  ).default([DEFAULT_PATH]);
}

function check(paths: readonly string[], given: EvidenceOptions): number {
  const options = asBefore(given);
  const { format, color, output, quiet = false, failOn } = options;
  const policy = screenedBy(loadPolicy(options.policy, { asOf: options.asOf }), options);
  const { estate, inputs } = readInputs(paths, { stack: options.stack, ...keepFor(policy) });
  const result = resultOf(estate, inputs, policy, { failOn, assume: assumed(options.assume) });
  giveEvidence(result, options);
  write(render(result, format, { color: usesColor(color, output), width: lineWidth(), quiet }), output);
  return result.verdict === "blocked" ? BLOCKED : ALLOWED;
}
