import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { IConstruct } from "constructs";
import type { Policy } from "../policy/policy";
import { type Result, resultOf } from "../result";
import { isBody } from "../terraform/configuration";
import { type Document, InputError, readDocument } from "../terraform/input";
import { type Root, readRoots } from "../terraform/read";
import { type GuardedApp, type GuardedStack, isApp, stacksOf } from "./app";
import { configurationFiles, snapshot, staged } from "./staging";
import { PolicyViolationError } from "./violation";

export interface GuardOptions {
  /** Is given the result of every synth, before a blocked one throws. */
  readonly report?: (result: Result) => void;
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
  const synth = app.synth.bind(app);
  app.synth = () => guardedSynth(app, synth);
  for (const stack of stacksOf(app)) validateAlone(app, stack);
}

function guardedSynth(app: GuardedApp, synth: () => void): void {
  const before = snapshot(app.outdir);
  synthesizing.add(app);
  try {
    staged(app, synth, (staging) => accept(app, staging, before));
  } finally {
    synthesizing.delete(app);
  }
}

const synthesizing = new WeakSet<GuardedApp>();

function accept(app: GuardedApp, staging: string, before: ReadonlyMap<string, string>): void {
  const written = [...configurationFiles(staging), ...changedSince(before, app.outdir)];
  const roots = stacksOf(app).map((stack) => rootOf(stack, written, staging));
  const inputs = readRoots(roots);
  for (const { policy, options } of guards.get(app) ?? []) {
    const result = resultOf(inputs.estate, inputs.inputs, policy);
    options.report?.(result);
    if (result.verdict === "blocked") {
      removeOlder(
        app,
        result,
        written.filter((path) => !path.startsWith(staging)),
      );
      throw new PolicyViolationError(result);
    }
  }
}

/** Files a synthesizer wrote past the staging directory. */
function changedSince(before: ReadonlyMap<string, string>, outdir: string): string[] {
  return [...snapshot(outdir)].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
}

/** What was written for a stack; where that cannot be read (HCL, or nothing), what it renders to. */
function rootOf(stack: GuardedStack, written: readonly string[], staging: string): Root {
  const name = stack.node.id;
  const own = written.filter((path) => basename(join(path, "..")) === name);
  const documents = own.filter((path) => path.endsWith(".json")).map((path) => fileDocument(path, staging));
  const readable = documents.length > 0 && own.every((path) => path.endsWith(".json"));
  return { stack: name, documents: readable ? documents : [...documents, rendered(stack)] };
}

function fileDocument(path: string, staging: string): Document {
  const shown = path.startsWith(staging) ? relative(staging, path) : path;
  return readDocument(shown, readFileSync(path));
}

function rendered(stack: GuardedStack): Document {
  const path = `stacks/${stack.node.id}/cdk.tf.json`;
  const body = stack.toTerraform();
  if (!isBody(body)) throw new InputError(path, "the stack renders to something else than a JSON object");
  return readDocument(path, Buffer.from(JSON.stringify(body)));
}

/** Older output of the stacks that are blocked; of all when the policy itself is what blocks. */
function removeOlder(app: GuardedApp, { findings }: Result, alsoWritten: readonly string[]): void {
  const blocked = new Set(findings.filter(({ level }) => level === "block").map(({ stack }) => stack));
  for (const { node } of stacksOf(app)) {
    if (!blocked.has(node.id) && !blocked.has("")) continue;
    for (const file of ["cdk.tf.json", "cdk.tf"]) {
      rmSync(join(app.outdir, "stacks", node.id, file), { force: true });
    }
  }
  for (const path of alsoWritten) if (existsSync(path)) rmSync(path);
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
