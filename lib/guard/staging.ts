import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { GuardedApp } from "./app";

const PREFIX = ".landfall-";

/**
 * Runs a synth with its output turned into a directory of its own below the real one, so that nothing is
 * written where Terraform looks before it has been judged. The directory is gone afterwards.
 */
export function staged(app: GuardedApp, synth: () => void, accept: (staging: string) => void): void {
  const { outdir } = app;
  mkdirSync(outdir, { recursive: true });
  const staging = mkdtempSync(join(outdir, PREFIX));
  try {
    mkdirSync(join(staging, "stacks"));
    redirect(app, staging);
    try {
      synth();
    } finally {
      redirect(app, outdir);
    }
    accept(staging);
    publish(staging, outdir);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function redirect(app: GuardedApp, outdir: string): void {
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

/** Configuration files below a directory with what changes when they are written again. */
export function snapshot(directory: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of configurationFiles(directory)) {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    found.set(path, `${mtimeNs} ${size} ${ino}`);
  }
  return found;
}

/** Every `*.tf.json` and `*.tf` of the stacks below an output directory. */
export function configurationFiles(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => filesOf(join(stacks, name)));
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tf(\.json)?$/.test(entry.name))
    .map((entry) => join(directory, entry.name));
}
