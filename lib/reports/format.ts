import { grouped } from "../text/number";
import { brokenAtWide, padded, widthOf } from "../text/width";

export { printable } from "../text/printable";

/** 15832 → "15,832"; 19.4496 → "19.45". Only for people: nothing compares what is rounded here. */
export function figure(value: number | null, digits = 2): string {
  return value === null ? "unpublished" : grouped(value, digits);
}

/** "1 finding", "3 findings". */
export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : several}`;
}

/** Breaks a text at spaces, and between wide characters; other words longer than the width stay whole. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) <= room) line = `${line} ${word}`;
    else {
      if (line !== "") lines.push(indent + line);
      const pieces = widthOf(word) > room ? brokenAtWide(word, room) : [word];
      line = pieces.pop() ?? "";
      lines.push(...pieces.map((piece) => indent + piece));
    }
  }
  return line === "" ? lines : [...lines, indent + line];
}

/** A text behind a lead, further lines below its beginning. */
export function hanging(lead: string, text: string, width: number): string[] {
  const indent = " ".repeat(widthOf(lead));
  const [first = "", ...rest] = wrap(text, width - indent.length);
  return [lead + first, ...rest.map((line) => indent + line)];
}

/** Rows as columns, each as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[], indent = "  "): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) =>
    (indent + row.map((cell, i) => padded(cell, widths[i] ?? 0)).join("  ")).trimEnd(),
  );
}
