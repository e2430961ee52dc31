import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { guard, loadPolicy, PolicyViolationError } from "../../lib";
import { bahrain, frankfurt } from "../terraform/files";
import { landfall, POLICY, problemOf, useDirectory } from "./harness";

const write = useDirectory();
beforeEach(() => {
  write("landfall.yaml", `${POLICY}endUsers: []\n`);
  write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
  write("cdktf.out/stacks/again/cdk.tf.json", frankfurt);
});

const FILE = "landfall.evidence.json";

/** Text of the evidence that a run over these paths writes. */
async function evidence(file = FILE, ...args: string[]): Promise<string> {
  const { status } = await landfall("check", ...args, "--evidence", file, "--quiet");
  expect(status).toBe(0);
  return readFileSync(file, "utf8");
}

const verify = (...args: string[]) => landfall("check", ...args, "--evidence", FILE, "--verify");

describe("landfall check --evidence", () => {
  it("writes what was judged, by what, and what was said", async () => {
    expect(JSON.parse(await evidence())).toMatchObject({
      format: "landfall-evidence/1",
      tool: { name: "landfall" },
      policy: { path: "landfall.yaml", digest: expect.stringMatching(/^sha256:/), asOf: "2026-10-01" },
      failOn: "block",
      verdict: "allowed",
      inputs: [
        { path: "cdktf.out/stacks/again/cdk.tf.json", digest: expect.stringMatching(/^sha256:/) },
        { path: "cdktf.out/stacks/train/cdk.tf.json" },
      ],
      rules: expect.arrayContaining([{ id: "us-ear/uae", from: "2026-07-10", to: null }]),
      placements: [{ stack: "again" }, { stack: "train" }],
    });
  });

  it("is written of a blocked run too", async () => {
    write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
    expect((await landfall("check", "--evidence", FILE)).status).toBe(1);
    expect(JSON.parse(readFileSync(FILE, "utf8"))).toMatchObject({ verdict: "blocked" });
    expect((await verify()).status).toBe(1);
  });

  it("gives the same bytes again, in whatever order the inputs are named, and in a copy elsewhere", async () => {
    const first = await evidence();
    expect(await evidence()).toBe(first);
    expect(await evidence(FILE, "cdktf.out/stacks/train", "cdktf.out/stacks/again")).toBe(first);
    for (const name of ["cdktf.out", "landfall.yaml"]) cpSync(name, `copy/${name}`, { recursive: true });
    process.chdir("copy");
    expect(await evidence()).toBe(first);
  });

  it("names no directory of the machine", async () => {
    write("out/x.txt", "");
    const text = await evidence("out/landfall.evidence.json");
    expect(text).toContain('"../cdktf.out/stacks/train/cdk.tf.json"');
    expect(text).not.toContain(process.cwd());
  });

  it("is the same whether the guard writes it or check", async () => {
    const app = new App({ outdir: "cdktf.out" });
    const stack = new TerraformStack(app, "train");
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    new Instance(stack, "gpu", { ami: "ami-0abcdef1234567890", instanceType: "p5.48xlarge" });
    guard(app, loadPolicy(), { evidence: FILE });
    app.synth();
    const written = readFileSync(FILE, "utf8");
    expect(await evidence(FILE, "cdktf.out/stacks/train")).toBe(written);
    expect((await verify("cdktf.out/stacks/train")).status).toBe(0);
  });

  it("is written by a guard that refuses", () => {
    const app = new App({ outdir: "cdktf.out" });
    const stack = new TerraformStack(app, "bahrain");
    new AwsProvider(stack, "aws", { region: "me-south-1" });
    new Instance(stack, "gpu", { ami: "ami-0abcdef1234567890", instanceType: "p5.48xlarge" });
    guard(app, loadPolicy(), { evidence: FILE });
    expect(() => app.synth()).toThrow(PolicyViolationError);
    expect(JSON.parse(readFileSync(FILE, "utf8")).verdict).toBe("blocked");
  });
});

describe("landfall check --evidence --verify", () => {
  it("judges again as before, and says that it holds", async () => {
    await evidence(FILE, "--as-of", "2024-05-05", "--fail-on", "warn");
    const { status, stderr, stdout } = await verify();
    expect({ status, stderr }).toEqual({ status: 0, stderr: `The evidence in ${FILE} holds.\n` });
    expect(stdout).toContain("rules as of 2024-05-05");
  });

  it.each<[string, () => void, RegExp]>([
    [
      "an input that changed",
      () => write("cdktf.out/stacks/train/cdk.tf.json", { ...frankfurt, locals: {} }),
      /input cdktf\.out\/stacks\/train\/cdk\.tf\.json was sha256:\w+ and is sha256:\w+/,
    ],
    [
      "an input that is new",
      () => write("cdktf.out/stacks/more/cdk.tf.json", frankfurt),
      /input cdktf\.out\/stacks\/more\/cdk\.tf\.json was absent and is sha256:\w+/,
    ],
    [
      "another policy",
      () => write("landfall.yaml", `${POLICY}endUsers: []\n# changed\n`),
      /the policy's digest was sha256:\w+ and is sha256:\w+/,
    ],
    [
      "a verdict that somebody mended",
      () => {
        write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
      },
      /the verdict was allowed and is blocked/,
    ],
    [
      "evidence that somebody shortened",
      () =>
        writeFileSync(
          FILE,
          readFileSync(FILE, "utf8").replace(/"placements": \[.*?\n {2}\]/s, '"placements": []'),
        ),
      /the placements differ/,
    ],
    [
      "evidence that somebody laid out anew",
      () => writeFileSync(FILE, JSON.stringify(JSON.parse(readFileSync(FILE, "utf8")))),
      /the file is not as it was written/,
    ],
  ])("is no verdict over %s", async (_what, change, problem) => {
    await evidence();
    change();
    expect(problemOf(await verify())).toMatch(problem);
  });

  it.each<[string, string, RegExp]>([
    ["a file that is not there", "", /landfall\.evidence\.json: it cannot be read; expected the evidence/],
    ["no JSON", "{", /it is no JSON|this is no JSON/],
    ["something else", '{"format":"x"}', /at format: .*landfall-evidence\/1.*expected evidence/],
    [
      "a day that does not exist",
      '{"format":"landfall-evidence/1","failOn":"block","policy":{"asOf":"2026-02-31"}}',
      /at policy\.asOf: expected a day that exists/,
    ],
    [
      "nothing in it",
      '{"format":"landfall-evidence/1","failOn":"block","policy":{"asOf":"2026-10-01"},"inputs":7}',
      /the verdict was absent and is allowed/,
    ],
  ])("is no verdict for %s", async (_what, text, problem) => {
    if (text !== "") write(FILE, text);
    expect(problemOf(await verify())).toMatch(problem);
  });

  it("needs the file", async () => {
    expect(problemOf(await landfall("check", "--verify"))).toContain(
      "--verify compares with the file of --evidence",
    );
  });
});
