import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { definePolicy, guard, type PolicyInput, PolicyViolationError } from "landfall";

/** Two deployments that are refused, and what an engineer is told. */
const REFUSED: readonly { title: string; region: string; policy: PolicyInput }[] = [
  {
    title: "H200 for a US company in Bahrain",
    region: "me-south-1",
    policy: {
      version: 1,
      asOf: "2026-11-23",
      organization: { name: "Example Compute Inc.", headquarters: "US" },
    },
  },
  {
    title: "H200 in Malaysia for a Malaysian company with a Chinese ultimate parent",
    region: "ap-southeast-5",
    policy: {
      version: 1,
      asOf: "2026-11-23",
      organization: {
        name: "Example Compute Sdn. Bhd.",
        headquarters: "MY",
        ultimateParent: { name: "Example Holdings Ltd.", headquarters: "CN" },
      },
    },
  },
];

const outdir = mkdtempSync(join(tmpdir(), "landfall-blocked-"));
let refused = 0;
for (const { title, region, policy } of REFUSED) {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, `training-${region}`);
  new AwsProvider(stack, "aws", { region });
  new Instance(stack, "gpu", { ami: "ami-0abcdef1234567890", instanceType: "p5en.48xlarge" });
  guard(app, definePolicy(policy));
  try {
    app.synth();
  } catch (error) {
    if (!(error instanceof PolicyViolationError)) throw error;
    refused += 1;
    console.log(`── ${title}\n\n${error.message}\n`);
  }
}
rmSync(outdir, { recursive: true });
process.exitCode = refused === REFUSED.length ? 1 : 0;
