import { findUnknown, isObject, isUnknown, own, Unknown, type Value } from "../value";

/** Raised when Terraform itself would fail, or when the result is not certain. */
export class NotEvaluated extends Error {}

type Implementation = (args: Value[]) => Value;

/** Functions that may be given lists and objects with unknown members, and pass them on untouched. */
const STRUCTURAL: Readonly<Record<string, Implementation>> = {
  element: ([list, index]) => {
    const items = asList(list);
    const position = asNumber(index);
    if (items.length === 0 || position < 0) throw new NotEvaluated("element() of an empty list");
    return items[Math.trunc(position) % items.length] as Value;
  },
  lookup: ([object, key, fallback]) => {
    const found = own(asObject(object), asString(key));
    if (found !== undefined) return found;
    if (fallback === undefined) throw new NotEvaluated("lookup() finds no such key");
    return fallback;
  },
  concat: (args) => args.flatMap(asList),
  merge: (args) => Object.assign(Object.create(null), ...args.filter((arg) => arg !== null).map(asObject)),
  length: ([value]) => {
    if (typeof value === "string") return [...value].length;
    return Array.isArray(value) ? value.length : Object.keys(asObject(value)).length;
  },
  keys: ([object]) => Object.keys(asObject(object)).sort(),
  values: ([object]) =>
    Object.entries(asObject(object))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => value),
  slice: ([list, from, to]) => asList(list).slice(asNumber(from), asNumber(to)),
  reverse: ([list]) => [...asList(list)].reverse(),
  one: ([list]) => {
    const items = asList(list);
    if (items.length > 1) throw new NotEvaluated("one() of more than one element");
    return items[0] ?? null;
  },
  tolist: ([list]) => asList(list),
  toset: ([list]) => (findUnknown(list ?? null) ? asList(list) : distinct(asList(list))),
  tomap: ([object]) => asObject(object),
  sensitive: ([value]) => value ?? null,
  nonsensitive: ([value]) => value ?? null,
};

/** Functions of wholly known arguments. */
const PURE: Readonly<Record<string, Implementation>> = {
  tostring: ([value]) => toText(value ?? null),
  tonumber: ([value]) => (typeof value === "string" ? parseNumber(value) : asNumber(value)),
  tobool: ([value]) => (value === "true" ? true : value === "false" ? false : asBoolean(value)),
  join: ([separator, ...lists]) => lists.flatMap(asList).map(asText).join(asString(separator)),
  split: ([separator, text]) => asString(text).split(asString(separator)),
  format: ([pattern, ...args]) => format(asString(pattern), args),
  lower: ([text]) => asString(text).toLowerCase(),
  upper: ([text]) => asString(text).toUpperCase(),
  title: ([text]) => asString(text).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
  trimspace: ([text]) => asString(text).trim(),
  chomp: ([text]) => asString(text).replace(/[\r\n]+$/, ""),
  trimprefix: ([text, prefix]) =>
    asString(text).startsWith(asString(prefix))
      ? asString(text).slice(asString(prefix).length)
      : asString(text),
  trimsuffix: ([text, suffix]) =>
    asString(suffix) !== "" && asString(text).endsWith(asString(suffix))
      ? asString(text).slice(0, -asString(suffix).length)
      : asString(text),
  replace: ([text, search, replacement]) => {
    if (/^\/.*\/$/s.test(asString(search)))
      throw new NotEvaluated("replace() by regular expression is not evaluated");
    return asString(text).split(asString(search)).join(asString(replacement));
  },
  substr: ([text, offset, length]) => {
    const letters = [...asString(text)];
    const from = asNumber(offset) < 0 ? letters.length + asNumber(offset) : asNumber(offset);
    return letters.slice(from, asNumber(length) < 0 ? undefined : from + asNumber(length)).join("");
  },
  strrev: ([text]) => [...asString(text)].reverse().join(""),
  startswith: ([text, prefix]) => asString(text).startsWith(asString(prefix)),
  endswith: ([text, suffix]) => asString(text).endsWith(asString(suffix)),
  strcontains: ([text, part]) => asString(text).includes(asString(part)),
  coalesce: (args) => {
    const found = args.find((arg) => arg !== null && arg !== "");
    if (found === undefined) throw new NotEvaluated("coalesce() of nothing");
    return found;
  },
  coalescelist: (args) => {
    const found = args.find((arg) => Array.isArray(arg) && arg.length > 0);
    if (found === undefined) throw new NotEvaluated("coalescelist() of nothing");
    return found;
  },
  compact: ([list]) => asList(list).filter((item) => item !== null && item !== ""),
  distinct: ([list]) => distinct(asList(list)),
  flatten: ([list]) => flatten(asList(list)),
  sort: ([list]) => asList(list).map(asText).sort(),
  contains: ([list, value]) => asList(list).some((item) => same(item, value ?? null)),
  index: ([list, value]) => {
    const found = asList(list).findIndex((item) => same(item, value ?? null));
    if (found < 0) throw new NotEvaluated("index() finds no such element");
    return found;
  },
  zipmap: ([keys, values]) => {
    const names = asList(keys).map(asString);
    return Object.assign(
      Object.create(null),
      ...names.map((name, i) => ({ [name]: asList(values)[i] ?? null })),
    );
  },
  max: (args) => Math.max(...args.map(asNumber)),
  min: (args) => Math.min(...args.map(asNumber)),
  abs: ([n]) => Math.abs(asNumber(n)),
  ceil: ([n]) => Math.ceil(asNumber(n)),
  floor: ([n]) => Math.floor(asNumber(n)),
  sum: ([list]) =>
    asList(list)
      .map(asNumber)
      .reduce((a, b) => a + b, 0),
  jsondecode: ([text]) => parseJson(asString(text)),
  base64decode: ([text]) => Buffer.from(asString(text), "base64").toString("utf8"),
  base64encode: ([text]) => Buffer.from(asString(text), "utf8").toString("base64"),
  "+": ([a, b]) => asNumber(a) + asNumber(b),
  "-": ([a, b]) => asNumber(a) - asNumber(b),
  "*": ([a, b]) => asNumber(a) * asNumber(b),
  "/": ([a, b]) => finite(asNumber(a) / asNumber(b)),
  "%": ([a, b]) => finite(asNumber(a) % asNumber(b)),
  "<": ([a, b]) => asNumber(a) < asNumber(b),
  ">": ([a, b]) => asNumber(a) > asNumber(b),
  "<=": ([a, b]) => asNumber(a) <= asNumber(b),
  ">=": ([a, b]) => asNumber(a) >= asNumber(b),
  "==": ([a, b]) => same(a ?? null, b ?? null),
  "!=": ([a, b]) => !same(a ?? null, b ?? null),
  "&&": ([a, b]) => asBoolean(a) && asBoolean(b),
  "||": ([a, b]) => asBoolean(a) || asBoolean(b),
  "unary -": ([n]) => -asNumber(n),
  "unary !": ([b]) => !asBoolean(b),
};

/** The result of a pure Terraform function or operator; `Unknown` when it is not certain. */
export function callFunction(name: string, args: Value[], expression: string): Value {
  const structural = own(STRUCTURAL, name);
  const unknown = structural ? args.find(isUnknown) : findUnknown(args);
  if (unknown) return new Unknown(expression, unknown.why, unknown.references);
  const implementation = structural ?? own(PURE, name);
  if (implementation === undefined) {
    return new Unknown(expression, `${name}() is not evaluated`, []);
  }
  return implementation(args);
}

function asString(value: Value | undefined): string {
  if (typeof value === "string") return value;
  throw new NotEvaluated("a function is given something else than text");
}

function asNumber(value: Value | undefined): number {
  if (typeof value === "number") return value;
  throw new NotEvaluated("a function is given something else than a number");
}

function asBoolean(value: Value | undefined): boolean {
  if (typeof value === "boolean") return value;
  throw new NotEvaluated("a condition is neither true nor false");
}

function asList(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw new NotEvaluated("a function is given something else than a list");
}

function asObject(value: Value | undefined): Record<string, Value> {
  if (isObject(value)) return value;
  throw new NotEvaluated("a function is given something else than an object");
}

function asText(value: Value): string {
  return asString(toText(value));
}

function toText(value: Value): Value {
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number" && /^-?\d+(\.\d+)?$/.test(String(value))) return String(value);
  throw new NotEvaluated("a value cannot be written as text");
}

function parseNumber(text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new NotEvaluated("text is not a number");
  return Number(text);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new NotEvaluated("division by zero");
  return value;
}

/** Terraform compares types too; across types the answer depends on conversions we do not track. */
function same(a: Value, b: Value): boolean {
  if (a !== null && b !== null && typeof a !== typeof b)
    throw new NotEvaluated("values of two types are compared");
  return JSON.stringify(a) === JSON.stringify(b);
}

function distinct(list: Value[]): Value[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}

function parseJson(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw new NotEvaluated("jsondecode() of something that is not JSON");
  }
}

function flatten(list: Value[]): Value[] {
  return list.flatMap((item) => (Array.isArray(item) ? flatten(item) : [item]));
}

/** `format()` with the verbs people write: %s, %d, %v, %q, %% and zero-padded %0Nd. */
function format(pattern: string, args: Value[]): string {
  let next = 0;
  const text = pattern.replace(/%(?:(%)|([sdvq])|0(\d{1,2})d|.?)/gs, (verb, percent, simple, width) => {
    if (percent) return "%";
    if (simple === undefined && width === undefined)
      throw new NotEvaluated(`format() verb ${verb} is not evaluated`);
    if (next >= args.length) throw new NotEvaluated("format() has too few arguments");
    return formatOne(args[next++] as Value, simple ?? "d", Number(width ?? 0));
  });
  if (next !== args.length) throw new NotEvaluated("format() has too many arguments");
  return text;
}

function formatOne(value: Value, verb: string, width: number): string {
  if (verb === "d") {
    const number = asNumber(value);
    if (!Number.isInteger(number) || number < 0)
      throw new NotEvaluated("format() %d of something else than a count");
    return String(number).padStart(width, "0");
  }
  return verb === "q" ? JSON.stringify(asText(value)) : asText(value);
}
