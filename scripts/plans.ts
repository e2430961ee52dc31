/**
 * Makes the plans under `test/plans/` anew: `npx tsx scripts/plans.ts [NAME…]`.
 *
 * Needs `terraform` on the path and, in LANDFALL_TF_MIRROR, the folder of an unpacked provider mirror with
 * hashicorp/aws; cases with an emulator need `moto_server` on the path too. What is missing is said and skipped.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Emulator } from "./terraform/emulator";
import { environment, terraformIn } from "./terraform/run";

/** `make.json` of a case: how its plan is made, where that is more than `terraform plan`. */
interface Recipe {
  /** Calls AWS's interfaces on an emulator; without it nothing may be called. */
  readonly emulator?: boolean;
  /** A folder of the case with a configuration that is applied first. */
  readonly before?: string;
  /** The state of what was applied is thrown away; its outputs become variables. */
  readonly forget?: boolean;
  /** Calls behind Terraform's back, between the two; `${name}` stands for an output. */
  readonly outside?: readonly OutsideCall[];
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of `terraform plan`. */
  readonly plan?: readonly string[];
  /** The plan fails, and is written all the same. */
  readonly fails?: boolean;
  /** What is changed in the JSON by hand, for what this Terraform or provider does not write. */
  readonly craft?: readonly Change[];
}

interface OutsideCall {
  readonly region: string;
  readonly call: Readonly<Record<string, string>>;
}

type Change =
  | { readonly set: string; readonly to: Json }
  /** Every key of that name, wherever it is. */
  | { readonly drop: string };

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const project = join(__dirname, "..");
const plans = join(project, "test", "plans");
const mirror = process.env["LANDFALL_TF_MIRROR"];
const SOURCE = /\.tf(\.json)?$/;
const WHEN = "2026-11-23T00:00:00Z";

async function main(names: readonly string[]): Promise<number> {
  const all = readdirSync(plans, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const wanted = names.length === 0 ? all : all.filter((name) => names.some((part) => name.includes(part)));
  if (wanted.length === 0) return fail(`No case is named like ${names.join(", ")}.`);
  if (spawnSync("terraform", ["version"]).status !== 0)
    return fail("`terraform` is not on the path: no plan was made.");
  if (mirror === undefined || !existsSync(mirror))
    return fail(
      "LANDFALL_TF_MIRROR does not name an unpacked provider mirror with hashicorp/aws: no plan was made.",
    );
  const emulator = wanted.some((name) => recipeOf(name).emulator) ? await Emulator.start() : undefined;
  let failed = 0;
  try {
    for (const name of wanted) {
      if (recipeOf(name).emulator && emulator === undefined) {
        console.log(`${name}: skipped, \`moto_server\` does not start (pip install "moto[server]")`);
        continue;
      }
      try {
        const before = planOf(name);
        writeFileSync(join(plans, name, "plan.json"), await make(name, mirror, emulator));
        format(name);
        console.log(`${name}: ${before === planOf(name) ? "unchanged" : "written"}`);
      } catch (error) {
        failed++;
        console.error(`${name}: ${(error as Error).message}`);
      }
    }
  } finally {
    emulator?.stop();
  }
  return failed === 0 ? 0 : 1;
}

async function make(name: string, mirror: string, emulator: Emulator | undefined): Promise<string> {
  const recipe = recipeOf(name);
  const folder = join(plans, name);
  const work = mkdtempSync(join(tmpdir(), "landfall-plan-"));
  try {
    const root = join(work, "root");
    const endpoint = recipe.emulator && emulator ? emulator.url : "http://127.0.0.1:9";
    const terraform = terraformIn(root, { ...environment(work, mirror, endpoint), ...recipe.env });
    let outputs: Record<string, string> = {};
    await emulator?.reset();
    if (recipe.before !== undefined) {
      copySources(join(folder, recipe.before), root);
      terraform(["init"]);
      terraform(["apply", "-auto-approve"]);
      outputs = outputsOf(terraform(["output", "-json"]));
      if (recipe.forget) rmSync(join(root, "terraform.tfstate"));
      for (const call of recipe.outside ?? []) if (emulator) await callOutside(emulator.url, call, outputs);
    }
    copySources(folder, root, recipe.before);
    terraform(["init"]);
    const variables = recipe.forget
      ? Object.entries(outputs).map(([key, value]) => `-var=${key}=${value}`)
      : [];
    const args = ["plan", "-out=plan.out", ...variables, ...(recipe.plan ?? [])];
    terraform(args, recipe.fails ? 1 : 0);
    const plan = JSON.parse(terraform(["show", "-json", "plan.out"])) as Json;
    const sources = sourceText(folder);
    const text = normalised(JSON.stringify((recipe.craft ?? []).reduce(changed, sorted(plan))), sources);
    for (const path of [work, mirror, project, process.env["HOME"] ?? work])
      if (text.includes(`${path}/`)) throw new Error(`the plan names a path of this machine (${path})`);
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Replaces the configuration in a working folder and leaves Terraform's own files there. */
function copySources(from: string, to: string, except?: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to)) if (SOURCE.test(name)) rmSync(join(to, name));
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === except || !(entry.isDirectory() || SOURCE.test(entry.name))) continue;
    cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
  }
}

function sourceText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

function outputsOf(text: string): Record<string, string> {
  const outputs = JSON.parse(text) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(outputs).map(([key, { value }]) => [key, String(value)]));
}

/** What Terraform writes in no order. */
function sorted(plan: Json): Json {
  if (!isRecord(plan)) return plan;
  const relevant = plan["relevant_attributes"];
  if (!Array.isArray(relevant)) return plan;
  return {
    ...plan,
    relevant_attributes: [...relevant].sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  };
}

/** Ids, times and addresses that an emulator throws dice for, numbered in the order they come. */
function normalised(text: string, sources: string): string {
  const number = (pattern: RegExp, name: (nth: number, found: string) => string) => {
    const names = new Map<string, string>();
    text = text.replace(pattern, (found) => {
      if (sources.includes(found)) return found;
      const known = names.get(found) ?? name(names.size + 1, found);
      names.set(found, known);
      return known;
    });
  };
  number(/\b[a-z]{1,7}-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g, (nth, id) => {
    const [kind, digits] = id.split("-") as [string, string];
    return `${kind}-${nth.toString(16).padStart(digits.length, "0")}`;
  });
  number(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, () => WHEN);
  number(
    /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g,
    (nth) => `00000000-0000-0000-0000-${String(nth).padStart(12, "0")}`,
  );
  number(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?!\/)/g, (nth) => `192.0.2.${nth}`);
  number(/\b(?:ip|ec2)(?:-\d{1,3}){4}\b/g, (nth, found) => `${found.split("-")[0]}-192-0-2-${nth}`);
  return text;
}

function changed(plan: Json, change: Change): Json {
  if ("drop" in change) return without(plan, change.drop);
  return withValue(plan, change.set.split("/").slice(1), change.to);
}

function without(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((one) => without(one, key));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(kept.map(([name, one]) => [name, without(one, key)]));
}

function withValue(value: Json, [key, ...rest]: readonly string[], to: Json): Json {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((one, i) => (String(i) === key ? withValue(one, rest, to) : one));
  const record = isRecord(value) ? value : {};
  return { ...record, [key]: withValue(record[key] ?? {}, rest, to) };
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function recipeOf(name: string): Recipe {
  const path = join(plans, name, "make.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Recipe) : {};
}

function planOf(name: string): string | undefined {
  const path = join(plans, name, "plan.json");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** As the rest of the repository is formatted. */
function format(name: string): void {
  const biome = join(project, "node_modules", ".bin", "biome");
  spawnSync(biome, ["format", "--write", join("test", "plans", name, "plan.json")], { cwd: project });
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

/** A call behind Terraform's back. */
async function callOutside(
  url: string,
  { region, call }: OutsideCall,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const filled = Object.entries(call).map(([key, value]): [string, string] => [
    key,
    value.replace(/\$\{(\w+)\}/g, (_, name: string) => outputs[name] ?? ""),
  ]);
  const credential = `test/20261123/${region}/ec2/aws4_request`;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams([...filled, ["Version", "2016-11-15"]]).toString(),
  });
  if (!response.ok) throw new Error(`${call["Action"]} failed: ${await response.text()}`);
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
