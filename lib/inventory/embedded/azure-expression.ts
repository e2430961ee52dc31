import {
  derived,
  findUnknown,
  isObject,
  isUnknown,
  own,
  type Trace,
  Unknown,
  type Value,
} from "../../terraform/value";

/** What the expressions of a template look up. */
export interface AzureScope {
  parameter(name: string, trace: Trace): Value;
  variable(name: string, trace: Trace): Value;
  /** `resourceGroup()`, `deployment()`, … as far as they are known. */
  here(name: string, trace: Trace): Value;
}

/** A value of a template with its expressions evaluated where that is certain; an `Unknown` where it is not. */
export function evaluateAzure(raw: Value, scope: AzureScope, trace: Trace): Value {
  if (typeof raw === "string") return evaluateText(raw, scope, trace);
  if (Array.isArray(raw)) return raw.map((item) => evaluateAzure(item, scope, trace));
  if (!isObject(raw)) return raw;
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of Object.entries(raw)) result[key] = evaluateAzure(value, scope, trace);
  for (const loop of loopsIn(raw)) {
    const name = evaluateAzure(own(loop, "name") ?? null, scope, trace);
    if (typeof name === "string") result[name] = [evaluateAzure(own(loop, "input") ?? null, scope, trace)];
  }
  return result;
}

/** A `copy` among properties makes a list of one input, whose index is not known here. */
function loopsIn(object: Record<string, Value>): Record<string, Value>[] {
  const copy = ownOf(object, "copy");
  return (Array.isArray(copy) ? copy : []).filter(isObject);
}

/** A text in brackets is an expression; one that begins with two is not. */
function evaluateText(text: string, scope: AzureScope, trace: Trace): Value {
  if (!text.startsWith("[") || !text.endsWith("]")) return text;
  if (text.startsWith("[[")) return text.slice(1);
  const parser = new Parser(text.slice(1, -1));
  const tree = parser.parse();
  if (tree === undefined) return new Unknown(text, "the expression cannot be read");
  const value = visit(tree, { scope, trace });
  return isUnknown(value) && value.expression === "" ? new Unknown(text, value.why) : value;
}

type Tree =
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Tree[] }
  | { readonly kind: "member"; readonly of: Tree; readonly key: Tree };

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w]*)|([()[\],.]))/y;
const DEEPEST = 100;

type Token = { readonly text: string; readonly kind: "text" | "number" | "name" | "mark" };

class Parser {
  private readonly tokens: readonly Token[] | undefined;
  private at = 0;

  constructor(source: string) {
    this.tokens = tokensOf(source);
  }

  /** Undefined for what is no expression. */
  parse(): Tree | undefined {
    if (this.tokens === undefined) return undefined;
    const tree = this.expression(0);
    return this.at === this.tokens.length ? tree : undefined;
  }

  private expression(depth: number): Tree | undefined {
    if (depth > DEEPEST) return undefined;
    let tree = this.primary(depth);
    while (tree !== undefined) {
      if (this.take(".")) {
        const name = this.next("name");
        tree = name && { kind: "member", of: tree, key: { kind: "literal", value: name.text } };
      } else if (this.take("[")) {
        const key = this.expression(depth + 1);
        tree = key && this.take("]") ? { kind: "member", of: tree, key } : undefined;
      } else break;
    }
    return tree;
  }

  private primary(depth: number): Tree | undefined {
    const text = this.next("text");
    if (text) return { kind: "literal", value: text.text.replaceAll("''", "'") };
    const number = this.next("number");
    if (number) return { kind: "literal", value: Number(number.text) };
    const name = this.next("name");
    return name && this.take("(") ? this.call(name.text.toLowerCase(), depth) : undefined;
  }

  private call(name: string, depth: number): Tree | undefined {
    const args: Tree[] = [];
    while (!this.take(")")) {
      if (args.length > 0 && !this.take(",")) return undefined;
      const arg = this.expression(depth + 1);
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    return { kind: "call", name, args };
  }

  private next(kind: Token["kind"]): Token | undefined {
    const token = this.tokens?.[this.at];
    if (token?.kind !== kind) return undefined;
    this.at += 1;
    return token;
  }

  private take(mark: string): boolean {
    const token = this.tokens?.[this.at];
    if (token?.kind !== "mark" || token.text !== mark) return false;
    this.at += 1;
    return true;
  }
}

function tokensOf(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, quoted, number, name, mark] = match;
    if (quoted !== undefined) tokens.push({ kind: "text", text: quoted });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "mark", text: mark as string });
  }
  return tokens;
}

interface Context {
  readonly scope: AzureScope;
  readonly trace: Trace;
}

function visit(tree: Tree, context: Context): Value {
  if (tree.kind === "literal") return tree.value;
  if (tree.kind === "member") return member(visit(tree.of, context), visit(tree.key, context));
  const { name } = tree;
  const { scope, trace } = context;
  if (name === "if") return choose(tree.args, context);
  const args = tree.args.map((arg) => visit(arg, context));
  const [first] = args;
  if (name === "parameters" || name === "variables") {
    if (typeof first !== "string") return unknown("a name is not known", args);
    return name === "parameters" ? scope.parameter(first, trace) : scope.variable(first, trace);
  }
  if (args.length === 0) {
    const found = scope.here(name, trace);
    if (found !== null) return found;
  }
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (call === undefined) return unknown(`what ${name}() gives is known only to Azure`, args);
  const open = findUnknown(args);
  const decided = open === undefined ? call(args) : undefined;
  return decided === undefined ? unknown(open?.why ?? `${name}() is not evaluated here`, args) : decided;
}

/** Functions of known arguments; undefined where they take others than these. */
const functions: Readonly<Record<string, (args: readonly Value[]) => Value | undefined>> = {
  concat: (args) =>
    args.every(isText) ? args.join("") : args.every(Array.isArray) ? args.flat() : undefined,
  tolower: ([text]) => (typeof text === "string" ? text.toLowerCase() : undefined),
  toupper: ([text]) => (typeof text === "string" ? text.toUpperCase() : undefined),
  trim: ([text]) => (typeof text === "string" ? text.trim() : undefined),
  string: ([value]) => (value !== undefined && isText(value) ? String(value) : undefined),
  int: ([value]) => (/^-?\d+$/.test(String(value)) ? Number(value) : undefined),
  createarray: (args) => [...args],
  equals: ([left, right]) => equal(left, right),
  not: ([value]) => (typeof value === "boolean" ? !value : undefined),
  and: (args) => (args.every(isBoolean) ? args.every(Boolean) : undefined),
  or: (args) => (args.every(isBoolean) ? args.some(Boolean) : undefined),
  true: () => true,
  false: () => false,
  bool: ([value]) => (/^(true|false)$/i.test(String(value)) ? /^true$/i.test(String(value)) : undefined),
  empty: ([value]) => (value === "" || (Array.isArray(value) && value.length === 0) ? true : undefined),
};

function isText(value: Value): boolean {
  return typeof value === "string" || typeof value === "number";
}

function isBoolean(value: Value): value is boolean {
  return typeof value === "boolean";
}

/** Of scalars only; texts are compared with their case. */
function equal(left: Value | undefined, right: Value | undefined): boolean | undefined {
  if (left === undefined || right === undefined || typeof left === "object" || typeof right === "object") {
    return undefined;
  }
  return left === right;
}

function choose(args: readonly Tree[], context: Context): Value {
  const [condition, yes, no] = args;
  if (!condition || !yes || !no) return unknown("if() takes three arguments", []);
  const holds = visit(condition, context);
  if (holds === true) return visit(yes, context);
  if (holds === false) return visit(no, context);
  const branches = [visit(yes, context), visit(no, context)];
  const candidates = branches.flatMap((one) => (isUnknown(one) ? (one.candidates ?? [one]) : [one]));
  const why = isUnknown(holds) ? holds.why : "the condition is neither true nor false";
  return derived("if()", why, branches, true, candidates.some(findUnknown) ? null : candidates);
}

/** Azure finds properties whatever their case. */
function member(of: Value, key: Value): Value {
  if (isUnknown(of)) return of;
  if (isUnknown(key)) return unknown(key.why, [of, key]);
  if (Array.isArray(of) && typeof key === "number")
    return of[key] ?? unknown("the list has no such element", []);
  if (!isObject(of) || typeof key !== "string") return unknown("there is no such property", [key]);
  return ownOf(of, key) ?? unknown(`there is no property \`${key}\``, []);
}

/** An own property by a name whose case does not matter. */
export function ownOf(object: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const exact = own(object, name);
  if (exact !== undefined) return exact;
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : own(object, key);
}

function unknown(why: string, from: readonly Value[]): Unknown {
  return derived("", why, from, false);
}
