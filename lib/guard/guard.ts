import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { regionsOf } from "../../regions";
import { evidenceOf } from "../evidence/evidence";
import { takeInventory } from "../inventory/inventory";
import { preconditionsFor } from "../policy/judge";
import type { Policy } from "../policy/policy";
import { reviewRemark } from "../reports/words";
import { type Result, resultOf } from "../result";
import { isBody } from "../terraform/configuration";
import { type Document, InputError, readDocument } from "../terraform/input";
import { type Inputs, type Root, readRoots } from "../terraform/read";
import { isVariableFile, readVariables } from "../terraform/variables";
import { type GuardedApp, type GuardedStack, isApp, stacksOf } from "./app";
import { Output } from "./output";
import { writePreconditions } from "./preconditions";
import { snapshot, staged } from "./staging";
import { stamp } from "./stamp";
import { PolicyViolationError } from "./violation";

export interface GuardOptions {
  /** Is given the result of every synth, before a blocked one throws. */
  readonly report?: (result: Result) => void;
  /** A file to keep the evidence of every synth in, blocked ones included; `landfall check --verify` judges it again. */
  readonly evidence?: string;
}

interface Guard {
  readonly policy: Policy;
  readonly options: GuardOptions;
}

/** Guards by app, so that several apps of one process and several policies of one app keep apart. */
const guards = new WeakMap<GuardedApp, Guard[]>();

/**
 * Makes `app.synth()` refuse what the policy does not allow: every stack of the app, those made later
 * included, is judged as it would be written, and nothing is written unless all may be.
 *
 * `synth()` then throws `PolicyViolationError`, and older output of the blocked stacks is removed, so that
 * no later `--skip-synth` deploys it. `guard` itself throws only when it is given something else than a
 * cdktf or cdktn app.
 */
export function guard(app: IConstruct, policy: Policy, options: GuardOptions = {}): void {
  if (!isApp(app)) {
    throw new TypeError(
      "guard() expects the cdktf or cdktn App as its first argument, so that it sees every stack",
    );
  }
  const known = guards.get(app);
  if (known) {
    known.push({ policy, options });
    return;
  }
  guards.set(app, [{ policy, options }]);
  // The tables are read here, where programs load things, and not while they synthesize.
  regionsOf("aws");
  const synth = app.synth.bind(app);
  app.synth = () => guardedSynth(app, synth);
  for (const stack of stacksOf(app)) validateAlone(app, stack);
}

function guardedSynth(app: GuardedApp, synth: () => void): void {
  const outdir = resolve(app.outdir);
  const before = snapshot(outdir);
  synthesizing.add(app);
  try {
    staged(app, synth, (staging) => {
      const output = new Output(staging, outdir, before, snapshot(outdir));
      accept(app, output);
      for (const path of output.stale) rmSync(path);
    });
  } catch (error) {
    for (const path of changedSince(before, outdir)) rmSync(path, { force: true });
    if (error instanceof InputError) removeStacks(app, outdir, () => true);
    throw error;
  } finally {
    synthesizing.delete(app);
  }
}

const synthesizing = new WeakSet<GuardedApp>();

function accept(app: GuardedApp, output: Output): void {
  const judged = guards.get(app) ?? [];
  const digests = judged.map(({ policy }) => policy.digest);
  for (const path of output.stagedJson()) if (basename(path) === "cdk.tf.json") stamp(path, digests);
  let inputs = readOutput(app, output);
  let results = judged.map(({ policy }) => resultOf(inputs.estate, inputs.inputs, policy));
  if (results.some(isOpen) && enforce(app, output, inputs)) {
    inputs = readOutput(app, output);
    results = judged.map(({ policy }) => resultOf(inputs.estate, inputs.inputs, policy));
  }
  for (const [i, result] of results.entries()) {
    const { report, evidence: file } = judged[i]?.options ?? {};
    report?.(result);
    if (file !== undefined)
      writeFileSync(file, evidenceOf(result, { file, failOn: "block", base: output.outdir }));
    // A synth that is allowed prints nothing else; stale law must not pass in silence.
    for (const { level, text } of reviewRemark(result.law))
      if (level === "warn") process.emitWarning(text, "LandfallWarning");
    if (result.verdict === "blocked") {
      removeOlder(app, output.outdir, result);
      throw new PolicyViolationError(result);
    }
  }
}

/** Whether Terraform will know more than the synthesized stacks say. */
function isOpen({ findings }: Result): boolean {
  return findings.some(({ rule }) => rule === "gate/unresolved" || rule === "gate/opaque");
}

function readOutput(app: GuardedApp, output: Output): Inputs {
  const stacks = new Map(stacksOf(app).map((stack) => [stack.node.id, stack]));
  const names = new Set([...stacks.keys(), ...output.written()]);
  const roots = [...names].map((name) => rootOf(name, stacks.get(name), output));
  return readRoots(roots.filter(({ documents }) => documents.length > 0));
}

/** Has Terraform check what only it will know. Says whether anything was written. */
function enforce(app: GuardedApp, output: Output, { estate }: Inputs): boolean {
  const missing = (guards.get(app) ?? []).flatMap(({ policy }) =>
    preconditionsFor(takeInventory(estate, policy.known), policy),
  );
  const written = output.stagedJson().map((path) => {
    const stack = basename(dirname(path));
    return writePreconditions(
      path,
      missing.filter((one) => one.stack === stack),
    );
  });
  return written.includes(true);
}

/** Files a synthesizer wrote past the staging directory. */
function changedSince(before: ReadonlyMap<string, string>, outdir: string): string[] {
  return [...snapshot(outdir)].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
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
  const text = bytes.toString();
  // With `hclOutput` some versions of cdktf write JSON into `cdk.tf`.
  if (path.endsWith(".json") || text.trimStart().startsWith("{")) {
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

/** Older output of the stacks that are blocked; of all when the policy itself is what blocks. */
function removeOlder(app: GuardedApp, outdir: string, { findings }: Result): void {
  const blocked = new Set(findings.filter(({ level }) => level === "block").map(({ stack }) => stack));
  removeStacks(app, outdir, (name) => blocked.has(name) || blocked.has(""));
}

function removeStacks(app: GuardedApp, outdir: string, isMeant: (name: string) => boolean): void {
  for (const { node } of stacksOf(app).filter(({ node }) => isMeant(node.id))) {
    for (const file of ["cdk.tf.json", "cdk.tf"]) {
      rmSync(join(outdir, "stacks", node.id, file), { force: true });
    }
  }
}

/** A stack synthesized without its app (`Testing.fullSynth`) is judged alone. */
function validateAlone(app: GuardedApp, stack: GuardedStack): void {
  stack.node.addValidation({
    validate: () => {
      if (synthesizing.has(app)) return [];
      const inputs = readRoots([{ stack: stack.node.id, documents: [rendered(stack)] }]);
      return (guards.get(app) ?? []).flatMap(({ policy }) =>
        resultOf(inputs.estate, inputs.inputs, policy, { partial: true })
          .findings.filter(({ level }) => level === "block")
          .map(({ rule, address, message }) => `${rule} at ${address}: ${message}`),
      );
    },
  });
}
