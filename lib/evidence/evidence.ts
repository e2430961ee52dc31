import { dirname, relative, resolve, sep } from "node:path";
import type { Result } from "../result";
import { rules } from "../rules/all";
import { stretchOn } from "../rules/rule";
import { type Body, isBody } from "../terraform/configuration";

/** What kind of file it is, and how to read it; a change of its shape is a new number. */
export const FORMAT = "landfall-evidence/1";

/** A rule as it stood on the day it was judged by. */
interface RuleInForce {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a run judged, by what, and what it said: enough to judge again and compare. */
export interface Evidence extends Omit<Result, "scenarios"> {
  readonly format: typeof FORMAT;
  /** The mildest level that blocked. */
  readonly failOn: "block" | "warn";
  readonly rules: readonly RuleInForce[];
}

export interface EvidenceOptions {
  /** The file it will be kept in: paths are told from there, so that a checkout elsewhere gives the same. */
  readonly file: string;
  readonly failOn: "block" | "warn";
  /** What the result's paths are relative to. @default the working directory */
  readonly base?: string;
}

/**
 * The evidence of a run as the text of a JSON file: keys, inputs, placements and findings sorted, no time, no
 * path of this machine, so that the same inputs and the same policy give the same bytes.
 */
export function evidenceOf(result: Result, { file, failOn, base = "." }: EvidenceOptions): string {
  const directory = dirname(resolve(file));
  const told = (path: string, from: string) =>
    path === "-" ? path : relative(directory, resolve(from, path)).split(sep).join("/");
  const { scenarios: _, ...decided } = result;
  const { policy, inputs, placements, findings, screening } = decided;
  const paths = new Set(inputs.map(({ path }) => path));
  const located = (path: string) =>
    paths.has(path) ? told(path, base) : path === policy.path ? told(path, ".") : path;
  const evidence: Evidence = {
    ...decided,
    format: FORMAT,
    failOn,
    policy: { ...policy, path: policy.path === null ? null : told(policy.path, ".") },
    screening: screening && { ...screening, path: told(screening.path, ".") },
    inputs: ordered(inputs.map((input) => ({ ...input, path: located(input.path) }))),
    placements: ordered(placements),
    findings: ordered(findings.map((finding) => ({ ...finding, input: located(finding.input) }))),
    rules: rulesInForce(result),
  };
  return `${canonical(evidence, 2)}\n`;
}

function rulesInForce({ policy: { asOf }, plugins }: Result): RuleInForce[] {
  const inForce = [...rules, ...plugins.flatMap((plugin) => plugin.rules)].flatMap((rule) => {
    const stretch = stretchOn(rule, asOf);
    return stretch ? [{ id: rule.id, from: stretch.from, to: stretch.to }] : [];
  });
  return ordered(inForce);
}

function ordered<T>(items: readonly T[]): T[] {
  const keys = new Map(items.map((item) => [item, canonical(item)]));
  const keyOf = (item: T) => keys.get(item) ?? "";
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, inner: unknown) => (isBody(inner) ? sorted(inner) : inner), indent);
}

function sorted(record: Body): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
