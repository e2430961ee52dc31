import { repeatedKeys } from "../../text/json-keys";
import { derived, type Form, findUnknown, isObject, isUnknown, own, Unknown, type Value } from "../value";
import {
  arithmetic,
  byCodePoint,
  canonical,
  divide,
  hasSureDigits,
  NotEvaluated,
  toText,
  unify,
} from "./exact";

type Implementation = (args: Value[]) => Value;

/** Functions that may be given lists and objects with unknown members, and pass them on untouched. */
const STRUCTURAL: Readonly<Record<string, Implementation>> = {
  element: ([list, index]) => {
    const items = asList(list);
    if (items.length === 0) throw new NotEvaluated("element() of an empty list");
    return items[asCount(index) % items.length] as Value;
  },
  lookup: ([object, key, fallback]) => {
    const map = asObject(object);
    const found = own(map, asString(key));
    if (found !== undefined) return found;
    if (fallback === undefined) throw new NotEvaluated("lookup() finds no such key");
    return asMember(fallback, Object.values(map));
  },
  concat: (args) => some(args).flatMap(asList),
  merge: (args) => Object.assign(Object.create(null), ...args.filter((arg) => arg !== null).map(asObject)),
  length: ([value]) => {
    if (typeof value === "string") return letters(value).length;
    return Array.isArray(value) ? value.length : Object.keys(asObject(value)).length;
  },
  keys: ([object]) => Object.keys(asObject(object)).sort(byCodePoint),
  values: ([object]) =>
    Object.entries(asObject(object))
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([, value]) => value),
  slice: ([list, from, to]) => {
    const items = asList(list);
    const [start, end] = [asCount(from), asCount(to)];
    if (start > end || end > items.length) throw new NotEvaluated("slice() beyond the ends of the list");
    return items.slice(start, end);
  },
  reverse: ([list]) => [...asList(list)].reverse(),
  one: ([list]) => {
    const items = asList(list);
    if (items.length > 1) throw new NotEvaluated("one() of more than one element");
    return items[0] ?? null;
  },
  tolist: ([list]) => unify(asList(list)),
  tomap: ([object]) => {
    const entries = Object.entries(asObject(object));
    const values = unify(entries.map(([, value]) => value));
    return Object.assign(Object.create(null), ...entries.map(([key], i) => ({ [key]: values[i] })));
  },
  sensitive: ([value]) => value ?? null,
  nonsensitive: ([value]) => value ?? null,
};

/** Functions whose result is among their arguments, or made of nothing else: from ids they make no other ids. */
const PICKS_FROM: Readonly<Record<string, (args: Value[]) => Value[]>> = {
  element: (args) => args.slice(0, 1),
  slice: (args) => args.slice(0, 1),
  join: ([separator, ...lists]) => (separator === "," ? lists : [separator ?? null]),
  ...Object.fromEntries(
    [
      ...["coalesce", "coalescelist", "compact", "concat", "distinct", "flatten", "nonsensitive", "one"],
      ...["reverse", "sensitive", "setunion", "sort", "tolist", "toset", "tostring", "try", "values"],
    ].map((name) => [name, (args: Value[]) => args]),
  ),
};

/** Functions of wholly known arguments. */
const PURE: Readonly<Record<string, Implementation>> = {
  toset: ([list]) => asSet(asList(list)),
  tostring: ([value]) => toText(value ?? null),
  tonumber: ([value]) => asNumber(value),
  tobool: ([value]) => asBoolean(value),
  join: ([separator, ...lists]) => lists.flatMap(asList).map(toText).join(asString(separator)),
  split: ([separator, text]) => {
    if (asString(separator) === "") return letters(asString(text));
    return asString(text).split(asString(separator));
  },
  format: ([pattern, ...args]) => format(asString(pattern), args),
  lower: ([text]) => ascii(text).toLowerCase(),
  upper: ([text]) => ascii(text).toUpperCase(),
  title: ([text]) => ascii(text).replace(/(?<![A-Za-z0-9_])[a-z]/g, (letter) => letter.toUpperCase()),
  trimspace: ([text]) => asString(text).replace(SPACE_AROUND, ""),
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
    if (/^(\/.*\/)?$/s.test(asString(search)))
      throw new NotEvaluated("replace() of nothing or by regular expression is not evaluated");
    return asString(text).split(asString(search)).join(asString(replacement));
  },
  substr: ([text, offset, length]) => {
    const all = letters(asString(text));
    const [start, many] = [asWhole(offset), asWhole(length)];
    const from = start < 0 ? Math.max(0, all.length + start) : start;
    return all.slice(from, many < 0 ? undefined : from + many).join("");
  },
  strrev: ([text]) => letters(asString(text)).reverse().join(""),
  startswith: ([text, prefix]) => asString(text).startsWith(asString(prefix)),
  endswith: ([text, suffix]) => asString(text).endsWith(asString(suffix)),
  strcontains: ([text, part]) => asString(text).includes(asString(part)),
  coalesce: (args) => {
    const found = unify(args).find((arg) => arg !== null && arg !== "");
    if (found === undefined) throw new NotEvaluated("coalesce() of nothing");
    return found;
  },
  coalescelist: (args) => {
    const found = args.map(asList).find((list) => list.length > 0);
    if (found === undefined) throw new NotEvaluated("coalescelist() of nothing");
    return found;
  },
  compact: ([list]) =>
    asList(list)
      .filter((item) => item !== null && item !== "")
      .map(toText),
  distinct: ([list]) => distinct(asList(list)),
  flatten: ([list]) => flatten(asList(list)),
  sort: ([list]) => asList(list).map(toText).sort(byCodePoint),
  contains: ([list, value]) => asList(list).some((item) => same(item, asPresent(value))),
  index: ([list, value]) => {
    const found = asList(list).findIndex((item) => same(item, asPresent(value)));
    if (found < 0) throw new NotEvaluated("index() finds no such element");
    return found;
  },
  zipmap: ([keys, values]) => {
    const [names, items] = [asList(keys).map(asString), asList(values)];
    if (names.length !== items.length) throw new NotEvaluated("zipmap() of lists of different lengths");
    return Object.assign(Object.create(null), ...names.map((name, i) => ({ [name]: items[i] })));
  },
  max: (args) => Math.max(...some(args).map(asNumber)),
  min: (args) => Math.min(...some(args).map(asNumber)),
  abs: ([n]) => Math.abs(asNumber(n)),
  ceil: ([n]) => Math.ceil(asNumber(n)),
  floor: ([n]) => Math.floor(asNumber(n)),
  sum: ([list]) =>
    some(asList(list))
      .map(asNumber)
      .reduce((a, b) => arithmetic(a, b, (x, y) => x + y)),
  jsondecode: ([text]) => parseJson(asString(text)),
  jsonencode: ([value]) => writeJson(value ?? null),
  base64decode: ([text]) => decodeBase64(asString(text)),
  base64encode: ([text]) => Buffer.from(asString(text), "utf8").toString("base64"),
  "+": ([a, b]) => arithmetic(asNumber(a), asNumber(b), (x, y) => x + y),
  "-": ([a, b]) => arithmetic(asNumber(a), asNumber(b), (x, y) => x - y),
  "*": ([a, b]) => arithmetic(asNumber(a), asNumber(b), (x, y) => x * y),
  "/": ([a, b]) => divide(asNumber(a), asNumber(b)),
  "%": ([a, b]) => {
    if (asNumber(b) === 0) throw new NotEvaluated("division by zero");
    return arithmetic(asNumber(a), asNumber(b), (x, y) => x % y);
  },
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
  if (unknown) {
    const among = own(PICKS_FROM, name)?.(args);
    return derived(expression, unknown.why, among ?? args, among !== undefined, null, formOf(name, args));
  }
  const implementation = structural ?? own(PURE, name);
  if (implementation === undefined) {
    return new Unknown(expression, `${name}() is not evaluated`, []);
  }
  const result = implementation(args);
  return typeof result === "string" ? result.normalize() : result;
}

/** The form of a text that is not wholly known, of the functions that people write documents with. */
function formOf(name: string, args: readonly Value[]): Form | null {
  const [first, second] = args;
  if (name === "jsonencode" && first !== undefined) return { encoded: first };
  if (name !== "join" || typeof first !== "string" || args.length !== 2 || !Array.isArray(second))
    return null;
  return { joined: second.flatMap((item, i) => (i === 0 ? [item] : [first, item])) };
}

function asString(value: Value | undefined): string {
  if (value !== undefined && value !== null && typeof value !== "object") return toText(value);
  throw new NotEvaluated("a function is given something else than text");
}

function asNumber(value: Value | undefined): number {
  if (typeof value === "number") return value;
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!hasSureDigits(number)) throw new NotEvaluated("a function is given something else than a number");
  return number;
}

function asWhole(value: Value | undefined): number {
  const number = asNumber(value);
  if (Number.isSafeInteger(number)) return number;
  throw new NotEvaluated("a function is given a number that is not whole");
}

/** A position or an amount. */
function asCount(value: Value | undefined): number {
  const number = asWhole(value);
  if (number >= 0) return number;
  throw new NotEvaluated("a function is given a negative number");
}

function asBoolean(value: Value | undefined): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  throw new NotEvaluated("a condition is neither true nor false");
}

function asPresent(value: Value | undefined): Value {
  if (value !== undefined && value !== null) return value;
  throw new NotEvaluated("a function is given null");
}

/** A default beside the values of a map is converted to their type, beside those of an object it is not. */
function asMember(fallback: Value, values: readonly Value[]): Value {
  const kinds = new Set(values.map((value) => (value === null ? "null" : typeof value)));
  const couldBeMap = kinds.size === 1 && !kinds.has("null");
  if (fallback === null || !couldBeMap || kinds.has(typeof fallback)) return fallback;
  throw new NotEvaluated("the default of lookup() is of another type than the values");
}

function some(args: Value[]): Value[] {
  if (args.length > 0) return args;
  throw new NotEvaluated("a function is given nothing");
}

function asList(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw new NotEvaluated("a function is given something else than a list");
}

function asObject(value: Value | undefined): Record<string, Value> {
  if (isObject(value)) return value;
  throw new NotEvaluated("a function is given something else than an object");
}

/** Letters as Terraform counts them; beyond ASCII several characters can be one letter. */
function letters(text: string): string[] {
  if (text.includes("\r\n")) throw new NotEvaluated("line ends of two characters are not counted");
  return [...ascii(text)];
}

/** Beyond ASCII, JavaScript and Go change letters and cases differently. */
function ascii(value: Value | undefined): string {
  const text = asString(value);
  if (/^\p{ASCII}*$/u.test(text)) return text;
  throw new NotEvaluated("letters beyond ASCII are not counted or changed");
}

/** What Go calls space. */
const SPACE = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const SPACE_AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");

/** Terraform compares types too; those of lists and objects, and conversions before, are not tracked here. */
function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (typeof a !== typeof b) throw new NotEvaluated("values of two types are compared");
  if (typeof a === "object") throw new NotEvaluated("lists or objects are compared");
  if (typeof a === "number" && a === b && !hasSureDigits(a))
    throw new NotEvaluated("numbers with too many digits are compared");
  return a === b;
}

function distinct(list: Value[]): Value[] {
  const kept = new Map<string, Value>();
  for (const item of unify(list)) {
    const key = canonical(item);
    if (!kept.has(key)) kept.set(key, item);
  }
  return [...kept.values()];
}

/** In Terraform's order, which is known for primitive values. */
function asSet(list: Value[]): Value[] {
  const items = distinct(list);
  if (items.length < 2) return items;
  if (items.every((item) => typeof item === "string")) return items.sort(byCodePoint);
  if (items.every((item) => typeof item === "number")) return items.sort((a, b) => a - b);
  throw new NotEvaluated("the order of the set is not known");
}

/** Deeper nesting than any document has; beyond it a reader would risk the stack. */
const DEEPEST_JSON = 300;

function parseJson(text: string): Value {
  let depth = 0;
  for (const bracket of text.matchAll(/"(?:[^"\\]|\\.)*"|([{[])|[}\]]/gs)) {
    depth += bracket[1] !== undefined ? 1 : bracket[0].length > 1 || bracket[0] === '"' ? 0 : -1;
    if (depth > DEEPEST_JSON) throw new NotEvaluated("jsondecode() of something nested too deeply");
  }
  try {
    const value = JSON.parse(text, checkedJson) as Value;
    if (repeatedKeys(text).length === 0) return value;
  } catch (error) {
    if (error instanceof NotEvaluated) throw error;
    throw new NotEvaluated("jsondecode() of something that is not JSON");
  }
  throw new NotEvaluated("jsondecode() of an object with a key twice");
}

/** A value of a JSON text, unless JavaScript reads it otherwise than Terraform. */
function checkedJson(_: string, value: unknown): unknown {
  if (typeof value === "number" && !hasSureDigits(value))
    throw new NotEvaluated("a number with so many digits is not evaluated");
  if (typeof value !== "string") return value;
  if (/\p{Surrogate}/u.test(value)) throw new NotEvaluated("the text has half a character");
  return value.normalize();
}

/** JSON as Go writes it: keys in order, and what HTML would read escaped. */
function writeJson(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).sort(byCodePoint);
    return `{${keys.map((key) => `${writeJson(key)}:${writeJson(own(value, key) ?? null)}`).join(",")}}`;
  }
  if (typeof value !== "string") return value === null ? "null" : toText(value);
  if (/[\b\f]|\p{Surrogate}/u.test(value)) throw new NotEvaluated("jsonencode() of control characters");
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function decodeBase64(text: string): string {
  const plain = text.replace(/[\r\n]/g, "");
  const bytes = Buffer.from(plain, "base64");
  if (bytes.toString("base64") !== plain)
    throw new NotEvaluated("base64decode() of something that is not Base64");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotEvaluated("base64decode() of something that is not text");
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
    return String(asCount(value)).padStart(width, "0");
  }
  if (verb === "q" && !/^[ -~]*$/.test(toText(value)))
    throw new NotEvaluated("format() %q of unusual characters is not evaluated");
  return verb === "q" ? writeJson(toText(value)) : toText(value);
}
