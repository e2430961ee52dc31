import { readFileSync } from "node:fs";
import * as z from "zod";
import { isDate } from "../policy/dates";
import { InputError } from "../terraform/input";
import { decode } from "../text/encoding";
import { type Evidence, FORMAT } from "./evidence";

/** Reads an evidence file. Throws `InputError` for anything else. */
export function readEvidence(path: string): { readonly text: string; readonly evidence: Evidence } {
  const text = textAt(path);
  let evidence: unknown;
  try {
    evidence = JSON.parse(text);
  } catch {
    throw new InputError(path, `this is no JSON; expected what \`landfall check --evidence ${path}\` writes`);
  }
  return { text, evidence: checked(path, evidence) };
}

/** Enough of it to judge as it was judged; all of it is compared. */
const SHAPE = z.object({
  format: z.literal(FORMAT),
  failOn: z.enum(["block", "warn"]),
  policy: z.object({ asOf: z.string().refine(isDate, "expected a day that exists, as in 2026-11-23") }),
});

function checked(path: string, evidence: unknown): Evidence {
  const { success, error } = SHAPE.safeParse(evidence);
  if (success) return evidence as Evidence;
  const [issue] = error.issues;
  throw new InputError(
    path,
    `at ${issue?.path.join(".") || "its top"}: ${issue?.message}; expected evidence of an earlier run`,
  );
}

function textAt(path: string): string {
  try {
    return decode(readFileSync(path)) ?? "";
  } catch {
    throw new InputError(path, "it cannot be read; expected the evidence of an earlier run");
  }
}

/** What an earlier run's evidence says otherwise than this run's, as lines; none where the two are the same. */
export function differences(earlier: string, now: string): string[] {
  if (earlier === now) return [];
  const [was, is] = [JSON.parse(earlier) as Evidence, JSON.parse(now) as Evidence];
  const lines = [
    changed("the tool's version", was.tool?.version, is.tool.version),
    changed("the policy's digest", was.policy?.digest, is.policy.digest),
    changed("the day of the rules", was.policy?.asOf, is.policy.asOf),
    changed("the verdict", was.verdict, is.verdict),
    ...changedInputs(was, is),
    ...(["plugins", "rules", "placements", "findings"] as const).flatMap((part) =>
      JSON.stringify(was[part]) === JSON.stringify(is[part]) ? [] : [`the ${part} differ`],
    ),
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines : ["the file is not as it was written"];
}

function changedInputs(was: Evidence, { inputs: after }: Evidence): string[] {
  // Anybody may have written the file.
  const before = Array.isArray(was.inputs) ? was.inputs : [];
  const paths = [...new Set([...before, ...after].map(({ path }) => path))];
  const digestIn = (inputs: Evidence["inputs"], path: string) =>
    inputs.find((input) => input.path === path)?.digest;
  return paths.flatMap(
    (path) => changed(`input ${path}`, digestIn(before, path), digestIn(after, path)) ?? [],
  );
}

function changed(what: string, was: string | undefined, is: string | undefined): string | undefined {
  return was === is ? undefined : `${what} was ${was ?? "absent"} and is ${is ?? "absent"}`;
}
