import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "../result";
import { writeProblem } from "./output";
import { UsageError } from "./status";

/**
 * Writes files into a directory, which is made if need be, and takes away those of a previous run that are no longer
 * made. Nothing is overwritten or taken away but what the index there says a previous run wrote.
 *
 * @param index the file, among `files`, that lists `documents` by `file`; written last
 * @param others further files that a previous run always wrote
 */
export function writeOwn(
  directory: string,
  files: ReadonlyMap<string, string>,
  index: string,
  others: readonly string[],
): void {
  try {
    mkdirSync(directory, { recursive: true });
    const listed = listedIn(join(directory, index));
    const own = new Set(listed === undefined ? [] : [...listed, ...others, index]);
    const foreign = [...files.keys()].filter((name) => !own.has(name) && existsSync(join(directory, name)));
    if (foreign.length > 0) throw foreignFiles(directory, foreign, index);
    for (const name of own) if (!files.has(name)) rmSync(join(directory, name), { force: true });
    for (const [name, text] of [...files].sort(([a], [b]) => Number(a === index) - Number(b === index))) {
      writeFileSync(join(directory, name), text);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the directory ${directory} cannot be written to: ${writeProblem(error)}`);
  }
}

/** Files that the index of a previous run lists; undefined where there is none of Landfall's. */
function listedIn(path: string): string[] | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { tool: by, documents } = JSON.parse(readFileSync(path, "utf8"));
    if (by?.name !== tool.name || !Array.isArray(documents)) return undefined;
    // Whatever else the file says, it names nothing outside its directory.
    return documents
      .map(({ file }) => String(file))
      .filter((file) => /^landfall-[a-z0-9-]+\.json$/.test(file));
  } catch {
    return undefined;
  }
}

function foreignFiles(directory: string, names: readonly string[], index: string): UsageError {
  return new UsageError(
    `${names.map((name) => join(directory, name)).join(", ")} would be overwritten, and no ${index} of Landfall's there lists it; expected a directory of its own (\`--output DIR\`)`,
  );
}
