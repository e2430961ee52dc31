import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "../../scripts/terraform/run";

const mirror = process.env["LANDFALL_TF_MIRROR"];

/** Why real plans with the AWS provider cannot be made here; null where they can. */
export function missingTools(): string | null {
  if (spawnSync("terraform", ["version"]).status !== 0) return "terraform is not on the PATH";
  if (mirror === undefined || !existsSync(mirror))
    return "LANDFALL_TF_MIRROR does not name a provider mirror with hashicorp/aws";
  return null;
}

/** One of Terraform's diagnostics, from its machine-readable output. */
interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly snippet?: { readonly context: string };
}

export interface Run {
  readonly status: number | null;
  /** Addresses, without index, whose preconditions failed, and what was said. */
  readonly refused: ReadonlyMap<string, string>;
  /** Any other error. */
  readonly errors: readonly string[];
}

/** A directory with a synthesized stack, made fit for the mirror's provider and for a machine without AWS. */
export class Workspace {
  private readonly env: NodeJS.ProcessEnv;

  constructor(readonly directory: string) {
    const path = join(directory, "cdk.tf.json");
    const document = JSON.parse(readFileSync(path, "utf8"));
    document.terraform.required_providers.aws.version = "5.100.0";
    document.terraform.backend = { local: { path: "terraform.tfstate" } };
    for (const provider of document.provider.aws) Object.assign(provider, OFFLINE);
    writeFileSync(path, JSON.stringify(document));
    this.env = environment(directory, mirror ?? "", "http://127.0.0.1:9");
    const { status, stdout, stderr } = this.terraform(["init", "-no-color"], {});
    if (status !== 0) throw new Error(`terraform init failed:\n${stdout}${stderr}`);
  }

  plan(variables: Readonly<Record<string, unknown>>): Run {
    return this.outcome(["plan", "-lock=false"], variables);
  }

  apply(variables: Readonly<Record<string, unknown>>): Run {
    return this.outcome(["apply", "-auto-approve"], variables);
  }

  private outcome(args: readonly string[], variables: Readonly<Record<string, unknown>>): Run {
    const { status, stdout } = this.terraform([...args, "-json"], variables);
    const diagnostics = stdout
      .split("\n")
      .filter((line) => line.includes('"diagnostic"'))
      .map((line) => JSON.parse(line).diagnostic as Diagnostic)
      .filter(({ severity }) => severity === "error");
    const isRefusal = ({ summary }: Diagnostic) => summary.endsWith("precondition failed");
    return {
      status,
      refused: new Map(diagnostics.filter(isRefusal).map((one) => [addressOf(one), one.detail])),
      errors: diagnostics
        .filter((one) => !isRefusal(one))
        .map(({ summary, detail }) => `${summary}: ${detail}`),
    };
  }

  private terraform(args: readonly string[], variables: Readonly<Record<string, unknown>>) {
    const given = Object.entries(variables).map(([name, value]) => [
      `TF_VAR_${name}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return spawnSync("terraform", [...args, "-input=false"], {
      cwd: this.directory,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      env: { ...this.env, ...Object.fromEntries(given) },
    });
  }
}

function addressOf({ snippet }: Diagnostic): string {
  return snippet?.context.replace(/^(?:resource\.)?(.*?)(?:\.lifecycle)?\.precondition.*$/, "$1") ?? "";
}

const OFFLINE = {
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};
