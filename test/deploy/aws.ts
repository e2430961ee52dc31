import { spawnSync } from "node:child_process";

/** AWS's interfaces as anybody asks them, past Terraform: the `aws` command line against the emulator. */
export class Aws {
  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** The answer to one call: `ask("eu-central-1", "ec2", "describe-vpcs", { VpcIds: [id] })`. */
  // biome-ignore lint/suspicious/noExplicitAny: what AWS answers has no type here, and a check that misreads it fails
  ask(region: string, service: string, command: string, input: object = {}): any {
    const args = [service, command, "--region", region, "--output", "json"];
    const { status, stdout, stderr } = spawnSync(
      "aws",
      [...args, "--cli-input-json", JSON.stringify(input)],
      {
        encoding: "utf8",
        env: this.env,
        maxBuffer: 2 ** 26,
      },
    );
    if (status !== 0) throw new Error(`aws ${service} ${command} ${JSON.stringify(input)}: ${stderr.trim()}`);
    return stdout.trim() === "" ? {} : JSON.parse(stdout);
  }
}
