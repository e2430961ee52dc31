import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { isVariableFile } from "../terraform/variables";
import type { GuardedApp } from "./app";

const PREFIX = ".landfall-";

/**
 * Runs a synth with its output turned into a directory of its own below the real one, so that nothing is
 * written where Terraform looks before it has been judged. The directory is gone afterwards.
 */
export function staged(app: GuardedApp, synth: () => void, accept: (staging: string) => void): void {
  const { outdir } = app;
  mkdirSync(outdir, { recursive: true });
  // The program may change the working directory.
  const real = resolve(outdir);
  const staging = mkdtempSync(join(real, PREFIX));
  try {
    mkdirSync(join(staging, "stacks"));
    redirect(app, staging);
    try {
      synth();
    } finally {
      redirect(app, outdir);
    }
    accept(staging);
    publish(staging, real);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Turns an app's output into another directory. */
export function redirect(app: GuardedApp, outdir: string): void {
  app.outdir = outdir;
  app.manifest.outdir = outdir;
}

/** Moves files into place, directory by directory: what Terraform keeps beside them stays. */
function publish(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) publish(source, target);
    else renameSync(source, target);
  }
}

/** Files of stacks with what changes when they are written again. */
export function snapshot(directory: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of stackFiles(directory)) {
    // The time of change cannot be set back, unlike that of modification.
    const { ctimeNs, size, ino } = lstatSync(path, { bigint: true });
    found.set(path, `${ctimeNs} ${size} ${ino}`);
  }
  return found;
}

/** Every file that Terraform reads by itself of the stacks below an output directory, links included. */
export function stackFiles(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks, { withFileTypes: true }).flatMap((entry) => {
    const path = join(stacks, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return entry.isSymbolicLink() ? [path] : [];
  });
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name) || isVariableFile(name))
    .map(({ name }) => join(directory, name));
}
