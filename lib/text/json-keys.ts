export interface RepeatedKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/** Keys that an object of a well-formed JSON text has twice: JSON.parse keeps the last and is silent. */
export function repeatedKeys(text: string): RepeatedKey[] {
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
