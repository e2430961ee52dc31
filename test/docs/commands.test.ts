import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json";
import { project } from "../../scripts/bundle";
import { NOT_RUN } from "../../scripts/commands/not-run";
import { bare, commandsOf } from "../../scripts/commands/page";
import { docsPages } from "../../scripts/commands/pages";
import { type Followed, Reader } from "../../scripts/commands/run";
import { WITH_CDKTF } from "../../scripts/commands/start";
import { LEFT_OUT } from "../../scripts/commands/transcript";
import { missingTools } from "../preconditions/terraform";

const pages = new Map(
  docsPages().map((path) => [path, commandsOf(readFileSync(join(project, path), "utf8"))]),
);
const withCommands = [...pages].flatMap(([path, commands]) => (commands.length > 0 ? [path] : []));
const hasCdktf = existsSync(join(project, "node_modules", "cdktf-cli"));
const toFollow = withCommands.filter((path) => hasCdktf || !WITH_CDKTF.includes(path));
const commands = [...pages.values()].flat().map(bare);
const noTerraform = missingTools();

// One test waits for what all pages start at once.
jest.setTimeout(180_000);

const followed = new Map<string, Promise<Followed>>();
let reader: Reader;
beforeAll(() => {
  reader = new Reader(noTerraform === null ? process.env["LANDFALL_TF_MIRROR"] : undefined);
  // All at once: what takes time is starting processes.
  for (const path of toFollow) followed.set(path, reader.follow(path));
});
afterAll(async () => {
  await Promise.allSettled(followed.values());
  reader.close();
});

describe("every command of the docs", () => {
  it.each(toFollow)("%s can be followed from top to bottom", async (path) => {
    expect((await followed.get(path))?.problems).toEqual([]);
  });

  if (!hasCdktf) it.skip.each(WITH_CDKTF)("%s is not followed: cdktf-cli is not installed", () => undefined);

  const terraform = noTerraform === null ? it : it.skip;
  terraform(`runs Terraform where pages do (${noTerraform ?? "it is here"})`, async () => {
    const all = await Promise.all(followed.values());
    expect(all.flatMap(({ skipped }) => skipped)).toEqual([]);
  });

  it("is run, or stands in the table of those that are not, each with a reason and used", () => {
    for (const { command, reason } of NOT_RUN) {
      expect(commands).toContain(command);
      expect(reason).not.toBe("");
    }
    expect(new Set(NOT_RUN.map(({ command }) => command)).size).toBe(NOT_RUN.length);
  });

  it("shows something where it shows what is said", () => {
    const empty = [...pages.values()].flat().filter(({ shown = [] }) => shown.join("") === LEFT_OUT);
    expect(empty.map(({ text }) => text)).toEqual([]);
  });

  it("names scripts of package.json that exist", () => {
    const named = commands.flatMap((command) => /^npm run (?:--silent )?([\w:-]+)/.exec(command)?.[1] ?? []);
    for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name);
  });
});
