import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "landfall-stacks-"));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

function run(file: string) {
  return spawnSync(process.execPath, ["--import", "tsx", join("stacks", file)], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
}

describe("the reference deployments", () => {
  it("are synthesized and summed up, each placement with chip, count, class, place and verdict", () => {
    const { status, stdout, stderr } = run("main.ts");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    for (const stack of ["training-jakarta", "inference-frankfurt", "rented-singapore"]) {
      expect(existsSync(join(outdir, "stacks", stack, "cdk.tf.json"))).toBe(true);
    }
    const said = stdout.replace(/\s+/g, " ");
    for (const placement of [
      "aws_autoscaling_group.machines 128 × nvidia-h200-sxm (3A090.a) in Indonesia (ID), aws ap-southeast-3a allowed",
      "aws_eks_node_group.nodes 24 × nvidia-l40s (3A090.a) in Germany (DE), aws eu-central-1a allowed",
      "oci_core_instance.machines[0] and 3 more 8 × nvidia-h100-sxm each (3A090.a) in Singapore (SG)",
    ]) {
      expect(said).toContain(placement);
    }
  });
});

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
    const transcript = /```text\n(── .*?)```/s.exec(readme)?.[1] ?? "(none)";
    expect(stdout).toContain(transcript.trimEnd());
  });
});
