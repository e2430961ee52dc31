import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs `terraform` in a folder and gives its standard output; an error unless it ends with an expected status. */
export type Terraform = (args: readonly string[], ...expected: readonly number[]) => string;

export function terraformIn(root: string, env: NodeJS.ProcessEnv): Terraform {
  return (args, ...expected) => {
    const [command, ...rest] = args as [string, ...string[]];
    const flags = command === "output" || command === "show" ? [] : ["-no-color"];
    const input = command === "validate" || flags.length === 0 ? [] : ["-input=false"];
    const run = spawnSync("terraform", [command, ...flags, ...input, ...rest], {
      cwd: root,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (!(expected.length === 0 ? [0] : expected).includes(run.status ?? -1))
      throw new Error(`terraform ${command} ended with ${run.status}\n${complaint(run.stdout + run.stderr)}`);
    return run.stdout;
  };
}

/** From the first error on, where there is one. */
function complaint(said: string): string {
  const at = said.search(/^(?:│ )?Error: /m);
  return at < 0 ? said : said.slice(at);
}

/** Nothing of the caller's AWS environment reaches Terraform, and nothing but `endpoint` can be called. */
export function environment(work: string, mirror: string, endpoint: string): NodeJS.ProcessEnv {
  const configuration = join(work, "terraform.rc");
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  const own = Object.entries(process.env).filter(([key]) => !/^(AWS|TF)_/.test(key));
  return {
    ...Object.fromEntries(own),
    TF_CLI_CONFIG_FILE: configuration,
    CHECKPOINT_DISABLE: "1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: join(work, "none"),
    AWS_SHARED_CREDENTIALS_FILE: join(work, "none"),
    AWS_ENDPOINT_URL: endpoint,
    AWS_MAX_ATTEMPTS: "1",
  };
}
