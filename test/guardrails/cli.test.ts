import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { landfall, POLICY, problemOf, useDirectory } from "../cli/harness";

const write = useDirectory();
const BOUNDED = `${POLICY}boundaries:\n  - { name: eu, countries: [DE, FR], accounts: ["111122223333"] }\n`;
const index = () => JSON.parse(readFileSync("out/guardrails.json", "utf8"));

beforeEach(() => write("landfall.yaml", BOUNDED));

describe("landfall guardrails", () => {
  it("writes one file per document, an index and a page, and says what is missing", async () => {
    const ran = await landfall("guardrails", "--output", "out", "--break-glass", "break-glass");
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
    expect(ran.stdout).toMatch(
      /^Wrote \d+ documents, guardrails.json and README.md to out\.\nNo resource control policy /,
    );
    const { documents, ...rest } = index();
    expect(rest).toMatchObject({
      tool: { name: "landfall" },
      policy: { path: "landfall.yaml", asOf: "2026-10-01", digest: expect.stringMatching(/^sha256:/) },
      size: 5120,
      breakGlassRole: "break-glass",
      organizationId: null,
      generateAgainAfter: null,
      notOpened: [],
      notEnforced: { "us-ear/entity-list": expect.any(String) },
    });
    expect(readdirSync("out").sort()).toEqual(
      [...documents.map(({ file }: { file: string }) => file), "README.md", "guardrails.json"].sort(),
    );
    for (const { file, characters, rules, cannotStop, attachTo, denies } of documents) {
      const text = readFileSync(`out/${file}`, "utf8");
      expect([text.length, JSON.stringify(JSON.parse(text))]).toEqual([characters, text]);
      for (const list of [rules, cannotStop, denies]) expect(list.length).toBeGreaterThan(0);
      expect(attachTo).toMatch(/^(the root|the organizational unit|every VPC endpoint)/);
    }
    const page = readFileSync("out/README.md", "utf8");
    expect(page).toContain("Service-linked roles obey neither");
    for (const { file } of documents) expect(page).toContain(`\`${file}\``);
  });

  it("writes the same bytes again, over its own files, and takes away those it no longer makes", async () => {
    const read = () =>
      Object.fromEntries(readdirSync("out").map((name) => [name, readFileSync(`out/${name}`, "utf8")]));
    await landfall("guardrails", "--output", "out");
    const before = read();
    writeFileSync("out/notes.txt", "mine");
    expect((await landfall("guardrails", "--output", "out")).status).toBe(0);
    expect(read()).toEqual({ ...before, "notes.txt": "mine" });
    write("landfall.yaml", POLICY);
    expect((await landfall("guardrails", "--output", "out", "--size", "10240")).status).toBe(0);
    expect(readdirSync("out").filter((name) => name.includes("-eu-"))).toEqual([]);
    expect(existsSync("out/notes.txt")).toBe(true);
    expect(index().documents.some(({ characters }: { characters: number }) => characters > 5120)).toBe(true);
  });

  it("says which authorizations open nothing, and when to write again", async () => {
    const common = "kind: license, satisfies: [us-ear/uae], countries: [AE], validFrom: 2026-01-01";
    write(
      "landfall.yaml",
      `${POLICY}authorizations:\n  - { reference: BIS 1, ${common}, validUntil: 2027-04-06, maxAccelerators: 8 }\n  - { reference: BIS 2, ${common}, validUntil: 2026-12-31 }\n`,
    );
    await landfall("guardrails", "--output", "out");
    expect(index()).toMatchObject({ generateAgainAfter: "2026-12-31", notOpened: ["BIS 1"] });
    expect(readFileSync("out/README.md", "utf8")).toMatch(/after 2026-12-31 at the latest[\s\S]*- BIS 1\n/);
  });

  it.each([
    ["README.md", "out/README.md would be overwritten"],
    ["landfall-accelerators-1.json", "out/landfall-accelerators-1.json would be overwritten"],
    ["guardrails.json", "out/guardrails.json would be overwritten"],
  ])("does not overwrite a foreign %s", async (name, expected) => {
    write(`out/${name}`, "mine");
    expect(problemOf(await landfall("guardrails", "--output", "out"))).toContain(expected);
    expect(readdirSync("out")).toEqual([name]);
    expect(readFileSync(`out/${name}`, "utf8")).toBe("mine");
  });

  it("takes nothing away outside its directory, whatever the index says", async () => {
    const lie = [{ file: "../mine.json" }, { file: "/etc/passwd" }, { file: "mine.json" }];
    write("out/guardrails.json", { tool: { name: "landfall" }, documents: lie });
    write("mine.json", "mine");
    write("out/mine.json", "mine");
    expect((await landfall("guardrails", "--output", "out")).status).toBe(0);
    expect([existsSync("mine.json"), existsSync("out/mine.json")]).toEqual([true, true]);
  });

  it.each([
    [["--output", "file"], "the directory file cannot be written to: it exists already"],
    [["--output", "file/out"], "the directory file/out cannot be written to: its directory is a file"],
    [["--output", "out", "--size", "5121"], '--size does not take "5121"; expected 5120 or 10240'],
    [
      ["--output", "out", "--break-glass", "*"],
      'the break-glass role "*" cannot be used; expected the name of an IAM role',
    ],
    [
      ["--output", "out", "--organization", "acme"],
      'the organization "acme" cannot be used; expected its id',
    ],
    [["--output", "out", "--policy", "none.yaml"], "none.yaml"],
    [[], "--output"],
  ])("%j has no result", async (args, expected) => {
    write("file", "mine");
    expect(problemOf(await landfall("guardrails", ...args))).toContain(expected);
    expect(existsSync("out")).toBe(false);
  });

  it("says what to do when AWS does not take that many", async () => {
    const accounts = Array.from({ length: 400 }, (_, i) => `"${String(100000000000 + i)}"`).join(", ");
    write(
      "landfall.yaml",
      `${POLICY}boundaries:\n  - { name: large, countries: [DE], accounts: [${accounts}] }\n`,
    );
    expect(problemOf(await landfall("guardrails", "--output", "out"))).toMatch(
      /^service control policy "large": the statement for \S+ has [\d,]+ characters, a document takes 5,120/,
    );
  });

  it("follows no link out of its directory when it refuses", async () => {
    mkdirSync("out");
    write("target", "mine");
    symlinkSync("../target", "out/README.md");
    expect(problemOf(await landfall("guardrails", "--output", "out"))).toContain("would be overwritten");
    expect(readFileSync("target", "utf8")).toBe("mine");
  });
});
