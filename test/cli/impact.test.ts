import { readFileSync } from "node:fs";
import { parseXml } from "../reports/xml";
import { bahrain, frankfurt } from "../terraform/files";
import { landfall, POLICY, problemOf, useDirectory } from "./harness";

const write = useDirectory();
beforeEach(() => {
  write("landfall.yaml", `${POLICY}endUsers: []\n`);
  write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
});

const span = ["--from", "2022-10-06", "--to", "2026-11-23"];

describe("landfall impact", () => {
  it("is 1 when something becomes blocked, and says what, when, why and what to do", async () => {
    const { status, stdout, stderr } = await landfall("impact", ...span, "cdktf.out");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("rules as of 2022-10-06 and 2026-11-23");
    expect(stdout).toMatch(/BECOMES BLOCKED \(allowed → blocked\)\n {2}At: stack train: aws_instance/);
    expect(stdout).toMatch(/ {2}Because of: us-ear\/zone-a: /);
    expect(stdout).toMatch(/ {2}Changed: 2023-11-17: us-ear\/zone-a changes: /);
    expect(stdout).toMatch(/ {2}What to do: Place the machines/);
    expect(stdout.replace(/\s+/g, " ")).toContain("1 newly blocked, 0 newly warned of, 0 milder.");
  });

  it("is 0 when nothing becomes blocked, though it stays so", async () => {
    const { status, stdout } = await landfall("impact", "--from", "2026-01-01", "--to", "2026-11-23");
    expect(status).toBe(0);
    expect(stdout).toMatch(/0 verdicts differ between 2026-01-01 and 2026-11-23/);
    expect(stdout.replace(/\s+/g, " ")).toContain("The run as a whole: blocked then, blocked now.");
  });

  it("goes before the policy's own day, and needs both days", async () => {
    const { stdout } = await landfall("impact", ...span, "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      from: { asOf: "2022-10-06", verdict: "allowed" },
      to: { asOf: "2026-11-23", verdict: "blocked" },
      blocks: true,
      changes: [
        {
          before: { verdict: "allowed", class: null },
          after: { verdict: "blocked", class: "3A090.a" },
          because: [{ rule: "us-ear/zone-a", before: null, after: "block" }],
        },
      ],
    });
    expect(problemOf(await landfall("impact", "--from", "2026-01-01"))).toBe(
      "landfall impact is given no --to <date>; expected `landfall impact --from <date> --to <date>`",
    );
    expect(problemOf(await landfall("impact", "--from", "2026-01-01", "--to", "soon"))).toContain(
      '--to does not take "soon"; expected a day that exists',
    );
    expect(problemOf(await landfall("impact", "--from", "2026-01-01", "--to", "2026-01-01"))).toBe(
      "--to does not take 2026-01-01; expected a day after 2026-01-01 (--from)",
    );
  });

  it("speaks every format of check", async () => {
    const as = async (format: string) => {
      const { status, stdout } = await landfall("impact", ...span, "--format", format);
      expect(status).toBe(1);
      return stdout;
    };
    const [run] = JSON.parse(await as("sarif")).runs;
    expect(run.results.map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
      ["us-ear/zone-a", "error"],
    ]);
    expect(run.results[0].message.text).toMatch(/^Between 2022-10-06 and 2026-11-23 this becomes blocked\. /);
    expect(parseXml(await as("junit")).attributes["failures"]).toBe("1");
    expect(await as("github")).toMatch(/^::error .*us-ear\/zone-a/);
    const markdown = await as("markdown");
    expect(markdown).toContain("<details open><summary>Becomes blocked (allowed → blocked): 1</summary>");
    expect(markdown).toContain("- **Changed:** 2023-11-17:");
  });

  it("keeps what becomes milder a note in every format", async () => {
    write(
      "landfall.yaml",
      `${POLICY}endUsers: []\n`.replace("US }", "SG, ultimateParent: { name: Parent, headquarters: KH } }"),
    );
    write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
    const milder = ["--from", "2026-01-01", "--to", "2026-11-23"];
    const { status, stdout } = await landfall("impact", ...milder);
    expect(status).toBe(0);
    expect(stdout).toContain("IS NO LONGER BLOCKED (blocked → warned)");
    const github = (await landfall("impact", ...milder, "--format", "github")).stdout;
    expect(github).toMatch(/^::notice .*headquarters-a/);
    expect(github).not.toContain("::error");
    expect((await landfall("impact", ...milder, "--quiet")).stdout).not.toContain("NO LONGER");
  });

  it("follows --fail-on and writes to --output", async () => {
    write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
    const warned = ["--from", "2025-01-12", "--to", "2025-01-13"];
    expect((await landfall("impact", ...warned)).status).toBe(0);
    const { status, stdout } = await landfall(
      "impact",
      ...warned,
      "--fail-on",
      "warn",
      "--output",
      "impact.txt",
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(readFileSync("impact.txt", "utf8")).toContain("BECOMES WARNED OF (allowed → warned)");
  });

  it("explains its exit statuses", async () => {
    const { stdout } = await landfall("impact", "--help");
    expect(stdout).toMatch(
      / {2}1 {2}something that is not blocked on the day of --from is on the day of --to/,
    );
  });
});

describe("--assume", () => {
  const tenant = `${POLICY}endUsers: [{ name: Tenant, headquarters: CN }]\n`;
  const virginia = {
    provider: { aws: [{ region: "us-east-1" }] },
    resource: { aws_instance: { gpu: { instance_type: "p5.48xlarge" } } },
  };
  beforeEach(() => {
    write("landfall.yaml", tenant);
    write("cdktf.out/stacks/train/cdk.tf.json", virginia);
  });

  it("shows what proposed law would block, on check and impact, and decides nothing", async () => {
    for (const command of [["check"], ["impact", ...span]]) {
      const plain = await landfall(...command);
      const assuming = await landfall(
        ...command,
        "--assume",
        "remote-access-security-act",
        "--fail-on",
        "warn",
      );
      expect(assuming.stdout).toContain("ASSUMED Remote Access Security Act (H.R. 2683, S. 3519)");
      expect(assuming.stdout).toContain("Would be blocked: A US licence would be needed before NVIDIA H100");
      expect((await landfall(...command, "--assume", "remote-access-security-act")).status).toBe(
        plain.status,
      );
    }
  });

  it("is repeatable, in any order", async () => {
    const both = ["--assume", "chip-security-act", "--assume", "remote-access-security-act"];
    const { status, stdout } = await landfall("check", ...both, "--format", "json");
    expect(status).toBe(0);
    const { scenarios, verdict } = JSON.parse(stdout);
    expect(verdict).toBe("allowed");
    expect(scenarios.map(({ id, findings }: { id: string; findings: [] }) => [id, findings.length])).toEqual([
      ["remote-access-security-act", 1],
      ["chip-security-act", 0],
    ]);
    expect(JSON.parse((await landfall("check", "--format", "json")).stdout).scenarios).toEqual([]);
  });

  it("suggests a name for one that is not known", async () => {
    expect(problemOf(await landfall("check", "--assume", "remote-access-securty-act"))).toBe(
      '--assume does not take "remote-access-securty-act"; expected remote-access-security-act or chip-security-act; did you mean "remote-access-security-act"?',
    );
  });
});
