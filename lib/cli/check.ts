import { readFileSync } from "node:fs";
import { Command } from "commander";
import { loadPolicy } from "../policy/load";
import { toJson } from "../reports/json";
import { toPretty } from "../reports/pretty";
import { type Result, resultOf } from "../result";
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
    .description("judge synthesized output")
    .argument("[path...]", "directories, *.tf.json files, or - for standard input", [DEFAULT_PATH])
    .addOption(policyOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(asOfOption())
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .action((paths: string[], options: SharedOptions) => exit(check(paths, options)));
}

function check(paths: readonly string[], options: SharedOptions): number {
  const policy = loadPolicy(options.policy, { asOf: options.asOf });
  const standardInput = () => readFileSync(0);
  const { estate, inputs } = readInputs(paths, { stack: options.stack, standardInput });
  const result = resultOf(estate, inputs, policy, { failOn: options.failOn });
  write(render(result, options), options.output);
  return result.verdict === "blocked" ? BLOCKED : ALLOWED;
}

function render(result: Result, { format, color, output, quiet }: SharedOptions): string {
  if (format === "json") return toJson(result);
  return toPretty(result, { color: usesColor(color, output), width: lineWidth(), quiet: quiet ?? false });
}
