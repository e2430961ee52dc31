import { existsSync, readFileSync } from "node:fs";
import { bahrain, frankfurt } from "../terraform/files";
import { landfall, POLICY, problemOf, useDirectory } from "./harness";

const write = useDirectory();
beforeEach(() => {
  write("landfall.yaml", POLICY);
  write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
});
const written = (path = "landfall.html") => readFileSync(path, "utf8");

describe("landfall report", () => {
  it("writes one file for both verdicts and ends as check does", async () => {
    const allowed = await landfall("report");
    expect(allowed).toMatchObject({ status: 0, stderr: "" });
    expect(allowed.stdout).toMatch(
      /^The report is in landfall\.html\.\nALLOWED: 8 accelerators in 1 placement; .*\n$/,
    );
    expect(written()).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(written()).toContain("<title>Allowed: Landfall report as of 2026-10-01</title>");
    write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
    const blocked = await landfall("report", "cdktf.out", "--output", "report.html");
    expect(blocked).toMatchObject({ status: 1, stderr: "" });
    expect(written("report.html")).toContain("<title>Blocked: ");
  });

  it("takes the options of check", async () => {
    expect((await landfall("report", "--fail-on", "warn")).status).toBe(1);
    write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
    expect((await landfall("report", "--as-of", "2022-10-06")).status).toBe(0);
    expect(written()).toContain("report as of 2022-10-06");
    expect((await landfall("report", "--assume", "chip-security-act", "--quiet")).stdout).toBe("");
    expect(written()).toContain('<section id="scenarios"');
  });

  it("writes the same bytes for the same files", async () => {
    await landfall("report");
    const first = written();
    await landfall("report");
    expect(written()).toBe(first);
  });

  it("writes nothing without a verdict", async () => {
    expect(problemOf(await landfall("report", "nowhere"))).toContain("nowhere: there is no such file");
    expect(problemOf(await landfall("report", "--policy", "p.yaml"))).toContain("p.yaml");
    expect(existsSync("landfall.html")).toBe(false);
    expect(problemOf(await landfall("report", "--output", "no/where.html"))).toBe(
      "the output file no/where.html cannot be written: its directory does not exist",
    );
    expect(problemOf(await landfall("report", "--format", "json"))).toContain("--format is not an option");
  });
});

describe("landfall matrix", () => {
  it("is 0 whatever it says, in every format, to a file too", async () => {
    const { status, stdout, stderr } = await landfall(
      "matrix",
      "--cloud",
      "aws",
      "--accelerator",
      "p5.48xlarge",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("rules as of 2026-10-01");
    expect(stdout).toMatch(/Bahrain \(BH\) +BLOCKED \d\n {2}aws me-south-1\n/);
    expect(stdout).toContain("A  3A090.a: nvidia-h100-sxm\n");
    const json = JSON.parse((await landfall("matrix", "--format", "json", "--cloud", "google")).stdout);
    expect(
      new Set(
        json.rows.flatMap(({ places }: never) => (places as { cloud: string }[]).map(({ cloud }) => cloud)),
      ),
    ).toEqual(new Set(["google"]));
    const all = json.columns.flatMap(({ accelerators }: { accelerators: string[] }) => accelerators);
    expect(all.length).toBe(new Set(all).size);
    expect(all.length).toBeGreaterThan(70);
    expect((await landfall("matrix", "--format", "markdown", "--output", "m.md")).stdout).toBe("");
    expect(written("m.md")).toContain("| Country | A: 3A090.a |");
  });

  it("follows the day", async () => {
    const { stdout } = await landfall(
      "matrix",
      "--as-of",
      "2022-10-06",
      "--cloud",
      "aws",
      "--accelerator",
      "nvidia-h100-sxm",
    );
    expect(stdout).toMatch(/China \(CN\) +allowed/);
  });

  it.each([
    [
      ["--accelerator", "nvidia-h10-sxm"],
      '--accelerator does not take "nvidia-h10-sxm"; expected an accelerator id or a machine type; did you mean "nvidia-h100-sxm"',
    ],
    [
      ["--cloud", "azur"],
      '--cloud does not take "azur"; expected aws, google, azure or oracle; did you mean "azure"?',
    ],
    [["--format", "sarif"], '--format does not take "sarif"; expected pretty, json or markdown'],
    [["--policy", "p.yaml"], "The policy p.yaml cannot be used"],
    [["x"], "landfall matrix is given too much"],
  ])("%j is refused", async (args, expected) => {
    expect(problemOf(await landfall("matrix", ...args))).toContain(expected);
  });
});
