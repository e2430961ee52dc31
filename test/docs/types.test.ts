import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { project } from "../../scripts/bundle";
import { stepsOf } from "../../scripts/commands/page";
import { docsPages } from "../../scripts/commands/pages";
import { compilerOptions } from "../../tsconfig.json";

const modules = join(project, "node_modules");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "landfall-types-"));
  symlinkSync(modules, join(folder, "node_modules"), "junction");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function compile(files: ReadonlyMap<string, string>): string {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const absolute = Object.entries(compilerOptions.paths).map(([name, [path = ""]]) => [
    name,
    [join(project, path)],
  ]);
  const options = {
    ...compilerOptions,
    paths: Object.fromEntries(absolute),
    rootDir: "/",
    noEmit: true,
    declaration: false,
    types: ["node"],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: [...files.keys()] }),
  );
  return spawnSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  }).stdout;
}

describe("TypeScript that pages tell to write", () => {
  it("has no type errors", () => {
    const files = docsPages().flatMap((page) =>
      stepsOf(readFileSync(join(project, page), "utf8")).flatMap((step) =>
        step.kind === "write" && step.path.endsWith(".ts")
          ? [[join(page.replaceAll(/\W/g, "-"), step.path), step.content] as const]
          : [],
      ),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(compile(new Map(files))).toBe("");
  });

  it("would show them", () => {
    expect(compile(new Map([["wrong.ts", 'import { guard } from "landfall";\nguard(1);\n']]))).toContain(
      "TS",
    );
  });
});
