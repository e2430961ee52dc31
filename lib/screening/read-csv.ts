import { InputError } from "../terraform/input";
import { quote } from "../text/show";
import { EXPECTED, type RawEntry, type Reading } from "./snapshot";

/** The columns of the published file that are read; the other 22 may be there or not. */
const COLUMNS = [
  "_id",
  "source",
  "name",
  "addresses",
  "start_date",
  "license_requirement",
  "alt_names",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Reads the bulk file in CSV, which does not say when it was made. */
export function readCsv(path: string, text: string): Reading {
  const rows = parse(path, text);
  return { entries: rows.map(({ record, line }) => rawEntry(path, line, record)), date: null };
}

interface NumberedRow {
  readonly record: Row;
  readonly line: number;
}

function parse(path: string, text: string): NumberedRow[] {
  // Loaded here because most runs read no such list.
  const { parse, CsvError } = require("csv-parse/sync") as typeof import("csv-parse/sync");
  try {
    const rows = parse(text, { columns: (header) => checked(path, header), info: true, trim: true });
    return (rows as unknown as { record: Row; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }));
  } catch (error) {
    if (error instanceof CsvError)
      throw new InputError(path, `the file is not CSV, or is cut off (${error.message}); ${EXPECTED}`);
    throw error;
  }
}

function checked(path: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length === 0) return names;
  const found = names.length > 1 ? `columns ${names.slice(0, 6).join(", ")}, …` : quote(names[0] ?? "");
  throw new InputError(
    path,
    `line 1: expected a header with ${COLUMNS.join(", ")}, got ${found}; missing: ${missing.join(", ")}; ${EXPECTED}`,
  );
}

function rawEntry(path: string, line: number, row: Row): RawEntry {
  const addresses = split(row.addresses);
  const { _id: id, source, name } = row;
  for (const [column, value] of Object.entries({ _id: id, source }))
    if (value === "") throw new InputError(path, `line ${line}: ${column}: expected text, got empty text`);
  if (name === "" && addresses.length === 0)
    throw new InputError(path, `line ${line}: expected a name or an address, got neither`);
  return {
    id,
    source,
    name,
    aliases: split(row.alt_names),
    addresses,
    startDate: row.start_date,
    licenseRequirement: row.license_requirement,
  };
}

/** Several aliases or addresses share a cell, with semicolons between them; "any successor …" is nobody's name. */
function split(cell: string): string[] {
  return cell
    .split(";")
    .map((part) => part.trim().replace(/^and\s+/i, ""))
    .filter((part) => part !== "" && !/^any successor\b/i.test(part));
}
