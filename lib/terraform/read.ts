import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Input } from "../result";
import { decode } from "../text/encoding";
import { type ByteSource, bufferSource, drained, fileSource, peeked, told, watched } from "./bytes";
import { ConfigurationError, mergeRoots, overridden, readConfiguration } from "./configuration";
import { digestsOf } from "./gate";
import { type Document, InputError, readDocument } from "./input";
import { withImports } from "./lifecycle";
import { type OpenedPlan, openPlan } from "./plan/open";
import type { Keep } from "./plan/parts";
import type { Estate } from "./resource";
import { estateOf, type SynthesizedStack } from "./synth/estate";
import { isVariableFile, readVariables, type VariableValues, withValues } from "./variables";

const CONFIGURATION = /\.(tf|tofu)\.json$/;
const HCL = /\.(tf|tofu)$/;
const OVERRIDE = /(^|_)override\.(tf|tofu)\.json$/;
const NOT_ENTERED = new Set(["node_modules", "assets"]);

/** Documents that together are one root module. */
export interface Root {
  readonly stack: string;
  readonly documents: readonly Document[];
  /** Files beside them that Terraform takes values of variables from. */
  readonly values?: readonly VariableValues[];
}

export interface Inputs {
  readonly estate: Estate;
  readonly inputs: readonly Input[];
}

export interface ReadOptions {
  /** Name for a stack whose path does not tell it. */
  readonly stack?: string | undefined;
  /** What the path `-` reads. @default the process's standard input */
  readonly standardInput?: () => ByteSource;
  /** What to hold of a plan's or state's resources. @default everything */
  readonly keep?: Keep;
  /** What to hold instead of a plan or state that says a text anywhere. */
  readonly keepIf?: { readonly says: string; readonly keep: () => Keep };
  /** Is told after each piece of a file how much of it was read; a stream has no size. */
  readonly onRead?: (path: string, bytes: number, size: number | null) => void;
}

/** What a path turns out to hold. */
type Found =
  | { readonly root: Root }
  | { readonly path: string; readonly stack: string; readonly opened: OpenedPlan };

/** Reads files and directories. Throws `InputError` for whatever cannot be judged: nothing is skipped in silence. */
export function readInputs(paths: readonly string[], options: ReadOptions = {}): Inputs {
  const found = withoutRepetition(paths.flatMap((path) => foundAt(path, options)));
  const configured = readRoots(found.flatMap((one) => ("root" in one ? [one.root] : [])));
  const opened = found.flatMap((one) => ("root" in one ? [] : [one]));
  return {
    estate: {
      resources: [...configured.estate.resources, ...opened.flatMap((one) => one.opened.resources)],
      modules: configured.estate.modules,
    },
    inputs: [
      ...configured.inputs,
      ...opened.map(({ path, opened }): Input => {
        const { kind, digest, managed, guardedBy } = opened;
        return { path, kind, digest, resources: managed, guardedBy };
      }),
    ],
  };
}

/** Paths may overlap; what is counted twice would exceed what is allowed once. */
function withoutRepetition(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [resolve(pathOf(one)), one])).values()];
}

function pathOf(found: Found): string {
  return "root" in found ? (found.root.documents[0]?.path ?? "-") : found.path;
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
        guardedBy: digestsOf(document.body),
      }),
    ),
  );
  return { estate: estateOf(stacks), inputs };
}

function synthesized({ stack, documents, values = [] }: Root): SynthesizedStack {
  const input = (documents.find(({ path }) => !OVERRIDE.test(basename(path))) ?? documents[0]) as Document;
  const of = (override: boolean) =>
    documents.filter(({ path }) => OVERRIDE.test(basename(path)) === override).map(({ body }) => body);
  try {
    const base = readConfiguration(stack, mergeRoots(of(false)));
    const overrides = of(true).map((body) => readConfiguration(stack, body));
    const configuration = withImports(withValues(overrides.reduce(overridden, base), values));
    return { configuration, input: input.path };
  } catch (error) {
    if (error instanceof ConfigurationError)
      throw new InputError(input.path, `at ${error.path}: ${error.message}`);
    throw error;
  }
}

function foundAt(path: string, options: ReadOptions): Found[] {
  if (path !== "-" && statOf(path).isDirectory()) return directoryFound(path, options);
  const opened = open(path, options, true);
  return [isDocument(opened) ? { root: root([opened], options) } : opened];
}

function directoryFound(path: string, options: ReadOptions): Found[] {
  const found = foundBelow(path, options);
  if (found.length > 0) return found;
  throw new InputError(
    path,
    "the directory holds no synthesized stack and no plan; expected `cdktf.out` or a tree with `cdk.tf.json` files (run `cdktf synth` first)",
  );
}

function foundBelow(directory: string, options: ReadOptions, around: readonly string[] = []): Found[] {
  // A link may lead back up.
  const real = attempt(directory, () => realpathSync(directory));
  if (around.includes(real)) return [];
  const above = [...around, real];
  const entries = attempt(directory, () => readdirSync(directory))
    .sort()
    .map((name) => ({ name, isDirectory: isDirectory(join(directory, name)) }));
  const files = entries.filter((entry) => !entry.isDirectory).map(({ name }) => join(directory, name));
  const hcl = files.find((file) => HCL.test(file));
  if (hcl !== undefined) {
    throw new InputError(
      hcl,
      "HCL is not read; run `terraform plan -out plan.out` and check `terraform show -json plan.out`, or synthesize JSON",
    );
  }
  const configuration = files
    .filter((file) => CONFIGURATION.test(file))
    .map((file) => documentAt(file, options));
  const others = files
    .filter((file) => /\.(json|tfstate)$/.test(file) && !CONFIGURATION.test(file))
    .flatMap((file) => planIn(file, options));
  const below = entries
    .filter(({ name, isDirectory }) => isDirectory && isEntered(directory, name))
    .flatMap(({ name }) => foundBelow(join(directory, name), options, above));
  const values = files.filter(isVariableFile).map((file) => readVariables(file, bytesOf(file)));
  const here = configuration.length > 0 ? [{ root: { ...root(configuration, options), values } }] : [];
  return [...here, ...others, ...below];
}

/** Of the stacks, all: theirs is the choice of name. */
function isEntered(directory: string, name: string): boolean {
  if (basename(directory) === "stacks") return true;
  return !name.startsWith(".") && !NOT_ENTERED.has(name);
}

/** Links are followed, as Terraform does. */
function isDirectory(path: string): boolean {
  return attempt(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** A plan or state among the JSON files of a directory; others lie there too. */
function planIn(path: string, options: ReadOptions): Found[] {
  try {
    const opened = open(path, options);
    return isDocument(opened) ? [] : [opened];
  } catch (error) {
    if (error instanceof InputError && !isMeantForTerraform(path)) return [];
    throw error;
  }
}

/** A plan that is cut off is none of the other files that lie in a directory. */
function isMeantForTerraform(path: string): boolean {
  const bytes = bytesOf(path);
  return ['"format_version"', '"terraform_version"'].some((key) =>
    [Buffer.from(key), Buffer.from(key, "utf16le"), Buffer.from(key, "utf16le").swap16()].some(
      (written) => bytes.indexOf(written) >= 0,
    ),
  );
}

function documentAt(path: string, options: ReadOptions): Document {
  const opened = open(path, options);
  if (isDocument(opened)) return opened;
  throw new InputError(path, `this is a Terraform ${opened.opened.kind} with the name of a configuration`);
}

function isDocument(opened: Document | Found): opened is Document {
  return "body" in opened;
}

/** A plan or state is read piece by piece, whatever its size; a configuration is small. */
function open(path: string, options: ReadOptions, pipes = false): Document | Exclude<Found, { root: Root }> {
  const looked = attempt(path, () => peeked(sourceOf(path, pipes, options)));
  if (looked === null) return readDocument(path, Buffer.alloc(0));
  const stack = stackByPath(path) ?? options.stack ?? baseName(path);
  const plan = (source: ByteSource, again: Again) => ({
    path,
    stack,
    opened: attempt(path, () => openMarked(path, stack, source, again, options)),
  });
  if (startsAsPlan(looked.first)) {
    return plan(looked.source, isFile(path) ? () => sourceOf(path, pipes, options) : null);
  }
  const bytes = attempt(path, () => drained(looked.source));
  looked.source.close();
  const document = readDocument(path, bytes);
  // Keys in another order, or another encoding.
  if (document.kind === "synth") return document;
  const again = () => bufferSource(Buffer.from(decode(bytes) ?? ""), document.digest);
  return plan(again(), again);
}

/** The same source from its beginning; null for a stream. */
type Again = (() => ByteSource) | null;

function isFile(path: string): boolean {
  return path !== "-" && statSync(path).isFile();
}

/** What was passed over before the mark was seen is read again. */
function openMarked(
  path: string,
  stack: string,
  source: ByteSource,
  again: Again,
  { keep, keepIf }: ReadOptions,
): OpenedPlan {
  if (keep === undefined || keepIf === undefined) return openPlan(path, stack, source, keep);
  const looking = watched(source, keepIf.says);
  let missed = false;
  const wanted = (): Keep => {
    if (!looking.seen) missed = true;
    return looking.seen ? keepIf.keep() : keep;
  };
  const opened = openPlan(path, stack, looking, {
    of: (type) => wanted().of(type),
    isOpen: (type) => wanted().isOpen(type),
    tells: (name) => wanted().tells(name),
    isIdle: (type, name) => wanted().isIdle(type, name),
    get wants() {
      return wanted().wants;
    },
  });
  if (!looking.seen || !missed) return opened;
  if (again === null) {
    throw new InputError(
      path,
      `it says \`${keepIf.says}\` only after its resources, and a stream cannot be read twice; expected the same in a file`,
    );
  }
  return openPlan(path, stack, again(), keepIf.keep());
}

/** Terraform writes the version of the format first; sorted by their names, other keys come before it. */
const FIRST_KEY =
  /^(\xef\xbb\xbf)?\s*\{\s*"(format_version|version|applyable|check_results|checks|complete|configuration|errored)"/;

function startsAsPlan(first: Buffer): boolean {
  return FIRST_KEY.test(first.toString("latin1", 0, 200));
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
  return attempt(path, () => statSync(path), "expected a file or directory to judge");
}

/** A file, standard input, or a pipe (`<(terraform show -json plan.out)`) where it is named itself. */
function sourceOf(path: string, pipes: boolean, { standardInput, onRead }: ReadOptions): ByteSource {
  const size = sizeOf(path, pipes);
  const source = path === "-" && standardInput ? standardInput() : fileSource(path);
  return onRead === undefined ? source : told(source, (bytes) => onRead(path, bytes, size));
}

/** Bytes of a file; null for a stream. */
function sizeOf(path: string, pipes: boolean): number | null {
  if (path === "-") return null;
  const stats = statSync(path);
  if (stats.isFile()) return stats.size;
  if (pipes && stats.isFIFO()) return null;
  throw new InputError(path, "it is not a regular file; expected a readable file");
}

function bytesOf(path: string): Buffer {
  return attempt(path, () => drained(sourceOf(path, false, {})));
}

function attempt<T>(path: string, read: () => T, expected = "expected a readable file"): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(path, `${reason(error)}; ${expected}`);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file or directory";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  return `it cannot be read (${code ?? String(error)})`;
}
