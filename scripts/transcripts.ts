/** Writes what the commands of the docs say today below them, in place. The test of the docs finds all else. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./bundle";
import { type Command, commandsOf } from "./commands/page";
import { docsPages } from "./commands/pages";
import { isOfRepository, Reader } from "./commands/run";

async function main(): Promise<void> {
  const shows = (path: string) =>
    commandsOf(readFileSync(join(project, path), "utf8")).some(({ shown }) => shown !== undefined);
  const reader = new Reader(undefined);
  try {
    await Promise.all(
      docsPages()
        .filter(shows)
        .map(async (path) =>
          writeFileSync(join(project, path), (await reader.follow(path, isNeeded(path))).page),
        ),
    );
  } finally {
    reader.close();
  }
}

/** This repository's own scripts leave nothing that a later command reads. */
function isNeeded(path: string): (command: Command) => boolean {
  return (command) => !isOfRepository(path) || command.shown !== undefined;
}

main();
