import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { parsePolicy } from "../../lib/policy/load";
import { rules } from "../../lib/rules";
import { differences, pages, write } from "../../scripts/rule-docs";

const DOCS = join(__dirname, "..", "..", "docs", "rules");

describe("docs/rules", () => {
  it("is what the rules say today; otherwise run `npx tsx scripts/rule-docs.ts`", () => {
    expect(differences()).toEqual([]);
  });

  it("has a page for every rule, and a table that links them", () => {
    const table = pages().get("README.md") ?? "";
    for (const { id, title } of rules) {
      expect(pages().has(`${id}.md`)).toBe(true);
      expect(table).toContain(`[${id}](${id}.md)`);
      expect(table).toContain(title);
    }
  });

  it.each(rules.map(({ id }) => id))("shows policies of %s that load as they stand", (id) => {
    const page = pages().get(`${id}.md`) ?? "";
    const policies = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? "");
    expect(policies.length).toBeGreaterThan(1);
    for (const text of policies) expect(parsePolicy(text).version).toBe(parse(text).version);
  });

  describe("the check", () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "landfall-docs-"));
      cpSync(DOCS, folder, { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("names a page that is out of date, missing or superfluous, and writing mends it", () => {
      writeFileSync(join(folder, "us-ear/uae.md"), "old");
      rmSync(join(folder, "README.md"));
      writeFileSync(join(folder, "us-ear/retired.md"), "gone");
      expect(differences(folder).sort()).toEqual([
        "docs/rules/README.md is missing",
        "docs/rules/us-ear/retired.md belongs to no rule",
        "docs/rules/us-ear/uae.md is out of date",
      ]);
      write(folder);
      expect(differences(folder)).toEqual([]);
    });
  });
});
