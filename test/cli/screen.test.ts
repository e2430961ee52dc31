import { readFileSync } from "node:fs";
import { CSV_LIST, JSON_LIST } from "../screening/lists";
import { landfall, POLICY, problemOf, useDirectory } from "./harness";

const write = useDirectory();
const policy = (lines = "", name = "Example Compute Inc.") =>
  `version: 1\nasOf: 2026-11-23\norganization: { name: "${name}", headquarters: US }\n${lines}`;
const listed = policy("", "Zhongyun Lantian Computing Technology Ltd");
const json = readFileSync(JSON_LIST);

describe("landfall screen", () => {
  it("exits 0 without a match and says of which snapshot, and never that anybody is clear", async () => {
    write("landfall.yaml", policy());
    const { status, stdout, stderr } = await landfall("screen", "--list", JSON_LIST);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("no match in the snapshot of 2026-11-20");
    expect(stdout).toContain("That is no clearance");
    expect(stdout).not.toMatch(/\bclear\b|cleared|CLEAR\b/);
  });

  it("exits 1 with a match and gives score, list, footnote 4, entry and day", async () => {
    write("landfall.yaml", listed);
    const { status, stdout } = await landfall("screen", "--list", JSON_LIST);
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /95 EL \(Entity List\): Zhongyun .* footnote 4, listed since 2023-10-19, entry inv-el-0001/,
    );
    expect(stdout).toContain("MATCH: in the snapshot of 2026-11-20");
  });

  it("answers in JSON", async () => {
    write("landfall.yaml", listed);
    const { status, stdout } = await landfall("screen", "--list", JSON_LIST, "--format", "json");
    expect(status).toBe(1);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      "tool",
      "policy",
      "list",
      "threshold",
      "verdict",
      "parties",
      "findings",
    ]);
    expect(answer).toMatchObject({
      list: { path: JSON_LIST, date: "2026-11-20", entries: 19, digest: expect.stringMatching(/^sha256:/) },
      threshold: 85,
      verdict: "match",
      parties: [
        { path: "organization", matches: [{ score: 95, list: "EL", footnote4: true, counts: true }] },
      ],
    });
  });

  it.each(["sarif", "junit", "github", "markdown"])("answers in %s as check does", async (format) => {
    write("landfall.yaml", listed);
    const { status, stdout } = await landfall("screen", "--list", JSON_LIST, "--format", format);
    expect(status).toBe(1);
    expect(stdout).toContain("us-ear/entity-list");
  });

  it("takes the day of a CSV file from --list-date, and else says that it does not know it", async () => {
    write("landfall.yaml", policy());
    expect((await landfall("screen", "--list", CSV_LIST)).stdout).toContain("the snapshot of an unknown day");
    const dated = await landfall("screen", "--list", CSV_LIST, "--list-date", "2026-11-19");
    expect(dated.stdout).toContain("no match in the snapshot of 2026-11-19");
    expect(dated.stdout).not.toContain("WARN");
  });

  it("takes the list of the policy, from the policy's folder", async () => {
    write("policies/landfall.yaml", `${policy()}screening: { list: lists/csl.json }\n`);
    write("policies/lists/csl.json", json);
    const { status, stdout } = await landfall("screen", "--policy", "policies/landfall.yaml");
    expect(status).toBe(0);
    expect(stdout).toContain("policies/lists/csl.json");
  });

  it("exits 1 for a match to be reviewed only where warnings fail", async () => {
    write("landfall.yaml", policy("", "Hongwan Design"));
    expect((await landfall("screen", "--list", JSON_LIST)).status).toBe(0);
    expect((await landfall("screen", "--list", JSON_LIST, "--fail-on", "warn")).status).toBe(1);
  });

  it("reads waivers: a match that was set aside is shown and does not fail", async () => {
    const waiver = `waivers:\n  - { rule: us-ear/entity-list, address: organization, entries: [inv-el-0001], reason: Reviewed under matter 4711, approvedBy: Counsel, expires: 2026-12-31 }\n`;
    write("landfall.yaml", listed + waiver);
    const { status, stdout } = await landfall("screen", "--list", JSON_LIST);
    expect(status).toBe(0);
    expect(stdout).toContain("set aside");
  });

  it("looks for owners too", async () => {
    write(
      "landfall.yaml",
      policy().replace(
        "headquarters: US }",
        "headquarters: US, owners: [{ name: Orbital Lattice Holding, share: 5 }] }",
      ),
    );
    const { status, stdout } = await landfall("screen", "--list", JSON_LIST);
    expect(status).toBe(1);
    expect(stdout).toContain("owner of Example Compute Inc. (organization.owners[0])");
  });

  it.each([
    ["no list", [], /screen is given no list; expected --list FILE/],
    [
      "no such file",
      ["--list", "nowhere.json"],
      /nowhere\.json: the screening list cannot be read: no such file/,
    ],
    ["a file that is none", ["--list", "landfall.yaml"], /landfall\.yaml: line 1: expected a header/],
    ["an empty list", ["--list", "empty.json"], /empty\.json: the list has no entries/],
    ["an impossible day", ["--list", "empty.json", "--list-date", "2026-02-30"], /--list-date does not take/],
  ])("gives no answer for %s", async (_, args, expected) => {
    write("landfall.yaml", policy());
    write("empty.json", { results: [] });
    expect(problemOf(await landfall("screen", ...args))).toMatch(expected);
  });
});

describe("landfall check --list", () => {
  const stack = {
    provider: { aws: [{ region: "us-east-1" }] },
    resource: { aws_instance: { a: { instance_type: "m7i.large" } } },
  };

  it("screens with it, whatever the policy names", async () => {
    write("landfall.yaml", `${listed}screening: { list: nowhere.json }\n`);
    write("cdktf.out/stacks/a/cdk.tf.json", stack);
    expect((await landfall("check")).status).toBe(2);
    const { status, stdout } = await landfall("check", "--list", JSON_LIST);
    expect(status).toBe(1);
    expect(stdout).toContain("BLOCKED us-ear/entity-list");
  });

  it("says without one that nobody was screened", async () => {
    write("landfall.yaml", POLICY);
    write("cdktf.out/stacks/a/cdk.tf.json", stack);
    const { status, stdout } = await landfall("check");
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("Not judged, as no screening list is given");
  });
});
