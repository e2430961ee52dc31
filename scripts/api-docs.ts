/**
 * Writes API.md, docs/api and the tables of props in docs/constructs from the docstrings of what the package exports, into the
 * repository or the directory given. Ends with 1 where typedoc finds something undocumented, unexported or badly linked.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTables } from "./props-tables";
import { interfacesOf, reflect } from "./reflections";

const root = join(__dirname, "..");
const pages = join("docs", "constructs");

main(process.argv[2] ?? root).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(target: string): Promise<void> {
  const { application, project } = await reflect(join(target, "docs", "api"));
  application.validate(project);
  await application.generateOutputs(project);
  moveIndex(target);
  const constructs = interfacesOf(project, "landfall/constructs");
  mkdirSync(join(target, pages), { recursive: true });
  for (const name of readdirSync(join(root, pages)))
    writeFileSync(
      join(target, pages, name),
      withTables(readFileSync(join(root, pages, name), "utf8"), constructs),
    );
  if (application.logger.hasErrors() || application.logger.hasWarnings()) process.exitCode = 1;
}

/** The list of pages stands where one looks for it. */
function moveIndex(target: string): void {
  const index = join(target, "docs", "api", "README.md");
  writeFileSync(
    join(target, "API.md"),
    readFileSync(index, "utf8").replaceAll("](landfall", "](docs/api/landfall"),
  );
  rmSync(index);
}
