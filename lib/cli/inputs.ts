import { Argument } from "commander";
import { loadPolicy } from "../policy/load";
import type { Policy } from "../policy/policy";
import { keepFor } from "../residency/keep";
import { type Inputs, readInputs } from "../terraform/read";
import { type SharedOptions, screenedBy } from "./options";

const DEFAULT_PATH = "cdktf.out";

/** For commands that judge files. */
export function pathsArgument(): Argument {
  return new Argument(
    "[path...]",
    "directories, *.tf.json files, plans or states from `terraform show -json`, or - for standard input",
  ).default([DEFAULT_PATH]);
}

/** The policy that the options name, and what it needs to see of the files. */
export function readAll(
  paths: readonly string[],
  options: SharedOptions,
): Inputs & { readonly policy: Policy } {
  const policy = screenedBy(loadPolicy(options.policy, { asOf: options.asOf }), options);
  return { policy, ...readInputs(paths, { stack: options.stack, ...keepFor(policy) }) };
}
