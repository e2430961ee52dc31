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

/** The run that is verified; undefined where none is. */
export function earlierRun({ evidence, verify = false }: EvidenceOptions): EarlierRun | undefined {
  if (!verify) return undefined;
  if (evidence === undefined)
    throw new UsageError("--verify compares with the file of --evidence, and none is given");
  return readEvidence(evidence);
}

type EarlierRun = ReturnType<typeof readEvidence>;

/** The options of the earlier run: the same day, the same threshold. */
export function asBefore(options: EvidenceOptions, earlier: EarlierRun | undefined): EvidenceOptions {
  if (earlier === undefined) return options;
  const { policy, failOn } = earlier.evidence;
  return { ...options, asOf: options.asOf ?? policy.asOf, failOn };
}

/** Writes the evidence of a run, or compares it with that of the earlier one. */
export function giveEvidence(
  result: Result,
  { evidence, failOn, quiet }: EvidenceOptions,
  earlier: EarlierRun | undefined,
): void {
  if (evidence === undefined) return;
  const text = evidenceOf(result, { file: evidence, failOn });
  if (earlier) compare(evidence, earlier.text, text, quiet);
  else write(text, evidence);
}

function compare(file: string, before: string, now: string, quiet = false): void {
  const different = differences(before, now);
  if (different.length > 0)
    throw new UsageError(`the evidence in ${file} does not hold: ${different.join("; ")}`);
  if (!quiet) process.stderr.write(`The evidence in ${file} holds.\n`);
}
