import { printableLine } from "./printable";

const LONGEST = 60;

/** A value from a policy in words, short enough for a line: `the number 5`, `the text "MYS"`. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "nothing (the key has no value)";
  if (typeof value === "string") return value === "" ? "empty text" : `the text ${quote(value)}`;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return `the logical value ${value}`;
  if (value instanceof Date) return "a Date object";
  if (Array.isArray(value)) return showList(value.length);
  return typeof value === "object" ? "a mapping of keys to values" : `a ${typeof value}`;
}

/** In double quotes, control characters escaped, shortened. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST));
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
  return printableLine(JSON.stringify(short));
}

function showList(length: number): string {
  if (length === 0) return "an empty list";
  return length === 1 ? "a list of one entry" : `a list of ${length} entries`;
}

/** `a.b[0]["c d"]` for the keys that lead to a value. */
export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((shown, key) => shown + step(key, shown === ""), "");
}

function step(key: PropertyKey, first: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const text = String(key);
  if (!/^[\w/-]+$/.test(text)) return `[${quote(text)}]`;
  return first ? text : `.${text}`;
}
