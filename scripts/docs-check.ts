/** Fails when what `npm run docs` writes differs from what lies there; it is then written, ready to commit. */
import { execSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

function generated(): Map<string, string> {
  const pages = ["rules", "constructs", "api"]
    .map((name) => join("docs", name))
    .flatMap((folder) => {
      if (!existsSync(join(project, folder))) return [];
      const names = readdirSync(join(project, folder), { recursive: true, encoding: "utf8" });
      return names.map((name) => join(folder, name));
    });
  const files = ["policy.schema.json", ...pages];
  return new Map(
    files
      .filter((file) => /\.\w+$/.test(file) && existsSync(join(project, file)))
      .map((file) => [file, readFileSync(join(project, file), "utf8")]),
  );
}
