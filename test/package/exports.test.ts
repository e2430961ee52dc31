import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json";
import { compilerOptions } from "../../tsconfig.json";

const project = join(__dirname, "..", "..");
const subpaths = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === "string" ? [] : [{ subpath, ...target }],
);
/** Where the build finds a file of `dist/`. */
const sourceOf = (file: string) => file.replace("./dist/", "./").replace(/(\.d\.ts|\.js)$/, ".ts");

describe("package.json", () => {
  it.each(subpaths)("$subpath leads to files that the build makes", ({ types, default: script }) => {
    expect(script).toMatch(/^\.\/dist\/.*\.js$/);
    expect(types).toBe(script.replace(/\.js$/, ".d.ts"));
    expect(existsSync(join(project, sourceOf(script)))).toBe(true);
  });

  it.each(subpaths)("$subpath is the same for the compiler as for Node", ({ subpath, default: script }) => {
    const name = `landfall${subpath.slice(1)}`;
    expect((compilerOptions.paths as Record<string, string[]>)[name]).toEqual([sourceOf(script)]);
  });

  it("main and types repeat the root export for tools that read no exports", () => {
    const root = manifest.exports["."];
    expect([`./${manifest.main}`, `./${manifest.types}`]).toEqual([root.default, root.types]);
  });

  it("typesVersions repeats the subpaths for compilers that resolve as Node 10 did, as `cdktf init` sets them up", () => {
    const repeated = subpaths
      .filter(({ subpath }) => subpath !== ".")
      .map(({ subpath, types }) => [subpath.slice(2), [types]]);
    expect(manifest.typesVersions).toEqual({ "*": Object.fromEntries(repeated) });
  });

  it("bin is the script the build writes, and its source starts as a script", () => {
    expect(manifest.bin).toEqual({ landfall: "dist/cli/landfall.js" });
    expect(readFileSync(join(project, "lib/cli/main.ts"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("what is published holds everything that is named", () => {
    const named = [manifest.main, manifest.bin.landfall, manifest.exports["./policy.schema.json"]];
    for (const file of named) expect(file.replace(/^\.\//, "")).toMatch(/^dist\//);
    expect(manifest.files).toContain("dist");
  });
});
