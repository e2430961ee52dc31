import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const env = {
  ...process.env,
  CHECKPOINT_DISABLE: "1",
  TF_CLI_CONFIG_FILE: "/dev/null",
  TF_IN_AUTOMATION: "1",
};

/** Terraform's version, or null where it is not on the PATH. */
export function terraformVersion(): string | null {
  const { status, stdout } = spawnSync("terraform", ["version", "-json"], { encoding: "utf8", env });
  return status === 0 ? (JSON.parse(stdout).terraform_version as string) : null;
}

/** Terraform's own value, or that it refuses the expression when it runs. */
export type Said = { readonly value: unknown } | "refused";

export interface Question {
  /** Inside of an interpolation; may be refused when it runs, but has to parse. */
  readonly expressions: readonly string[];
  /** Whole JSON strings; have to evaluate. */
  readonly templates?: readonly string[];
  readonly locals?: Readonly<Record<string, unknown>>;
}

/** What Terraform makes of them, all in one plan of a configuration that has only locals and outputs. */
export function ask({ expressions, templates = [], locals = {} }: Question): {
  expressions: Said[];
  templates: Said[];
} {
  const directory = mkdtempSync(join(tmpdir(), "landfall-terraform-"));
  try {
    const configuration = {
      locals: { ...locals, ...Object.fromEntries(templates.map((text, i) => [`template_${i}`, text])) },
      output: Object.fromEntries([
        ...expressions.map((text, i) => [
          `e${i}`,
          { value: `\${try(jsonencode([${text}\n]), "refused")}`, sensitive: true },
        ]),
        ...templates.map((_, i) => [
          `t${i}`,
          { value: `\${jsonencode([local.template_${i}])}`, sensitive: true },
        ]),
      ]),
    };
    writeFileSync(join(directory, "main.tf.json"), JSON.stringify(configuration));
    run(directory, ["plan", "-input=false", "-no-color", "-lock=false", "-out=plan.out"]);
    const outputs = JSON.parse(run(directory, ["show", "-json", "plan.out"])).planned_values.outputs;
    const said = (name: string): Said => {
      const text: unknown = outputs[name].value;
      // A refusal that involves types only can make the output null.
      return typeof text !== "string" || text === "refused" ? "refused" : { value: JSON.parse(text)[0] };
    };
    return {
      expressions: expressions.map((_, i) => said(`e${i}`)),
      templates: templates.map((_, i) => said(`t${i}`)),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function run(directory: string, args: readonly string[]): string {
  const done = spawnSync("terraform", [...args], { cwd: directory, encoding: "utf8", env });
  if (done.status !== 0) throw new Error(`terraform ${args[0]} failed:\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}
