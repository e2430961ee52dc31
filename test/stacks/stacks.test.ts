import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");

function run(file: string, outdir: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ["--import", "tsx", join("stacks", file)], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
}

describe("the reference deployments", () => {
  const names = ["training-malaysia", "backbone-europe", "inference-frankfurt", "rented-singapore"];
  let home: string;
  let said: SpawnSyncReturns<string>;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "landfall-stacks-"));
    said = run("main.ts", home);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("are synthesized and summed up, each placement with chip, count, class, place and verdict", () => {
    expect(said.stderr).toBe("");
    expect(said.status).toBe(0);
    const text = said.stdout.replace(/\s+/g, " ");
    for (const placement of [
      /aws_eks_node_group\.\S+ 256 × nvidia-b200 \(3A090\.a\) in Malaysia \(MY\), aws ap-southeast-5a allowed/,
      /aws_sagemaker_endpoint_configuration\.\S+ \d+ × nvidia-l40s \(3A090\.a\) in Germany \(DE\), aws eu-central-1 allowed/,
      /oci_core_cluster_network\.\S+ 32 × nvidia-h100-sxm \(3A090\.a\) in Singapore \(SG\)/,
    ])
      expect(text).toMatch(placement);
  });

  it.each(names)("%s is what it was", (name) => {
    const body = JSON.parse(readFileSync(join(home, "stacks", name, "cdk.tf.json"), "utf8"));
    expect(plain(body)).toMatchSnapshot();
  });
});

/** Without metadata, what names the working directory, the digest of the policy, and the versions of providers. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(root, "");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !CHANGING.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

const CHANGING = ["//", "landfall_policy", "required_providers"];

describe("the refused deployments", () => {
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", "stacks/blocked.ts"], {
    cwd: root,
    encoding: "utf8",
  });

  it("end with exit status 1", () => expect(status).toBe(1));

  it.each([
    ["us-ear/zone-a", "Bahrain (BH)"],
    ["us-ear/headquarters-a", "ultimate parent of Example Compute Sdn. Bhd."],
  ])("name the rule %s and say %s", (rule, text) => {
    expect(stdout).toContain(`BLOCKED ${rule}`);
    expect(stdout.replace(/\s+/g, " ")).toContain(text);
  });

  it("are what the README shows", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const transcript = /^\$ .*synth:blocked.*\n(── [\s\S]*?)^…$/m.exec(readme)?.[1] ?? "(none)";
    expect(stdout).toContain(transcript.trimEnd());
  });
});
