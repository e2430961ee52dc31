import { Option } from "commander";
import { evidenceOf } from "../evidence/evidence";
import { differences, readEvidence } from "../evidence/verify";
import type { Result } from "../result";
import type { SharedOptions } from "./options";
import { write } from "./output";
import { UsageError } from "./status";

export interface EvidenceOptions extends SharedOptions {
  readonly evidence?: string;
  readonly verify?: boolean;
}

export const evidenceOption = () =>
  new Option(
    "--evidence <file>",
    "write what was judged, by what and what was said, so that it can be judged again",
  );

export const verifyOption = () =>
  new Option("--verify", "judge again as the evidence of --evidence was, and compare instead of writing it");

/** The options of the run that is verified: the same day, the same threshold. */
export function asBefore(options: EvidenceOptions): EvidenceOptions {
  const { evidence, verify = false } = options;
  if (!verify) return options;
  if (evidence === undefined)
    throw new UsageError("--verify compares with the file of --evidence, and none is given");
  const before = readEvidence(evidence).evidence;
  return { ...options, asOf: options.asOf ?? before.policy.asOf, failOn: before.failOn };
}

/** Writes the evidence of a run, or compares it with what an earlier run wrote. */
export function giveEvidence(
  result: Result,
  { evidence, verify = false, failOn, quiet }: EvidenceOptions,
): void {
  if (evidence === undefined) return;
  const text = evidenceOf(result, { file: evidence, failOn });
  if (verify) compare(evidence, text, quiet);
  else write(text, evidence);
}

function compare(file: string, text: string, quiet = false): void {
  const different = differences(readEvidence(file).text, text);
  if (different.length > 0)
    throw new UsageError(`the evidence in ${file} does not hold: ${different.join("; ")}`);
  if (!quiet) process.stderr.write(`The evidence in ${file} holds.\n`);
}
