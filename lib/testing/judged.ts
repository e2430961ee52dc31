import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GuardedApp, isApp, isStack } from "../guard/app";
import { policiesOf, trial } from "../guard/guard";
import { loadPolicy } from "../policy/load";
import type { Policy } from "../policy/policy";
import { keepFor } from "../residency/keep";
import { type Result, resultOf } from "../result";
import { readInputs } from "../terraform/read";
import { show } from "../text/show";

/** A policy, or where its file is. */
export type GivenPolicy = Policy | string;

const WHAT =
  "expected a cdktf or cdktn App or TerraformStack, Terraform JSON as text or object (synthesized, plan or state), the path of either, or a Result";

/**
 * What Landfall says of what a test has: of an app or stack exactly what a guarded synth of the app would say.
 * One result for each policy that applies: the one given, else those that guard the app.
 *
 * @throws TypeError where there is nothing to judge, or no policy to judge it by
 */
export function judged(received: unknown, given: GivenPolicy | undefined): Result[] {
  const policy = typeof given === "string" ? loadPolicy(given) : given;
  if (isResult(received)) {
    if (policy === undefined) return [received];
    throw new TypeError("a Result is judged already; expected no policy beside it");
  }
  if (isApp(received)) return ofApp(received, policy);
  if (isStack(received)) return ofStack(received, policy);
  return [ofDocument(received, policy ?? needed())];
}

function ofApp(app: GuardedApp, policy: Policy | undefined): Result[] {
  const policies = policy === undefined ? policiesOf(app) : [policy];
  return trial(app, policies.length > 0 ? policies : [needed()]);
}

/** The whole app, as stacks refer to one another; then what is said of the stack, and of the policy itself. */
function ofStack({ node }: { readonly node: GuardedApp["node"] }, policy: Policy | undefined): Result[] {
  const { root } = node;
  if (!isApp(root)) throw new TypeError("the stack stands in no App; expected one that does");
  return ofApp(root, policy).map((result) => {
    const findings = result.findings.filter(({ stack }) => stack === node.id || stack === "");
    const placements = result.placements.filter(({ stack }) => stack === node.id);
    const verdict = findings.some(({ level }) => level === "block") ? "blocked" : "allowed";
    return { ...result, findings, placements, verdict };
  });
}

function ofDocument(received: unknown, policy: Policy): Result {
  const isText = typeof received === "string";
  if (!isText && (typeof received !== "object" || received === null))
    throw new TypeError(`${WHAT}, got ${show(received)}`);
  if (isText && !received.trimStart().startsWith("{")) return ofPath(received, policy);
  const directory = mkdtempSync(join(tmpdir(), "landfall-testing-"));
  try {
    const file = join(directory, "given.tf.json");
    writeFileSync(file, isText ? received : JSON.stringify(received));
    return ofPath(file, policy);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function ofPath(path: string, policy: Policy): Result {
  const { estate, inputs } = readInputs([path], keepFor(policy));
  return resultOf(estate, inputs, policy);
}

function needed(): never {
  throw new TypeError(
    "there is no policy to judge by; expected one as an argument of the matcher, or an App that guard() guards",
  );
}

export function isResult(received: unknown): received is Result {
  return (
    typeof received === "object" &&
    received !== null &&
    "verdict" in received &&
    "findings" in received &&
    "placements" in received
  );
}
