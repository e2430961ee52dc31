import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, type AppConfig, TerraformStack } from "cdktf";
import { definePolicy, type Finding, guard, type PolicyInput, PolicyViolationError } from "../../lib";
import { resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";

const directories: string[] = [];

export function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), "landfall-evasion-"));
  directories.push(directory);
  return directory;
}

export function cleanUp(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export const US: PolicyInput = {
  version: 1,
  asOf: "2026-11-23",
  organization: { name: "Example Compute Inc.", headquarters: "US" },
  endUsers: [],
};

/** Headquartered in Malaysia, owned from China. */
export const OWNED_FROM_D5: PolicyInput = {
  ...US,
  organization: {
    name: "Example Compute Sdn. Bhd.",
    headquarters: "MY",
    ultimateParent: { name: "Example Holdings Ltd.", headquarters: "CN" },
  },
};

export const BAHRAIN = "me-south-1";
export const SINGAPORE = "ap-southeast-1";
export const VIRGINIA = "us-east-1";

/** A stack with the default AWS provider in a region. */
export function stackIn(app: App, region: string, name = "gpu"): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region });
  return stack;
}

export interface Outcome {
  readonly outdir: string;
  /** What `synth()` threw, if anything. */
  readonly error: unknown;
  readonly findings: readonly Finding[];
  readonly verdict: "allowed" | "blocked" | undefined;
}

/** Runs a program under guard. What the program returns runs after `guard`, before `synth`. */
export function run(
  program: (app: App) => unknown,
  policy: PolicyInput = US,
  config: AppConfig = {},
): Outcome {
  const outdir = config.outdir ?? temporary();
  const app = new App({ ...config, outdir });
  const later = program(app);
  let findings: readonly Finding[] = [];
  let verdict: Outcome["verdict"];
  guard(app, definePolicy(policy), {
    report: (result) => {
      findings = result.findings;
      verdict = result.verdict;
    },
  });
  if (typeof later === "function") later(app);
  let error: unknown;
  try {
    app.synth();
  } catch (thrown) {
    error = thrown;
  }
  return { outdir, error, findings, verdict };
}

/** `rule address` of every finding that blocks. */
export function blocks(findings: readonly Finding[]): string[] {
  return findings.filter(({ level }) => level === "block").map(({ rule, address }) => `${rule} ${address}`);
}

/** Expects the program to be stopped by this rule, with nothing of the run left on disk. */
export function expectBlocked(
  rule: string,
  program: (app: App) => unknown,
  policy?: PolicyInput,
  config?: AppConfig,
): Outcome {
  const outcome = run(program, policy, config);
  const rules = outcome.findings.filter(({ level }) => level === "block").map((finding) => finding.rule);
  if (outcome.error !== undefined && !(outcome.error instanceof PolicyViolationError)) throw outcome.error;
  expect(rules).toContain(rule);
  expect(outcome.error).toBeInstanceOf(PolicyViolationError);
  expect(files(outcome.outdir)).toEqual([]);
  return outcome;
}

/**
 * Expects that what nobody knows at synth is not let through: it blocks, or a precondition was written without
 * which what is on disk would be blocked.
 */
export function expectHeld(program: (app: App) => unknown, policy: PolicyInput = US): Outcome {
  const outcome = run(program, policy);
  if (outcome.error !== undefined) return expectBlocked("gate/unresolved", program, policy);
  const judged = () => {
    const { estate, inputs } = readInputs([outcome.outdir]);
    return blocks(resultOf(estate, inputs, definePolicy(policy)).findings);
  };
  expect(judged()).toEqual([]);
  for (const path of files(outcome.outdir).filter((name) => name.endsWith(".tf.json")))
    withoutPreconditions(join(outcome.outdir, path));
  expect(judged()).toContainEqual(expect.stringMatching(/^gate\/unresolved /));
  return outcome;
}

function withoutPreconditions(path: string): void {
  const kept = (key: string, value: unknown) => (key === "precondition" ? undefined : value);
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, "utf8"), kept)));
}

/** Every file below a directory that Terraform or the CLI would read, as `path → content`. */
export function contents(directory: string): Record<string, string> {
  if (!existsSync(directory)) return {};
  const found = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    found.map((path) => [path.slice(directory.length + 1), readFileSync(path, "utf8")]),
  );
}

export function files(directory: string): string[] {
  return Object.keys(contents(directory));
}
