import { type Body, isBody } from "../configuration";
import { own, Unknown, type Value } from "../value";
import type { Followed } from "./graph";

/** Where an expression leads. */
export type Follow = (expression: unknown) => Followed;

/**
 * Lays a plan's `after_unknown` and the configuration's expressions over its `after`: values, with an
 * `Unknown` wherever Terraform does not know yet.
 *
 * @param path where it stands, without indices
 */
export function merge(
  after: unknown,
  unknown: unknown,
  expression: unknown,
  path: string,
  follow: Follow,
): Value {
  if (unknown === true) return unknownAt(expression, path, follow);
  if (addsNothing(after, unknown)) return (after ?? null) as Value;
  if (Array.isArray(after) || Array.isArray(unknown))
    return mergeList(after, unknown, expression, path, follow);
  if (isBody(after) || isBody(unknown)) return mergeObject(after, unknown, expression, path, follow);
  return (after ?? null) as Value;
}

/** Whether what is marked as unknown leaves a value as it is, which is so for most. */
export function addsNothing(after: unknown, unknown: unknown): boolean {
  if (Array.isArray(unknown)) {
    if (unknown.length === 0) return true;
    return (
      Array.isArray(after) &&
      unknown.length <= after.length &&
      unknown.every((mark, i) => addsNothing(after[i], mark))
    );
  }
  if (!isBody(unknown)) return unknown !== true;
  for (const key of Object.keys(unknown)) {
    if (!isBody(after) || !Object.hasOwn(after, key) || !addsNothing(after[key], unknown[key])) return false;
  }
  // An object that marks nothing is no object for a value that is none.
  return isBody(after) || isScalar(after);
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function mergeList(
  after: unknown,
  unknown: unknown,
  expression: unknown,
  path: string,
  follow: Follow,
): Value {
  const [values, marks] = [listOf(after), listOf(unknown)];
  // Blocks made by `dynamic` are missing among the expressions, so only lists of one length can be laid side by side.
  const aligned = Array.isArray(expression) && expression.length === Math.max(values.length, marks.length);
  return Array.from({ length: Math.max(values.length, marks.length) }, (_, i) =>
    merge(values[i], marks[i], aligned ? expression[i] : shared(expression), path, follow),
  );
}

/** An expression for a list as a whole belongs to each element; those of other blocks are only a hint. */
function shared(expression: unknown): unknown {
  return Array.isArray(expression) ? { hint: expression } : expression;
}

function mergeObject(
  after: unknown,
  unknown: unknown,
  expression: unknown,
  path: string,
  follow: Follow,
): Value {
  const [values, marks] = [isBody(after) ? after : {}, isBody(unknown) ? unknown : {}];
  const isBlock = isBlockOf(expression);
  const result: Record<string, Value> = Object.create(null);
  for (const key of Object.keys({ ...values, ...marks })) {
    const inner = isBlock ? expressionOf(expression, key) : expression;
    result[key] = merge(
      own(values, key),
      own(marks, key),
      inner,
      path === "" ? key : `${path}.${key}`,
      follow,
    );
  }
  return result;
}

function isBlockOf(expression: unknown): expression is Body {
  return (
    isBody(expression) &&
    !("references" in expression) &&
    !("constant_value" in expression) &&
    !("hint" in expression)
  );
}

/** Marks an attribute that a block of the configuration does not set. */
const UNSET = Symbol("unset");

/** The expression of an attribute in a block of the configuration. */
export function expressionOf(block: Body, name: string): unknown {
  return Object.hasOwn(block, name) ? block[name] : UNSET;
}

function unknownAt(expression: unknown, path: string, follow: Follow): Unknown {
  if (expression === UNSET) {
    const unset = { path, isDoubtful: follow(undefined).isDoubtful };
    return new Unknown(path, "the provider decides it", [], null, [], unset);
  }
  const { references, whole } = follow(expression);
  const from = references.map(({ address, attribute }) =>
    attribute === "" ? address : `${address}.${attribute}`,
  );
  const why = from.length > 0 ? `it comes from ${from.slice(0, 3).join(", ")}` : "it is known after apply";
  return new Unknown(path, why, whole ? references : [], null, references);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
