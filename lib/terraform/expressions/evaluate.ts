import {
  attributeOf,
  derived,
  findUnknown,
  isObject,
  isUnknown,
  own,
  Trace,
  Unknown,
  type Value,
} from "../value";
import { isTooHeavy, NotEvaluated, unify } from "./exact";
import { callFunction } from "./functions";
import { type Expression, ExpressionError, parseTemplate } from "./parse";

/** Where names are looked up. `path` is what was read of the name: attributes and known indices. */
export interface Scope {
  lookUp(name: string, path: readonly (string | number)[], trace: Trace): Value;
  /** Templates already evaluated, for a scope in which names never change what they stand for. */
  readonly evaluated?: Map<string, Evaluated>;
}

/** A value with what was followed to reach it. */
export interface Evaluated {
  readonly value: Value;
  readonly trace: Trace;
}

const parsed = new Map<string, Expression | string>();
const REMEMBERED = 20_000;

/**
 * Evaluates a value of a JSON configuration: strings are templates, and so are object keys.
 * Never throws: what cannot be evaluated with certainty is an `Unknown`.
 */
export function evaluate(raw: unknown, scope: Scope, trace: Trace): Value {
  if (typeof raw === "string") return evaluateString(raw, scope, trace);
  if (raw === null || typeof raw !== "object") return raw as Value;
  try {
    const value = Array.isArray(raw)
      ? raw.map((item) => evaluate(item, scope, trace))
      : evaluateObject(raw, scope, trace);
    return isTooHeavy(value) ? new Unknown("(a value)", TOO_HEAVY) : value;
  } catch (error) {
    if (error instanceof RangeError) return new Unknown("(a value)", TOO_DEEP);
    throw error;
  }
}

const TOO_HEAVY = "it is larger than any real configuration";
const TOO_DEEP = "it is nested too deeply";

function evaluateObject(raw: object, scope: Scope, trace: Trace): Value {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of Object.entries(raw)) {
    const name = evaluateString(key, scope, trace);
    if (typeof name !== "string") return new Unknown(key, "a key of the object is not known");
    result[name] = evaluate(value, scope, trace);
  }
  return result;
}

function evaluateString(text: string, scope: Scope, trace: Trace): Value {
  if (isLiteral(text)) return normalized(text);
  if (scope.evaluated === undefined) return evaluateTemplate(text, scope, trace);
  let known = scope.evaluated.get(text);
  if (known === undefined) {
    const taken = new Trace();
    known = { value: evaluateTemplate(text, scope, taken), trace: taken };
    scope.evaluated.set(text, known);
  }
  followTrace(trace, known.trace);
  return known.value;
}

function evaluateTemplate(text: string, scope: Scope, trace: Trace): Value {
  const expression = parseOnce(text);
  if (typeof expression === "string") return new Unknown(text, expression);
  try {
    return visit(expression, { scope, trace, text });
  } catch (error) {
    if (error instanceof NotEvaluated) return new Unknown(text, error.message);
    if (error instanceof RangeError) return new Unknown(text, TOO_DEEP);
    throw error;
  }
}

/** Whether a text of a configuration is what it says, no template. */
export function isLiteral(text: string): boolean {
  return !text.includes("${") && !text.includes("%{");
}

/** Terraform normalizes every text: a Kelvin sign is a K to it. */
function normalized(text: string): string {
  return BEYOND_ASCII.test(text) ? text.normalize() : text;
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** The parsed template, or why it could not be parsed. */
function parseOnce(text: string): Expression | string {
  let result = parsed.get(text);
  if (result === undefined) {
    try {
      result = parseTemplate(text);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      result = `the expression cannot be read (${error.message})`;
    }
    if (parsed.size >= REMEMBERED) parsed.clear();
    parsed.set(text, result);
  }
  return result;
}

interface Context {
  readonly scope: Scope;
  readonly trace: Trace;
  readonly text: string;
}

function visit(node: Expression, context: Context): Value {
  const value = compute(node, context);
  if (isTooHeavy(value)) throw new NotEvaluated(TOO_HEAVY);
  return value;
}

function compute(node: Expression, context: Context): Value {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "group":
      return visit(node.of, context);
    case "template":
      return concatenate(node.parts, context);
    case "list":
      return node.items.map((item) => visit(item, context));
    case "object":
      return objectOf(node.entries, context);
    case "call":
      return callFunction(node.name, visitAll(node.args, context), context.text);
    case "conditional":
      return choose(node, context);
    case "binary":
      return callFunction(node.operator, visitAll([node.left, node.right], context), context.text);
    case "unary":
      return callFunction(`unary ${node.operator}`, visitAll([node.operand], context), context.text);
    default:
      return traverse(node, context);
  }
}

function visitAll(nodes: readonly Expression[], context: Context): Value[] {
  return nodes.map((node) => visit(node, context));
}

function concatenate(parts: readonly Expression[], context: Context): Value {
  const values = visitAll(parts, context);
  const unknown = findUnknown(values);
  if (unknown) {
    // Ids in a row, parted by commas, are still those ids.
    const others = values.filter((value) => value !== ",");
    return derived(context.text, unknown.why, others, true, null, { joined: values });
  }
  return values
    .map((value) => callFunction("tostring", [value], context.text))
    .join("")
    .normalize();
}

function objectOf(entries: readonly (readonly [Expression, Expression])[], context: Context): Value {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) {
    const name = callFunction("tostring", [visit(key, context)], context.text);
    if (typeof name !== "string") return new Unknown(context.text, "a key of the object is not known");
    result[name] = visit(value, context);
  }
  return result;
}

function choose(node: Expression & { kind: "conditional" }, context: Context): Value {
  const condition = callFunction("tobool", [visit(node.condition, context)], context.text);
  if (condition === true) return chosen(node.yes, node.no, context);
  if (condition === false) return chosen(node.no, node.yes, context);
  const branches = visitAll([node.yes, node.no], context);
  const candidates = branches.flatMap((branch) =>
    isUnknown(branch) ? (branch.candidates ?? [branch]) : [branch],
  );
  const why = isUnknown(condition) ? condition.why : "the condition is null";
  return derived(context.text, why, branches, true, candidates.some(findUnknown) ? null : unify(candidates));
}

/** The other branch decides the type too: `true ? 1 : "x"` is the text "1". */
function chosen(taken: Expression, other: Expression, context: Context): Value {
  const value = visit(taken, context);
  const beside = attempt(other, { ...context, trace: new Trace() });
  if (findUnknown(value) || beside === undefined || findUnknown(beside)) return value;
  return unify([value, beside])[0] as Value;
}

/** Terraform minds only the type of the branch it does not take, so a failure inside is none. */
function attempt(node: Expression, context: Context): Value | undefined {
  try {
    return visit(node, context);
  } catch (error) {
    if (error instanceof NotEvaluated) return undefined;
    throw error;
  }
}

/** Adds what was followed elsewhere; a step that was taken already is told once. */
export function followTrace(trace: Trace, from: Trace): void {
  const taken = new Set(from.steps.length === 0 ? [] : trace.steps);
  for (const step of from.steps) if (!taken.has(step)) trace.steps.push(step);
  for (const name of from.assumed) trace.assumed.add(name);
}

const SPLAT = Symbol("splat");
type Step = string | number | Unknown | typeof SPLAT;

/** Follows `name.attribute[index][*]…`: the leading steps that are known go to the scope in one piece. */
function traverse(node: Expression, context: Context): Value {
  const { root, steps } = unwind(node, context);
  if (root.kind !== "name") return follow(visit(root, context), steps);
  const firstOther = steps.findIndex((one) => typeof one !== "string" && typeof one !== "number");
  const known = (firstOther < 0 ? steps : steps.slice(0, firstOther)) as (string | number)[];
  return follow(context.scope.lookUp(root.name, known, context.trace), steps.slice(known.length));
}

function unwind(node: Expression, context: Context): { root: Expression; steps: Step[] } {
  const steps: Step[] = [];
  let at = node;
  while (at.kind === "attribute" || at.kind === "index" || at.kind === "splat") {
    if (at.kind === "attribute") steps.push(at.name);
    else steps.push(at.kind === "splat" ? SPLAT : index(visit(at.key, context), context));
    at = at.of;
  }
  return { root: at, steps: steps.reverse() };
}

function index(key: Value, context: Context): Step {
  if (typeof key === "string" || typeof key === "number") return key;
  const why = isUnknown(key) ? key.why : "an index is neither text nor a number";
  return derived(context.text, why, [key], false);
}

function follow(base: Value, steps: readonly Step[]): Value {
  const [head, ...rest] = steps;
  if (head === undefined) return base;
  if (head instanceof Unknown) return head;
  if (head !== SPLAT) return follow(step(base, head), rest);
  if (isUnknown(base)) return follow(base, rest);
  const items = Array.isArray(base) ? base : base === null ? [] : [base];
  return items.map((item) => follow(item, rest));
}

/** One step into a value; what is not there is unknown, never guessed. */
export function step(base: Value, key: string | number): Value {
  if (isUnknown(base)) return attributeOf(base, key);
  if (Array.isArray(base)) {
    const item = /^\d+$/.test(String(key)) ? base[Number(key)] : undefined;
    if (item !== undefined) return item;
  } else if (isObject(base)) {
    const item = own(base, String(key));
    if (item !== undefined) return item;
  }
  return new Unknown(String(key), `\`${key}\` is not found in the value it is read from`);
}
