import { grouped } from "../text/number";

export { printable } from "../text/printable";

/** 15832 → "15,832"; 19.4496 → "19.45". Only for people: nothing compares what is rounded here. */
export function figure(value: number | null, digits = 2): string {
  return value === null ? "unpublished" : grouped(value, digits);
}

/** "1 finding", "3 findings". */
export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : several}`;
}

/** Breaks a paragraph at spaces; words longer than the width stay whole. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}

/** Rows as columns, each as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[], indent = "  "): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) => (indent + row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).trimEnd());
}
