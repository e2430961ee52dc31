import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { apiPage, readExports, withTables } from "../../scripts/api-docs";

const root = join(__dirname, "../..");
const subpaths = readExports();
const constructs = subpaths.get("landfall/constructs") ?? new Map();
const pages = join(root, "docs", "constructs");

describe("what is generated from docstrings", () => {
  it("API.md is what they say today; otherwise run `npm run docs`", () => {
    expect(readFileSync(join(root, "API.md"), "utf8")).toBe(apiPage(subpaths));
  });

  it.each(readdirSync(pages))("the tables of %s are too", (name) => {
    const page = readFileSync(join(pages, name), "utf8");
    expect(withTables(page, constructs)).toBe(page);
  });

  it("says something of every prop of a construct", () => {
    const silent = apiPage(new Map([["constructs", constructs]]))
      .split("\n### ")
      .filter((section) => /^\w+Props\n/.test(section))
      .flatMap((section) => section.split("\n").filter((line) => /^\| `.*\|\s*\|$/.test(line)));
    expect(silent).toEqual([]);
  });

  it("refuses a page that asks for props of what is not exported", () => {
    expect(() => withTables("<!-- props:Nothing -->\n<!-- /props -->", constructs)).toThrow(
      "the props of Nothing",
    );
  });
});
