import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { PolicyError } from "../policy/error";
import type { Policy } from "../policy/policy";
import type { Result } from "../result";
import { InputError } from "../terraform/input-error";
import { type GuardedApp, type GuardedStack, isApp, stacksOf } from "./app";
import { described, refuseCopies } from "./copies";
import { Output } from "./output";
import { redirect, snapshot, staged } from "./staging";
import { PolicyViolationError } from "./violation";

/** What else a guard does with what it judged. */
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

// Loaded by the first guard: an import of Landfall alone has to cost next to nothing.
const judging = () => require("./judge-output") as typeof import("./judge-output");

/** Guards by app, so that several apps of one process and several policies of one app keep apart. */
const guards = new WeakMap<GuardedApp, Guard[]>();

/**
 * Makes `app.synth()` refuse what the policy does not allow: every stack of the app, those made later
 * included, is judged as it would be written, and nothing is written unless all may be.
 *
 * `synth()` then throws `PolicyViolationError`, and older output of the blocked stacks is removed, so that
 * no later `--skip-synth` deploys it. `guard` itself throws only when it is given something else than a
 * cdktf or cdktn app, or one whose stacks are made with another copy of that library.
 */
export function guard(app: IConstruct, policy: Policy, options: GuardOptions = {}): void {
  if (!isApp(app)) {
    throw new TypeError(
      `guard() expects the cdktf or cdktn App as its first argument, so that it sees every stack; got ${described(app)}`,
    );
  }
  refuseCopies(app);
  const known = guards.get(app);
  if (known) {
    known.push({ policy, options });
    return;
  }
  guards.set(app, [{ policy, options }]);
  synths.set(app, app.synth.bind(app));
  // Here, where programs load things, and not while they synthesize.
  judging().loadTables();
  app.synth = () => guardedSynth(app);
  for (const stack of stacksOf(app)) validateAlone(app, stack);
}

/** Policies that guard an app. */
export function policiesOf(app: GuardedApp): Policy[] {
  return (guards.get(app) ?? []).map(({ policy }) => policy);
}

/** An app's own synth, from before it was guarded. */
const synths = new WeakMap<GuardedApp, () => void>();

function bareSynth(app: GuardedApp): () => void {
  return synths.get(app) ?? (() => app.synth());
}

/** What a synth guarded by these policies would say. The app's own output stays as it is. */
export function trial(app: GuardedApp, policies: readonly Policy[]): Result[] {
  const outdir = mkdtempSync(join(tmpdir(), "landfall-trial-"));
  const { outdir: real } = app;
  let results: Result[] = [];
  redirect(app, outdir);
  synthesizing.add(app);
  try {
    staged(app, bareSynth(app), (staging) => {
      results = judging().judgeOutput(app, new Output(staging, outdir, new Map(), new Map()), policies);
    });
  } finally {
    synthesizing.delete(app);
    redirect(app, real);
    rmSync(outdir, { recursive: true, force: true });
  }
  return results;
}

function guardedSynth(app: GuardedApp): void {
  refuseCopies(app);
  const outdir = resolve(app.outdir);
  const before = snapshot(outdir);
  synthesizing.add(app);
  try {
    staged(app, bareSynth(app), (staging) => {
      const output = new Output(staging, outdir, before, snapshot(outdir));
      accept(app, output);
      for (const path of output.stale) rmSync(path);
    });
  } catch (error) {
    for (const path of changedSince(before, outdir)) rmSync(path, { force: true });
    if (error instanceof InputError || error instanceof PolicyError) removeStacks(app, outdir, () => true);
    throw error;
  } finally {
    synthesizing.delete(app);
  }
}

const synthesizing = new WeakSet<GuardedApp>();

function accept(app: GuardedApp, output: Output): void {
  const judged = guards.get(app) ?? [];
  const results = judging().judgeOutput(
    app,
    output,
    judged.map(({ policy }) => policy),
  );
  for (const [i, result] of results.entries()) {
    const { report, evidence: file } = judged[i]?.options ?? {};
    report?.(result);
    if (file !== undefined) judging().writeEvidence(result, file, output.outdir);
    judging().warnOfStaleLaw(result);
    if (result.verdict === "blocked") {
      removeOlder(app, output.outdir, result);
      throw new PolicyViolationError(result);
    }
  }
}

/** Files a synthesizer wrote past the staging directory. */
function changedSince(before: ReadonlyMap<string, string>, outdir: string): string[] {
  return [...snapshot(outdir)].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
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
    validate: () => (synthesizing.has(app) ? [] : judging().judgeAlone(stack, policiesOf(app))),
  });
}
