/** What `dist/` holds beside the library: the command line, the page of its report, the policy's JSON Schema. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, type Metafile } from "esbuild";
import { policyJsonSchema } from "../lib/policy/json-schema";
import { bin, name, version } from "../package.json";

export const project = join(__dirname, "..");

/** One file, and what it is made of. */
export interface Bundle {
  readonly file: string;
  readonly metafile: Metafile;
}

// Shaken to what is used and read as one file: a third of the start-up time of the same modules one by one.
const bundling = { bundle: true, platform: "node", format: "cjs", target: "node20" } as const;
// The borders of the world are read only by the command that draws them, what compares names only where there is a list.
const page = "reports/html/page";
const rarely = [`../${page}`, "transliteration", "fuzzball/ultra_lite", "csv-parse/sync"];

export function bundleInto(dist: string): Bundle[] {
  const cli = bundle("lib/cli/main.ts", join(dist, bin.landfall.replace(/^dist\//, "")), rarely);
  chmodSync(cli.file, 0o755);
  const report = bundle(`lib/${page}.ts`, join(dist, `${page}.js`));
  const beside = readdirSync(join(project, "lib/reports/html")).filter((name) => /\.(css|js)$/.test(name));
  mkdirSync(join(dist, "reports/html"), { recursive: true });
  for (const name of beside)
    copyFileSync(join(project, "lib/reports/html", name), join(dist, "reports/html", name));
  writeFileSync(join(dist, "policy.schema.json"), policyJsonSchema());
  // The library reads its version there; of a whole second manifest, tools would believe the exports.
  writeFileSync(join(dist, "package.json"), `${JSON.stringify({ name, version, type: "commonjs" })}\n`);
  return [cli, report];
}

function bundle(entry: string, file: string, external: readonly string[] = []): Bundle {
  const { metafile } = buildSync({
    ...bundling,
    absWorkingDir: project,
    entryPoints: [entry],
    outfile: file,
    external: [...external],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return { file, metafile };
}
