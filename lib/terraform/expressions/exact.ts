import { isObject, isUnknown, Unknown, type Value } from "../value";

/** Raised when Terraform itself would fail, or when the result is not certain. */
export class NotEvaluated extends Error {}

/** Digits that a double holds whatever they are; Terraform counts with 512 bits. */
const SURE_DIGITS = 15;
/** Below it, a quotient that is rounded to a double is on the same side of every whole number. */
const SMALL = 2 ** 24;

/** A number that doubles and Terraform's own numbers hold alike, so that sums and products of it are exact. */
function isExact(n: number): boolean {
  return Number.isSafeInteger(n * 1024) || Number.isSafeInteger(n);
}

/** Computes with exact numbers; throws where the double may differ from what Terraform finds. */
export function arithmetic(a: number, b: number, compute: (a: number, b: number) => number): number {
  const result = compute(a, b);
  if (isExact(a) && isExact(b) && isExact(result)) return result;
  throw new NotEvaluated("the numbers are too long or too fine to compute with exactly");
}

/** A quotient may be periodic: enough to be compared or rounded, and never written as text. */
export function divide(a: number, b: number): number {
  if (b === 0) throw new NotEvaluated("division by zero");
  const small = isExact(a) && isExact(b) && Math.abs(a) < SMALL && Math.abs(b) < SMALL;
  return small ? a / b : arithmetic(a, b, (x, y) => x / y);
}

/** Whether a double has the very digits that were written or that Terraform would write. */
export function hasSureDigits(n: number): boolean {
  if (Number.isSafeInteger(n)) return !Object.is(n, -0);
  const text = String(n);
  return /^-?\d+\.\d+$/.test(text) && text.replace(/^-?0?\.?0*|\./g, "").length <= SURE_DIGITS;
}

/** Order of Unicode code points, which is that of UTF-8 bytes; `<` compares UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Primitive values as text, as Terraform converts them. */
export function toText(value: Value): string {
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number" && hasSureDigits(value)) return String(value);
  throw new NotEvaluated("a value cannot be written as text");
}

/**
 * Values after the conversion to one type that Terraform makes for the branches of a conditional and the
 * elements of a list: a number beside a text becomes text. Unknown members take part without being changed.
 */
export function unify(values: readonly Value[]): Value[] {
  const known = values.filter((value) => value !== null && !isUnknown(value));
  if (known.length === 0) return [...values];
  if (known.every(Array.isArray)) return unifyLists(values);
  if (known.every(isObject)) return unifyObjects(values);
  if (known.some((value) => typeof value === "object"))
    throw new NotEvaluated("values of several types are brought together");
  if (new Set(known.map((value) => typeof value)).size <= 1) return [...values];
  if (!known.some((value) => typeof value === "string"))
    throw new NotEvaluated("numbers and logical values are brought together");
  return values.map((value) => (value === null || isUnknown(value) ? value : toText(value)));
}

function unifyLists(values: readonly Value[]): Value[] {
  const lists = values.filter(Array.isArray) as Value[][];
  const sameLength = lists.every((list) => list.length === lists[0]?.length);
  if (sameLength && lists.length > 1) {
    const columns = (lists[0] ?? []).map((_, i) => unify(lists.map((list) => list[i] as Value)));
    let row = 0;
    return values.map((value) => {
      if (!Array.isArray(value)) return value;
      const at = row++;
      return columns.map((column) => column[at] as Value);
    });
  }
  const rest = unify(lists.flat()).values();
  return values.map((value) => (Array.isArray(value) ? value.map(() => rest.next().value as Value) : value));
}

function unifyObjects(values: readonly Value[]): Value[] {
  const objects = values.filter(isObject);
  const keys = new Set(objects.flatMap((object) => Object.keys(object)));
  const alike = objects.every((object) => Object.keys(object).length === keys.size);
  const results = new Map<Value, Record<string, Value>>(
    objects.map((object) => [object, Object.create(null) as Record<string, Value>]),
  );
  const entries = objects.flatMap((object) =>
    Object.entries(object).map(([key, value]) => ({ object, key, value })),
  );
  const groups = alike ? [...keys].map((key) => entries.filter((entry) => entry.key === key)) : [entries];
  for (const group of groups) {
    const unified = unify(group.map(({ value }) => value));
    for (const [i, { object, key }] of group.entries()) {
      const result = results.get(object);
      if (result) result[key] = unified[i] as Value;
    }
  }
  return values.map((value) => results.get(value) ?? value);
}

/** JSON with sorted keys, to tell equal values. */
export function canonical(value: Value): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byCodePoint(a, b))) : inner,
  );
}

/** Values that share their parts can be exponentially larger than the text they are made from. */
const HEAVIEST = 200_000;
const CHARACTERS_PER_UNIT = 50;

const weights = new WeakMap<object, number>();

/** Members of a value, counted as if it were written out. */
function weigh(value: Value): number {
  if (typeof value === "string") return 1 + Math.floor(value.length / CHARACTERS_PER_UNIT);
  if (typeof value !== "object" || value === null || value instanceof Unknown) return 1;
  let weight = weights.get(value);
  if (weight === undefined) {
    weight = 1;
    for (const inner of Array.isArray(value) ? value : Object.values(value)) weight += weigh(inner);
    weights.set(value, weight);
  }
  return weight;
}

export function isTooHeavy(value: Value): boolean {
  return weigh(value) > HEAVIEST;
}
