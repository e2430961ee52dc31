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
    throw new UsageError(`the output file ${file} cannot be written: ${writeProblem(error)}`);
  }
}

/** Why a file cannot be written, as the end of a sentence. */
export function writeProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return WRITE_PROBLEMS[code ?? ""] ?? String(code ?? error);
}

const WRITE_PROBLEMS: Readonly<Record<string, string>> = {
  EEXIST: "it exists already",
  ENOENT: "its directory does not exist",
  ENOTDIR: "its directory is a file",
  EISDIR: "it is a directory",
  EACCES: "this user may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

/** Colours only for a terminal that wants them. */
export function usesColor(wanted: boolean, file: string | undefined): boolean {
  const forbidden = (process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb";
  return wanted && file === undefined && process.stdout.isTTY === true && !forbidden;
}

/** Characters in a line: the terminal's, within what reads well. */
export function lineWidth(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? 100, 120));
}
