import { createHash } from "node:crypto";
import { decode } from "../text/encoding";
import { repeatedKeys } from "../text/json-keys";
import { quote } from "../text/show";
import { type Body, isBody } from "./configuration";
import { InputError } from "./input-error";

export { InputError };

/** What a file holds, told from its content. */
export type DocumentKind = "synth" | "plan" | "state";

/** One JSON file. */
export interface Document {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly body: Body;
  readonly digest: string;
}

/** Blocks a Terraform JSON configuration may have at its top. */
const BLOCKS = new Set([
  "//",
  "terraform",
  "provider",
  "resource",
  "data",
  "module",
  "variable",
  "output",
  "locals",
  "moved",
  "import",
  "removed",
  "check",
  "ephemeral",
  "action",
  "provider_meta",
]);

/** Deeper nesting than any configuration has; beyond it a reader would risk the stack. */
const DEEPEST = 300;

/** How far to look for JSON behind what a tool may have written before it. */
const LOOK = 64 * 1024;

const EXPECTED =
  "expected a synthesized `cdk.tf.json`, a plan or state from `terraform show -json`, or a directory of these";

/** Reads a file's bytes as JSON and tells what they are. Throws `InputError`. */
export function readDocument(path: string, bytes: Uint8Array): Document {
  const text = decode(bytes);
  if (text === undefined) throw new InputError(path, `the file is not text in UTF-8 or UTF-16; ${EXPECTED}`);
  if (text.trim() === "") throw new InputError(path, `the file is empty; ${EXPECTED}`);
  const body = parse(path, text);
  const kind = recognise(body);
  if (kind === undefined) throw unrecognised(path, new Set(isBody(body) ? Object.keys(body) : []));
  return {
    path,
    kind,
    body: body as Body,
    digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
  };
}

function parse(path: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(path, `${brokenJson(text, error)}; ${EXPECTED}`);
  }
  if (isTooDeep(value))
    throw new InputError(
      path,
      `the file is nested more than ${DEEPEST} levels deep, which no configuration is`,
    );
  // Terraform reads both of two equal keys, JSON.parse only the last.
  const [repeated] = repeatedKeys(text, value);
  if (repeated === undefined) return value;
  const { key, line, column } = repeated;
  throw new InputError(
    path,
    `the key ${quote(key)} stands twice in one object (line ${line}, column ${column}); Terraform would read both`,
  );
}

function brokenJson(text: string, error: unknown): string {
  const why = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
  const position = Number(/at position (\d+)/.exec(why)?.[1] ?? Number.NaN);
  const atEnd = position >= text.trimEnd().length || /end of JSON|Unterminated/i.test(why);
  if (atEnd && /^\s*[{[]/.test(text)) return "the JSON is cut off before its end";
  const start = text.slice(0, LOOK).search(/\{\s*"(format_version|version)"/);
  const [noise = ""] = text.slice(0, Math.max(0, start)).trim().split(/\r?\n/, 1);
  if (noise !== "") return `other text stands before the JSON (${quote(noise)})`;
  return `the file is not JSON (${why.length > 120 ? `${why.slice(0, 120)}…` : why})`;
}

function recognise(body: unknown): DocumentKind | undefined {
  if (!isBody(body)) return undefined;
  const keys = Object.keys(body);
  const known = planOrState(new Set(keys), body["version"]);
  if (known !== undefined) return known;
  return keys.length > 0 && keys.every((key) => BLOCKS.has(key)) ? "synth" : undefined;
}

/** Tells a plan or a state by the keys at its top. */
export function planOrState(keys: ReadonlySet<string>, version: unknown): "plan" | "state" | undefined {
  const hasOneOf = (...wanted: string[]) => wanted.some((key) => keys.has(key));
  if (keys.has("format_version")) {
    if (hasOneOf("planned_values", "resource_changes", "configuration")) return "plan";
    return keys.has("values") || isBare(keys) ? "state" : undefined;
  }
  return typeof version === "number" && hasOneOf("lineage", "serial", "resources") ? "state" : undefined;
}

/** A state without anything in it. The version of the format alone is what Terraform shows where it finds no state. */
function isBare(keys: ReadonlySet<string>): boolean {
  return keys.size === 2 && keys.has("terraform_version");
}

/** The problem of a file that is JSON, but of another program or for another purpose. */
export function unrecognised(path: string, keys: ReadonlySet<string>): InputError {
  if (keys.size === 1 && keys.has("format_version")) {
    return new InputError(
      path,
      `the file is JSON but nothing Terraform writes of a plan or a state: \`terraform show -json\` found none; ${EXPECTED}`,
    );
  }
  return new InputError(path, `the file is JSON but nothing Terraform writes; ${EXPECTED}`);
}

function isTooDeep(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const inner of Object.values(value)) if (isTooDeep(inner, levels - 1)) return true;
  return false;
}
