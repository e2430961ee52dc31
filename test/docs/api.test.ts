import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../package.json";
import { withTables } from "../../scripts/props-tables";

const root = join(__dirname, "../..");
const target = mkdtempSync(join(tmpdir(), "landfall-api-"));
// typedoc is an ES module, which runs outside of jest.
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ["--import", "tsx", join("scripts", "api-docs.ts"), target],
  { cwd: root, encoding: "utf8" },
);

afterAll(() => rmSync(target, { recursive: true, force: true }));

const pagesBelow = (base: string, folder: string) =>
  readdirSync(join(base, "docs", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
const textOf = (base: string, folder: string, name: string) =>
  readFileSync(join(base, "docs", folder, name), "utf8");

describe("what is generated from docstrings", () => {
  it("leaves nothing undocumented, unexported or badly linked", () => {
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: "" });
  });

  it("has a page for each subpath of the package", () => {
    const subpaths = Object.keys(manifest.exports).filter((subpath) => !subpath.endsWith(".json"));
    const expected = subpaths.map((subpath) => `landfall${subpath.slice(1)}.md`);
    expect(pagesBelow(root, "api")).toEqual(expected.sort());
    expect(pagesBelow(target, "api")).toEqual(pagesBelow(root, "api"));
  });

  it("lists them in API.md", () => {
    const index = readFileSync(join(root, "API.md"), "utf8");
    expect(readFileSync(join(target, "API.md"), "utf8")).toBe(index);
    for (const name of pagesBelow(root, "api")) expect(index).toContain(`(docs/api/${name})`);
  });

  it.each(["api", "constructs"].flatMap((folder) => pagesBelow(root, folder).map((name) => [folder, name])))(
    "docs/%s/%s is what they say today; otherwise run `npm run docs`",
    (folder, name) => {
      expect(textOf(target, folder, name)).toBe(textOf(root, folder, name));
    },
  );

  it("names no place of the machine it is made on", () => {
    for (const name of pagesBelow(target, "api")) {
      expect(textOf(target, "api", name)).not.toContain(root);
      expect(textOf(target, "api", name)).not.toContain("node_modules");
    }
  });

  it("says something of every prop of a construct", () => {
    const sections = textOf(root, "api", "landfall/constructs.md")
      .split("\n### ")
      .filter((section) => /^\w+Props\n/.test(section));
    expect(sections.length).toBeGreaterThan(10);
    // A table that describes nothing has no such column.
    expect(sections.filter((section) => !section.includes("| Description |"))).toEqual([]);
    expect(sections.flatMap((section) => section.match(/^\| .* \| - \|$/gm) ?? [])).toEqual([]);
  });

  it("refuses a page that asks for props of what is not exported", () => {
    expect(() => withTables("<!-- props:Nothing -->\n<!-- /props -->", new Map())).toThrow(
      "the props of Nothing",
    );
  });
});
