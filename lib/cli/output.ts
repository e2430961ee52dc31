import { writeFileSync } from "node:fs";
import { UsageError } from "./status";

/** Writes a command's output to its file, or to standard output. */
export function write(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`the output file ${file} cannot be written (${code ?? String(error)})`);
  }
}

/** Colours only for a terminal that wants them. */
export function usesColor(wanted: boolean, file: string | undefined): boolean {
  const forbidden = (process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb";
  return wanted && file === undefined && process.stdout.isTTY === true && !forbidden;
}

/** Characters in a line: the terminal's, within what reads well. */
export function lineWidth(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? 100, 120));
}
