export interface RepeatedKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/**
 * Keys that an object of a well-formed JSON text has twice: JSON.parse keeps the last and is silent.
 *
 * @param parsed what JSON.parse makes of the text
 */
export function repeatedKeys(text: string, parsed: unknown = JSON.parse(text)): RepeatedKey[] {
  return keysWritten(text) === keysKept(parsed) ? [] : search(text);
}

/** Keys in the text: strings with a colon behind them. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    while (text.charCodeAt(next) <= SPACE) next++;
    if (text.charCodeAt(next) === COLON) keys++;
    start = text.indexOf('"', next);
  }
  return keys;
}

const SPACE = 0x20;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** Without recursion: nobody has said yet how deep it is. */
function keysKept(root: unknown): number {
  let keys = 0;
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    const inside = Object.values(value);
    if (!Array.isArray(value)) keys += inside.length;
    for (const one of inside) open.push(one);
  }
  return keys;
}

function search(text: string): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const open: Set<string>[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [whole, colon] = token;
    if (whole === "{" || whole === "[") open.push(new Set());
    else if (whole === "}" || whole === "]") open.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(whole.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push({ key, ...position(text, token.index) });
      keys?.add(key);
    }
  }
  return repeated;
}

function position(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
