import { isDate } from "../policy/dates";
import { InputError } from "../terraform/input";
import { show } from "../text/show";
import { EXPECTED, type RawEntry, type Reading } from "./snapshot";

type Mapping = Readonly<Record<string, unknown>>;

/** Reads the bulk file, or a result of the search interface that holds the whole list. */
export function readJson(path: string, text: string): Reading {
  const file = parse(path, text);
  if (!isMapping(file)) throw new InputError(path, `the JSON is ${show(file)}; ${EXPECTED}`);
  const { results, total, search_performed_at: made } = file;
  if (!Array.isArray(results))
    throw new InputError(path, `results: expected a list of entries, got ${show(results)}; ${EXPECTED}`);
  if (typeof total === "number" && total > results.length)
    throw new InputError(
      path,
      `the file holds ${results.length} of ${total} entries: it is one page of a search; expected the whole list`,
    );
  return {
    entries: results.map((entry, i) => rawEntry(path, `results[${i}]`, entry)),
    date: day(path, made),
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 120) : String(error);
    throw new InputError(path, `the file is not JSON, or is cut off (${why}); ${EXPECTED}`);
  }
}

function rawEntry(path: string, at: string, entry: unknown): RawEntry {
  if (!isMapping(entry)) throw new InputError(path, `${at}: expected an entry, got ${show(entry)}`);
  const field = (name: string) => text(path, `${at}.${name}`, entry[name]);
  const raw = {
    id: identity(path, at, entry),
    source: needed(path, `${at}.source`, entry["source"]),
    name: field("name"),
    aliases: list(path, `${at}.alt_names`, entry["alt_names"], text),
    addresses: list(path, `${at}.addresses`, entry["addresses"], address),
    startDate: field("start_date"),
    licenseRequirement: field("license_requirement"),
  };
  if (raw.name === "" && raw.addresses.length === 0)
    throw new InputError(path, `${at}: expected a name or an address, got neither`);
  return raw;
}

function identity(path: string, at: string, entry: Mapping): string {
  const id = entry["id"] ?? entry["_id"];
  return typeof id === "number" ? String(id) : needed(path, `${at}.id`, id);
}

const ADDRESS_PARTS = ["address", "city", "state", "postal_code", "country"];

function address(path: string, at: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (!isMapping(value)) throw new InputError(path, `${at}: expected an address, got ${show(value)}`);
  return ADDRESS_PARTS.map((part) => text(path, `${at}.${part}`, value[part]))
    .filter((part) => part !== "")
    .join(", ");
}

/** The texts of a list that may be left out, without empty ones. */
function list(
  path: string,
  at: string,
  value: unknown,
  read: (path: string, at: string, one: unknown) => string,
): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.map((one, i) => read(path, `${at}[${i}]`, one)).filter((one) => one !== "");
  throw new InputError(path, `${at}: expected a list, got ${show(value)}`);
}

/** Text that may be left out. */
function text(path: string, at: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  throw new InputError(path, `${at}: expected text, got ${show(value)}`);
}

function needed(path: string, at: string, value: unknown): string {
  const found = text(path, at, value);
  if (found !== "") return found;
  throw new InputError(path, `${at}: expected text, got ${show(value)}`);
}

function day(path: string, value: unknown): string | null {
  const found = text(path, "search_performed_at", value);
  if (found === "") return null;
  if (isDate(found.slice(0, 10))) return found.slice(0, 10);
  throw new InputError(
    path,
    `search_performed_at: expected a time as in 2026-11-20T13:15:00+00:00, got ${show(value)}`,
  );
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
