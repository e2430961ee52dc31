import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "landfall-example-"));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

function synth(region: string) {
  const main = join("examples", "transcription", "main.ts");
  const env = { ...process.env, CDKTF_OUTDIR: outdir, REGION: region };
  return spawnSync(process.execPath, ["--import", "tsx", main], { cwd: root, encoding: "utf8", env });
}

const written = () => existsSync(join(outdir, "stacks", "transcription", "cdk.tf.json"));

describe("an app of somebody else's", () => {
  it("is synthesized where its policy allows", () => {
    const { status, stderr } = synth("eu-central-1");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(written()).toBe(true);
  });

  it("is refused where it does not, and nothing is written", () => {
    const { status, stderr } = synth("us-east-1");
    expect(status).not.toBe(0);
    expect(stderr).toContain("BLOCKED org/country");
    expect(written()).toBe(false);
  });
});
