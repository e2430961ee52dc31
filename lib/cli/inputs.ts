import { Argument } from "commander";
import { loadPolicy } from "../policy/load";
import type { Policy } from "../policy/policy";
import { counted } from "../reports/format";
import { keepFor } from "../residency/keep";
import { type Inputs, readInputs } from "../terraform/read";
import { type SharedOptions, screenedBy } from "./options";
import type { Say } from "./progress";

const DEFAULT_PATH = "cdktf.out";

/** For commands that judge files. */
export function pathsArgument(): Argument {
  return new Argument(
    "[path...]",
    "directories, *.tf.json files, plans or states from `terraform show -json`, or - for standard input",
  ).default([DEFAULT_PATH]);
}

/** The policy that the options name, and what it needs to see of the files; what is said last is that they are judged. */
export function readAll(
  paths: readonly string[],
  options: SharedOptions,
  say: Say,
): Inputs & { readonly policy: Policy } {
  const policy = screenedBy(loadPolicy(options.policy, { asOf: options.asOf }), options);
  const onRead = (path: string, bytes: number, size: number | null) => say(readingLine(path, bytes, size));
  const read = readInputs(paths, { stack: options.stack, ...keepFor(policy), onRead });
  say(`judging ${counted(read.estate.resources.length, "resource")}`);
  return { policy, ...read };
}

/** "reading plan.json, 45 %"; of a stream, how much came. */
function readingLine(path: string, bytes: number, size: number | null): string {
  if (size === null)
    return `reading ${path === "-" ? "standard input" : path}, ${Math.round(bytes / 1e6)} MB`;
  return `reading ${path}, ${size === 0 ? 100 : Math.min(100, Math.floor((100 * bytes) / size))} %`;
}
