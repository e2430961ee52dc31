import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Input } from "../result";
import { type Body, ConfigurationError, mergeRoots, readConfiguration } from "./configuration";
import { type Document, InputError, readDocument } from "./input";
import type { Estate } from "./resource";
import { estateOf, type SynthesizedStack } from "./synth/estate";

const CONFIGURATION = /\.(tf|tofu)\.json$/;
const HCL = /\.(tf|tofu)$/;
const OVERRIDE = /(^|_)override\.(tf|tofu)\.json$/;
const NOT_ENTERED = new Set(["node_modules", "assets"]);

/** Documents that together are one root module. */
export interface Root {
  readonly stack: string;
  readonly documents: readonly Document[];
}

export interface Inputs {
  readonly estate: Estate;
  readonly inputs: readonly Input[];
}

export interface ReadOptions {
  /** Name for a stack whose path does not tell it. */
  readonly stack?: string | undefined;
  /** Reads standard input, for the path `-`. */
  readonly standardInput?: () => Uint8Array;
}

/** Reads files and directories. Throws `InputError` for whatever cannot be judged: nothing is skipped in silence. */
export function readInputs(paths: readonly string[], options: ReadOptions = {}): Inputs {
  const roots = paths.flatMap((path) => rootsAt(path, options));
  return readRoots(roots);
}

/** Reads root modules already found. */
export function readRoots(roots: readonly Root[]): Inputs {
  const stacks = roots.map(synthesized);
  const inputs = roots.flatMap(({ documents }, i) =>
    documents.map(
      (document, at): Input => ({
        path: document.path,
        kind: document.kind,
        digest: document.digest,
        resources:
          at === 0
            ? (stacks[i]?.configuration.blocks.filter(({ mode }) => mode === "managed").length ?? 0)
            : 0,
      }),
    ),
  );
  return { estate: estateOf(stacks), inputs };
}

function synthesized({ stack, documents }: Root): SynthesizedStack {
  const input = (documents.find(({ path }) => !OVERRIDE.test(basename(path))) ?? documents[0]) as Document;
  const of = (override: boolean): Body[] =>
    documents.filter(({ path }) => OVERRIDE.test(basename(path)) === override).map(({ body }) => body);
  const [own, overrides] = [of(false), of(true)];
  const body = own.length === 1 && overrides.length === 0 ? (own[0] as Body) : mergeRoots(own, overrides);
  try {
    return { configuration: readConfiguration(stack, body), input: input.path };
  } catch (error) {
    if (error instanceof ConfigurationError)
      throw new InputError(input.path, `at ${error.path}: ${error.message}`);
    throw error;
  }
}

function rootsAt(path: string, options: ReadOptions): Root[] {
  if (path === "-")
    return [root([supported(readDocument("-", options.standardInput?.() ?? new Uint8Array()))], options)];
  const stats = statOf(path);
  if (stats.isDirectory()) return directoryRoots(path, options);
  return [root([documentAt(path)], options)];
}

function directoryRoots(path: string, options: ReadOptions): Root[] {
  const found = rootsBelow(path, options);
  if (found.length > 0) return found;
  throw new InputError(
    path,
    "the directory holds no synthesized stack and no plan; expected `cdktf.out` or a tree with `cdk.tf.json` files (run `cdktf synth` first)",
  );
}

function rootsBelow(directory: string, options: ReadOptions): Root[] {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(directory, name));
  const hcl = files.find((file) => HCL.test(file));
  if (hcl !== undefined) {
    throw new InputError(
      hcl,
      "HCL is not read; run `terraform plan -out plan.out` and check `terraform show -json plan.out`, or synthesize JSON",
    );
  }
  const configuration = files.filter((file) => CONFIGURATION.test(file)).map(documentAt);
  const others = files
    .filter((file) => /\.(json|tfstate)$/.test(file) && !CONFIGURATION.test(file))
    .flatMap(recognised);
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_ENTERED.has(entry.name))
    .flatMap(({ name }) => rootsBelow(join(directory, name), options));
  const here = configuration.length > 0 ? [root(configuration, options)] : [];
  return [...here, ...others.map((document) => root([supported(document)], options)), ...below];
}

/** A JSON file of a directory, if it is one of Terraform's; others lie there too. */
function recognised(path: string): Document[] {
  try {
    return [readDocument(path, readFileSync(path))].filter(({ kind }) => kind !== "synth");
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function documentAt(path: string): Document {
  return supported(readDocument(path, bytesOf(path)));
}

function supported(document: Document): Document {
  if (document.kind === "synth") return document;
  const what = document.kind === "plan" ? "this is a Terraform plan" : "this is a Terraform state";
  throw new InputError(
    document.path,
    `${what}, not yet supported by this version of Landfall; check the synthesized output (cdktf.out) instead`,
  );
}

function root(documents: readonly Document[], { stack }: ReadOptions): Root {
  const path = documents[0]?.path ?? "-";
  return { stack: stackByPath(path) ?? stack ?? baseName(path), documents };
}

/** `…/stacks/<name>/<file>`, as cdktf lays its output out. */
function stackByPath(path: string): string | undefined {
  const directory = dirname(resolve(path));
  return basename(dirname(directory)) === "stacks" ? basename(directory) : undefined;
}

function baseName(path: string): string {
  const name = basename(path).replace(/(\.(tf|tofu|plan))?\.json$|\.tfstate$/, "");
  return name === "" ? path : name;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw new InputError(path, `${reason(error)}; expected a file or directory to judge`);
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(path, `${reason(error)}; expected a readable file`);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file or directory";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  return `it cannot be read (${code ?? String(error)})`;
}
