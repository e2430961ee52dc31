import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { regionsOf } from "../../regions";
import { evidenceOf } from "../evidence/evidence";
import type { Inventory } from "../inventory/placement";
import { preconditionsFor } from "../policy/judge";
import type { Policy } from "../policy/policy";
import { reviewRemark } from "../reports/words";
import { type Result, resultOf, resultOfSurvey, survey } from "../result";
import { isBody } from "../terraform/configuration";
import { type Document, InputError, readDocument } from "../terraform/input";
import { type Inputs, type Root, readRoots } from "../terraform/read";
import { isVariableFile, readVariables } from "../terraform/variables";
import { type GuardedApp, type GuardedStack, stacksOf } from "./app";
import type { Output } from "./output";
import { writePreconditions } from "./preconditions";
import { stamp } from "./stamp";

/**
 * Judges what a synth wrote, once for each policy, and writes into it what the guard adds: by which policies it was
 * judged, and what Terraform has to check.
 */
export function judgeOutput(app: GuardedApp, output: Output, policies: readonly Policy[]): Result[] {
  const digests = policies.map(({ digest }) => digest);
  for (const path of output.stagedJson()) if (basename(path) === "cdk.tf.json") stamp(path, digests);
  const first = judged(readOutput(app, output), policies);
  const isFinal = !first.some(isOpen) || !enforce(output, first);
  const last = isFinal ? first : judged(readOutput(app, output), policies);
  return last.map(({ result }) => result);
}

interface Judged {
  readonly policy: Policy;
  readonly inventory: Inventory;
  readonly result: Result;
}

function judged({ estate, inputs }: Inputs, policies: readonly Policy[]): Judged[] {
  return policies.map((policy) => {
    const found = survey(estate, policy);
    return { policy, inventory: found.inventory, result: resultOfSurvey(found, inputs, policy) };
  });
}

/** Whether Terraform will know more than the synthesized stacks say. */
function isOpen({ result }: Judged): boolean {
  return result.findings.some(({ rule }) => rule === "gate/unresolved" || rule === "gate/opaque");
}

function readOutput(app: GuardedApp, output: Output): Inputs {
  const stacks = new Map(stacksOf(app).map((stack) => [stack.node.id, stack]));
  const names = new Set([...stacks.keys(), ...output.written()]);
  const roots = [...names].map((name) => rootOf(name, stacks.get(name), output));
  return readRoots(roots.filter(({ documents }) => documents.length > 0));
}

/** Has Terraform check what only it will know. Says whether anything was written. */
function enforce(output: Output, judged: readonly Judged[]): boolean {
  const missing = judged.flatMap(({ inventory, policy }) => preconditionsFor(inventory, policy));
  const written = output.stagedJson().map((path) => {
    const stack = basename(dirname(path));
    return writePreconditions(
      path,
      missing.filter((one) => one.stack === stack),
    );
  });
  return written.includes(true);
}

/** What a stack's directory will hold; what of that cannot be read (HCL, or nothing) as the stack renders it. */
function rootOf(name: string, stack: GuardedStack | undefined, output: Output): Root {
  const files = output.filesOf(name);
  const documents = files
    .filter((path) => !isVariableFile(path))
    .map((path) => documentAt(path, stack, output));
  const values = files.filter(isVariableFile).map((path) => readVariables(path, readFileSync(path)));
  if (stack && !output.written().has(name)) documents.push(rendered(stack));
  return { stack: name, documents, values };
}

/** HCL is judged by the JSON that the same stack renders to, so it has to be what the stack renders. */
function documentAt(path: string, stack: GuardedStack | undefined, output: Output): Document {
  const bytes = readFileSync(path);
  const text = path.endsWith(".json") ? null : bytes.toString();
  // With `hclOutput` some versions of cdktf write JSON into `cdk.tf`.
  if (text === null || text.trimStart().startsWith("{")) {
    const document = readDocument(output.shown(path), bytes);
    if (document.kind === "synth") return document;
    throw new InputError(document.path, `this is a Terraform ${document.kind}; expected a configuration`);
  }
  if (stack && basename(path) === "cdk.tf" && stack.toHclTerraform().hcl === text) {
    const document = rendered(stack);
    if (saysNoMoreThan(text, JSON.stringify(document.body))) return document;
  }
  throw new InputError(
    output.shown(path),
    "HCL that is not what the stack renders to is not read; expected Terraform JSON",
  );
}

/** A stack can be made to render one thing as HCL and another as JSON. */
function saysNoMoreThan(hcl: string, json: string): boolean {
  const plain = json.replaceAll("\\", "");
  return [...hcl.matchAll(/"[\w.-]+"/g)].every(([literal]) => plain.includes(literal));
}

function rendered(stack: GuardedStack): Document {
  const path = `stacks/${stack.node.id}/cdk.tf.json`;
  const body = stack.toTerraform();
  if (!isBody(body)) throw new InputError(path, "the stack renders to something else than a JSON object");
  return readDocument(path, Buffer.from(JSON.stringify(body)));
}

/** What blocks a stack by itself, as messages of a validation. */
export function judgeAlone(stack: GuardedStack, policies: readonly Policy[]): string[] {
  const { estate, inputs } = readRoots([{ stack: stack.node.id, documents: [rendered(stack)] }]);
  return policies.flatMap((policy) =>
    resultOf(estate, inputs, policy, { partial: true })
      .findings.filter(({ level }) => level === "block")
      .map(({ rule, address, message }) => `${rule} at ${address}: ${message}`),
  );
}

export function writeEvidence(result: Result, file: string, base: string): void {
  writeFileSync(file, evidenceOf(result, { file, failOn: "block", base }));
}

/** A synth that is allowed prints nothing else; stale law must not pass in silence. */
export function warnOfStaleLaw({ law }: Result): void {
  for (const { level, text } of reviewRemark(law))
    if (level === "warn") process.emitWarning(text, "LandfallWarning");
}

/** What would be read on first use, and is large. */
export function loadTables(): void {
  regionsOf("aws");
}
