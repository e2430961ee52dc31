/**
 * Makes `dist/` anew: the command line as one file, the page of its report as another, the policy's JSON Schema, and
 * the library as tsc compiles it.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { bundleInto, project } from "./bundle";

rmSync(join(project, "dist"), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(project, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"],
  { cwd: project, stdio: "inherit" },
);
// After tsc, which leaves a whole second manifest.
for (const { file, metafile } of bundleInto(join(project, "dist")))
  writeFileSync(`${file}.licenses.txt`, licences(metafile));

/** The licence texts of the packages that the one file carries. */
function licences({ outputs }: Metafile): string {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const carried = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => folderOf(path));
  return [...new Set(carried)]
    .flatMap((folder) => folder ?? [])
    .sort()
    .map(licence)
    .join("\n");
}

function folderOf(path: string): string | undefined {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function licence(folder: string): string {
  const root = join(project, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} ships no licence text`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(root, file), "utf8").trim()}\n`;
}
