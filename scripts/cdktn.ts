/**
 * Runs the type check and all tests on CDK Terrain: in a copy of this project whose `cdktf` is `cdktn` and whose AWS
 * bindings are cdktn's, as npm aliases. Needs the package registry. Arguments are given to jest.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ALIASES = {
  cdktf: "npm:cdktn@^0.24.0",
  "@cdktf/provider-aws": "npm:@cdktn/provider-aws@^25.7.0",
};
/** Of cdktf, and brings a copy of it. */
const NOT_NEEDED = "cdktf-cli";

const project = join(__dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "landfall-cdktn-"));
try {
  copySources();
  alias();
  process.exitCode =
    run("npm", "install", "--no-package-lock", "--ignore-scripts") ||
    run("npx", "tsc", "--noEmit") ||
    run("npx", "jest", ...process.argv.slice(2));
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Everything git knows or would take. */
function copySources(): void {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z"];
  const files = execFileSync("git", list, { cwd: project, encoding: "utf8" }).split("\0");
  for (const file of files.filter((file) => file !== "" && existsSync(join(project, file))))
    cpSync(join(project, file), join(copy, file), { force: true });
}

function alias(): void {
  const file = join(copy, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  Object.assign(manifest.devDependencies, ALIASES);
  delete manifest.devDependencies[NOT_NEEDED];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

function run(command: string, ...args: string[]): number {
  console.log(`\n== ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { cwd: copy, stdio: "inherit" }).status ?? 1;
}
