/**
 * Makes `dist/` anew: the command line as one file, the page of its report as another, the policy's JSON Schema, and
 * the library as tsc compiles it.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, type Metafile } from "esbuild";
import { policyJsonSchema } from "../lib/policy/json-schema";
import { bin, name, version } from "../package.json";

const project = join(__dirname, "..");
// Shaken to what is used and read as one file: a third of the start-up time of the same modules one by one.
const bundling = { bundle: true, platform: "node", format: "cjs", target: "node20" } as const;
// The borders of the world are read only by the command that draws them, what compares names only where there is a list.
const page = "reports/html/page";
const rarely = [`../${page}`, "transliteration", "fuzzball/ultra_lite", "csv-parse/sync"];

rmSync(join(project, "dist"), { recursive: true, force: true });
bundle("lib/cli/main.ts", bin.landfall, rarely);
chmodSync(join(project, bin.landfall), 0o755);
bundle(`lib/${page}.ts`, `dist/${page}.js`);
const beside = readdirSync(join(project, "lib/reports/html")).filter((name) => /\.(css|js)$/.test(name));
for (const name of beside)
  copyFileSync(join(project, "lib/reports/html", name), join(project, "dist/reports/html", name));
writeFileSync(join(project, "dist", "policy.schema.json"), policyJsonSchema());
execFileSync(
  process.execPath,
  [join(project, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"],
  { cwd: project, stdio: "inherit" },
);
// The library reads its version there; of a whole second manifest, tools would believe the exports.
writeFileSync(
  join(project, "dist", "package.json"),
  `${JSON.stringify({ name, version, type: "commonjs" })}\n`,
);

function bundle(entry: string, outfile: string, external: readonly string[] = []): void {
  const { metafile } = buildSync({
    ...bundling,
    absWorkingDir: project,
    entryPoints: [entry],
    outfile,
    external: [...external],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(join(project, `${outfile}.licenses.txt`), licences(metafile));
}

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
