/** Fails when what `npm run docs` writes differs from what lies there; it is then written, ready to commit. */
import { execSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { docsPages } from "./commands/pages";

const project = join(__dirname, "..");
const before = generated();
execSync("npm run --silent docs", { cwd: project, stdio: "inherit" });
const after = generated();
const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (stale.length > 0) {
  console.error(`Were not up to date and are now:\n${stale.map((file) => `  ${file}\n`).join("")}`);
  process.exitCode = 1;
}

/** Every page may hold a transcript. */
function generated(): Map<string, string> {
  const files = ["policy.schema.json", "API.md", ...docsPages()];
  return new Map(
    files
      .filter((file) => existsSync(join(project, file)))
      .map((file) => [file, readFileSync(join(project, file), "utf8")]),
  );
}
