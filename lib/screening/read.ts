import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { InputError } from "../terraform/input";
import { decode } from "../text/encoding";
import { readCsv } from "./read-csv";
import { readJson } from "./read-json";
import { EXPECTED, entryOf, type Snapshot } from "./snapshot";

/**
 * Reads a Consolidated Screening List, JSON or CSV by content, in UTF-8 or UTF-16.
 *
 * @param date the day it was downloaded, for a file that does not say it
 * @throws InputError when it cannot be read, is neither or holds nothing
 */
export function readSnapshot(path: string, date?: string): Snapshot {
  return parseSnapshot(path, bytesOf(path), date);
}

/** The same from bytes in memory. */
export function parseSnapshot(path: string, bytes: Uint8Array, date?: string): Snapshot {
  const text = decode(bytes);
  if (text === undefined) throw new InputError(path, `the file is not text in UTF-8 or UTF-16; ${EXPECTED}`);
  if (text.trim() === "") throw new InputError(path, `the file is empty; ${EXPECTED}`);
  const reading = /^\s*[{[]/.test(text) ? readJson(path, text) : readCsv(path, text);
  if (reading.entries.length === 0)
    throw new InputError(path, `the list has no entries: nothing could be found in it; ${EXPECTED}`);
  return {
    path,
    digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    date: reading.date ?? date ?? null,
    entries: reading.entries.map(entryOf),
  };
}

const READ_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "it is a directory",
  EACCES: "this user may not read it",
};

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = READ_PROBLEMS[code ?? ""] ?? String(code ?? error);
    throw new InputError(path, `the screening list cannot be read: ${why}; ${EXPECTED}`);
  }
}
