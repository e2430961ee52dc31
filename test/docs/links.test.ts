import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { project } from "../../scripts/bundle";
import { docsPages } from "../../scripts/commands/pages";

const textOf = (path: string) => readFileSync(join(project, path), "utf8");
/** Without what stands in blocks and in code, where brackets are no links. */
const prose = (text: string) => text.replaceAll(/^```.*?^```/gms, "").replaceAll(/`[^`\n]*`/g, "code");

/** The anchors that GitHub gives to headings, and those that a page has written into it. */
function anchorsOf(path: string): Set<string> {
  const text = textOf(path).replaceAll(/^```.*?^```/gms, "");
  const written = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  const headings = text.matchAll(/^#{1,6} (.*)$/gm);
  const slugs = [...headings].map(([, title = ""]) =>
    title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
  const given = slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter((one) => one === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...given, ...written]);
}

function brokenLinks(page: string): string[] {
  const targets = [...prose(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : relative(project, join(project, dirname(page), path));
    if (!existsSync(join(project, file))) return true;
    return anchor !== undefined && (!statSync(join(project, file)).isFile() || !anchorsOf(file).has(anchor));
  });
}

describe("links between pages", () => {
  it.each(docsPages())("of %s lead somewhere", (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it("reach every page of docs from its index", () => {
    const seen = new Set<string>();
    const visit = (page: string) => {
      if (seen.has(page) || !page.endsWith(".md")) return;
      seen.add(page);
      for (const [, target = ""] of prose(textOf(page)).matchAll(/\]\(([^)\s#]+)[^)]*\)/g))
        if (!/^[a-z]+:/.test(target)) visit(relative(project, join(project, dirname(page), target)));
    };
    visit(join("docs", "README.md"));
    expect(docsPages().filter((page) => page.startsWith("docs/") && !seen.has(page))).toEqual([]);
  });
});
