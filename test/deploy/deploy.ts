import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Emulator } from "../../scripts/terraform/emulator";
import { environment, type Terraform, terraformIn } from "../../scripts/terraform/run";
import { changesOf, isMisread } from "./again";
import { Aws } from "./aws";
import { type Applied, checked } from "./checks";
import type { Example } from "./example";
import { forgotten, misread, notEmulated } from "./not-emulated";
import {
  destroyable,
  forEmulator,
  type JsonObject,
  missingProviders,
  reduced,
  regionsOf,
  remembered,
} from "./patch";
import type { Row } from "./table";
import type { Tools } from "./tools";

interface Stack {
  readonly body: JsonObject;
  readonly applied: JsonObject;
  readonly left: readonly { readonly address: string; readonly because: string }[];
  readonly root: string;
  readonly terraform: Terraform;
}

/** Synthesizes an example, plans it whole, applies what the emulator can, asks AWS, plans again and destroys. */
export async function deploy(
  example: Example & { name: string },
  tools: Tools,
  emulator: Emulator,
): Promise<Row> {
  const work = mkdtempSync(join(tmpdir(), "landfall-deploy-"));
  const home = process.cwd();
  try {
    await emulator.reset();
    // Local backends, and what other stacks read of them, are named by the working folder.
    process.chdir(work);
    const stacks = synthesized(example, work, tools, emulator);
    process.chdir(home);
    const missing = stacks.flatMap(({ body }) => missingProviders(body, tools.providers));
    if (missing.length > 0)
      return { name: example.name, planned: null, note: `no ${missing[0]} in the mirror` };
    return example.planOnly === undefined
      ? applied(example, stacks, emulator, work, tools)
      : planned(example, stacks);
  } finally {
    process.chdir(home);
    rmSync(work, { recursive: true, force: true });
  }
}

function synthesized(example: Example, work: string, tools: Tools, emulator: Emulator): Stack[] {
  const app = new App({ outdir: join(work, "cdktf.out") });
  const made = [example.make(app)].flat();
  app.synth();
  const env = environment(work, tools.mirror, emulator.url);
  return made.map((stack) => {
    const file = join(work, "cdktf.out", "stacks", stack.node.id, "cdk.tf.json");
    const body = forEmulator(JSON.parse(readFileSync(file, "utf8")), tools.providers);
    const root = join(work, stack.node.id);
    mkdirSync(root);
    const { body: applied, left } = reduced(remembered(body, forgotten), notEmulated);
    return { body, applied, left, root, terraform: terraformIn(root, env) };
  });
}

function planned(example: Example & { name: string }, stacks: readonly Stack[]): Row {
  const counts = stacks.map((stack) => plan(stack, stack.body));
  return { name: example.name, planned: sum(counts), note: example.planOnly ?? "" };
}

function applied(
  example: Example & { name: string },
  stacks: readonly Stack[],
  emulator: Emulator,
  work: string,
  tools: Tools,
): Row {
  const aws = new Aws(environment(work, tools.mirror, emulator.url));
  const counts = stacks.map((stack) => {
    const count = plan(stack, stack.body);
    write(stack, stack.applied);
    stack.terraform(["apply", "-auto-approve"]);
    return count;
  });
  const resources = stacks.flatMap(resourcesOf);
  const checks = checked(aws, resources);
  example.check?.(aws);
  const misreadTypes = stacks.flatMap(settle);
  for (const stack of [...stacks].reverse()) {
    write(stack, destroyable(stack.applied));
    stack.terraform(["destroy", "-auto-approve"]);
  }
  return {
    name: example.name,
    planned: sum(counts),
    applied: resources.length,
    checks: { ...checks, ...(example.check && { own: 1 }) },
    left: stacks.flatMap(({ left }) => left),
    misread: [...new Set(misreadTypes)],
  };
}

/** Validates and plans; gives the number of resources planned. */
function plan(stack: Stack, body: JsonObject): number {
  write(stack, body);
  stack.terraform(["init"]);
  stack.terraform(["validate"]);
  stack.terraform(["plan", "-out=plan.out"]);
  const shown = JSON.parse(stack.terraform(["show", "-json", "plan.out"]));
  return (shown.resource_changes ?? []).filter(
    ({ mode, change }: { mode: string; change: { actions: string[] } }) =>
      mode === "managed" && change.actions.includes("create"),
  ).length;
}

/** A second plan shows no changes but of types that the emulator misreads, which are given; applied, they are gone. */
function settle({ terraform }: Stack): string[] {
  const again = terraform(["plan", "-detailed-exitcode", "-out=again.out"], 0, 2);
  const plan = JSON.parse(terraform(["show", "-json", "again.out"]));
  const changes = changesOf(plan);
  if (changes.length === 0) return [];
  if (!changes.every((change) => isMisread(change, misread)))
    throw new Error(`A second plan changes:\n${again}`);
  terraform(["apply", "-auto-approve", "again.out"]);
  terraform(["plan", "-detailed-exitcode"]);
  return changes.filter(({ attributes }) => attributes.length > 0).map(({ type }) => type);
}

function resourcesOf({ terraform, applied }: Stack): Applied[] {
  const regions = regionsOf(applied);
  const state = JSON.parse(terraform(["show", "-json"]));
  const resources = (state.values?.root_module?.resources ?? []) as (Applied & { mode: string })[];
  return resources
    .filter(({ mode }) => mode === "managed")
    .map(({ address, type, values }) => ({
      address,
      type,
      values,
      region: regions.get(address.replace(/\[.*$/, "")) ?? "",
    }));
}

function write({ root }: Stack, body: JsonObject): void {
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify(body, null, 2));
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
