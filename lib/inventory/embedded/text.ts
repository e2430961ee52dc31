import type { Reading } from "../../terraform/resource";
import { isUnknown, type Reference, Unknown, type Value } from "../../terraform/value";
import { repeatedKeys } from "../../text/json-keys";
import { Unreadable } from "./opened";

/** Azure takes templates of 4 MB, CloudFormation of 1 MB; an object of Kubernetes has 1.5 MB at most. */
const LONGEST_JSON = 4 * 1024 * 1024;
const LONGEST_YAML = 1.5 * 1024 * 1024;
const DEEPEST = 200;
/** Counted with what aliases repeat. */
export const MOST_NODES = 200_000;

/** What a text holds: the documents, and why parts of them are not known. */
export interface Text {
  readonly documents: readonly Value[];
  readonly unread: string | null;
}

/** The documents of a reading: JSON or YAML in a string, or a value that is already one. */
export function documentsOf(reading: Reading): Text {
  const { value, path } = reading;
  if (isUnknown(value)) return withInterpolations(value, path);
  if (typeof value === "string") return { documents: parseText(value, path), unread: null };
  return { documents: [plain(value, path)], unread: null };
}

function parseText(written: string, path: string): Value[] {
  const text = written.startsWith("\ufeff") ? written.slice(1) : written;
  if (text.trim() === "") throw new Unreadable(`${path} is empty`);
  if (/^\s*[{[]/.test(text)) {
    const json = parseJson(text, path);
    if (json !== undefined) return [json];
  }
  if (text.length > LONGEST_YAML) {
    throw new Unreadable(`${path} has ${text.length} characters, more than any service takes`);
  }
  const { parseYaml } = require("./yaml") as typeof import("./yaml");
  return parseYaml(text, path, DEEPEST);
}

/** Undefined when it is no JSON. */
function parseJson(text: string, path: string): Value | undefined {
  if (text.length > LONGEST_JSON) {
    throw new Unreadable(`${path} has ${text.length} characters, more than any service takes`);
  }
  let parsed: Value;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const value = plain(parsed, path);
  const [repeated] = repeatedKeys(text);
  if (repeated !== undefined) {
    throw new Unreadable(`${path} has the key \`${repeated.key}\` twice in one object`);
  }
  return value;
}

/** The same value, its objects without a prototype; refuses what is nested too deep. */
function plain(value: Value, path: string, depth = 0): Value {
  if (depth > DEEPEST) throw new Unreadable(`${path} is nested deeper than ${DEEPEST} levels`);
  if (isUnknown(value) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, path, depth + 1));
  const result: Record<string, Value> = Object.create(null);
  for (const [key, one] of Object.entries(value)) result[key] = plain(one, path, depth + 1);
  return result;
}

/**
 * A JSON text of a synthesized document with interpolations inside its strings, which is what a program that
 * stringifies tokens writes: all is known but those strings.
 */
function withInterpolations(unknown: Unknown, path: string): Text {
  const { expression, why } = unknown;
  const json = /^\s*[{[]/.test(expression) ? parseJson(expression, path) : undefined;
  if (json === undefined || typeof json === "string") throw new Unreadable(`${path} is not known (${why})`);
  const reasons = new Set<string>();
  const value = interpolated(json, unknown, (part) => {
    reasons.add(`\`${part}\` in ${path} is not known (${why})`);
  });
  return { documents: [value], unread: reasons.size === 0 ? null : [...reasons].slice(0, 2).join("; ") };
}

function interpolated(value: Value, unknown: Unknown, refuse: (part: string) => void): Value {
  if (typeof value === "string") return interpolatedText(value, unknown, refuse);
  if (Array.isArray(value)) return value.map((item) => interpolated(item, unknown, refuse));
  if (typeof value !== "object" || value === null || isUnknown(value)) return value;
  const result: Record<string, Value> = Object.create(null);
  for (const [key, one] of Object.entries(value)) {
    if (isInterpolated(key)) refuse(key);
    result[key] = interpolated(one, unknown, refuse);
  }
  return result;
}

/**
 * An attribute of a resource stands for itself and can be followed. Anything else may hold a quotation mark and
 * more of the text behind it.
 */
function interpolatedText(text: string, unknown: Unknown, refuse: (part: string) => void): Value {
  if (!isInterpolated(text)) return text.replaceAll("$${", "${").replaceAll("%%{", "%{");
  const [, whole] = /^\$\{\s*([^${}]+?)\s*\}$/.exec(text) ?? [];
  const reference = unknown.mentions.find((one) => whole === pathOf(one));
  if (reference === undefined) refuse(text);
  const references = reference === undefined ? [] : [reference];
  return new Unknown(
    text,
    unknown.why,
    references,
    null,
    references.length > 0 ? references : unknown.mentions,
  );
}

function isInterpolated(text: string): boolean {
  return /(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(text);
}

function pathOf({ address, attribute }: Reference): string {
  return attribute === "" ? address : `${address}.${attribute}`;
}
