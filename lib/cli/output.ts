import { writeFileSync } from "node:fs";
import type { PrettyOptions } from "../reports/style";
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

/** Whether a person reads it as it is written. */
export function isForTerminal(file: string | undefined): boolean {
  return file === undefined && process.stdout.isTTY === true;
}

/** Colours only for a terminal that wants them. */
export function usesColor(wanted: boolean, file: string | undefined): boolean {
  const forbidden = (process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb";
  return wanted && isForTerminal(file) && !forbidden;
}

/** Characters in a line: the terminal's; a pipe has none. */
export function lineWidth(): number {
  return Math.max(NARROWEST, process.stdout.columns ?? 100);
}

const NARROWEST = 40;

/** How a command's text looks where it goes. */
export function styleFor({ color, output, quiet = false, verbose = false }: LookOptions): PrettyOptions {
  return { color: usesColor(color, output), width: lineWidth(), quiet, folded: !verbose };
}

interface LookOptions {
  readonly color: boolean;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}
