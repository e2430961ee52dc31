/** Landfall as it lies in a stranger's node_modules, made of this repository's files as they are now. */
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import manifest from "../../package.json";
import { bundleInto, project } from "../bundle";

const modules = join(project, "node_modules");

/** Compiled, not type-checked; the rest as `npm run build` makes it. */
export function installInto(folder: string): void {
  const home = join(folder, "node_modules", "landfall");
  const dist = join(home, "dist");
  bundleInto(dist);
  buildSync({
    absWorkingDir: project,
    entryPoints: sources(),
    outdir: dist,
    outbase: project,
    format: "cjs",
    platform: "node",
    target: "node20",
  });
  cpSync(join(project, "package.json"), join(home, "package.json"));
  for (const name of linked()) link(folder, name);
}

function sources(): string[] {
  return ["lib", "regions"].flatMap((root) =>
    readdirSync(join(project, root), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(root, path)),
  );
}

/** What an app has beside Landfall, and what Landfall needs. */
function linked(): string[] {
  const { dependencies, peerDependencies } = manifest;
  return [...Object.keys({ ...dependencies, ...peerDependencies }), "tsx"];
}

function link(folder: string, name: string): void {
  const target = join(folder, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(modules, name), target, "junction");
}

/** Commands that a reader has and this machine may not, by name: scripts for the start of the PATH. */
export function shims(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const cli = join(folder, "node_modules", "landfall", manifest.bin.landfall);
  const cdktf = join(modules, "cdktf-cli/bundle/bin/cdktf");
  const cases = [
    'if [ "$1" = --yes ]; then shift; fi',
    "name=$1; shift",
    'case "$name" in',
    `  landfall) exec node ${quoted(cli)} "$@" ;;`,
    // Without types, which test/docs/types.test.ts checks; ts-node is no dependency of ours.
    '  tsx|ts-node) exec node --import tsx "$@" ;;',
    `  cdktf) exec node ${quoted(cdktf)} "$@" ;;`,
    '  *) echo "no $name here" >&2; exit 127 ;;',
    "esac",
  ];
  script(join(bin, "npx"), cases);
  for (const name of ["landfall", "cdktf"]) script(join(bin, name), [`exec npx ${name} "$@"`]);
  return bin;
}

function script(path: string, lines: readonly string[]): void {
  writeFileSync(path, `#!/bin/sh\n${lines.join("\n")}\n`);
  chmodSync(path, 0o755);
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
