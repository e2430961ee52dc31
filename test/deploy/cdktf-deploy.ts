import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../scripts/terraform/emulator";
import { environment } from "../../scripts/terraform/run";
import { Aws } from "./aws";
import type { Tools } from "./tools";

const root = join(__dirname, "../..");
const bin = join(root, "node_modules", ".bin");
const STACK = "backbone-europe";
const REGIONS = ["eu-central-1", "eu-north-1"];

/** What `cdktf deploy` was told, and how many resources it left behind before `cdktf destroy`. */
export interface CdktfRun {
  readonly command: string;
  readonly resources: number;
}

/** Deploys one reference stack with the CDKTF command line itself, asks AWS for it, and destroys it. */
export async function cdktfDeploy(tools: Tools, emulator: Emulator): Promise<CdktfRun> {
  const work = mkdtempSync(join(tmpdir(), "landfall-cdktf-"));
  try {
    await emulator.reset();
    const app = `${join(bin, "tsx")} ${join(__dirname, "reference-app.ts")}`;
    const settings = { language: "typescript", app, projectId: "landfall", sendCrashReports: "false" };
    writeFileSync(join(work, "cdktf.json"), JSON.stringify(settings));
    const base = environment(work, tools.mirror, emulator.url);
    const env = {
      ...base,
      CI: "1",
      DISABLE_VERSION_CHECK: "1",
      TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
      LANDFALL_PROVIDERS: JSON.stringify(tools.providers),
    };
    const args = ["deploy", STACK, "--auto-approve", "--skip-provider-lock"];
    cdktf(work, env, args);
    const resources = resourcesIn(join(work, `terraform.${STACK}.tfstate`));
    for (const region of REGIONS) expectGateway(new Aws(base), region);
    // Other stacks that depend on it were never deployed.
    cdktf(work, env, ["destroy", ...args.slice(1), "--ignore-missing-stack-dependencies"]);
    return { command: `cdktf ${args.join(" ")}`, resources };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function cdktf(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): void {
  const run = spawnSync(join(bin, "cdktf"), args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (run.status !== 0)
    throw new Error(`cdktf ${args[0]} ended with ${run.status}\n${run.stdout}${run.stderr}`);
}

function resourcesIn(state: string): number {
  const { resources } = JSON.parse(readFileSync(state, "utf8")) as { resources: { mode: string }[] };
  return resources.filter(({ mode }) => mode === "managed").length;
}

function expectGateway(aws: Aws, region: string): void {
  const gateways = aws.ask(region, "ec2", "describe-transit-gateways").TransitGateways as { State: string }[];
  if (gateways.filter(({ State }) => State === "available").length !== 1)
    throw new Error(`cdktf deploy left no Transit Gateway in ${region}: ${JSON.stringify(gateways)}`);
}
