import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { THRESHOLD } from "../screening/thresholds";
import { decode } from "../text/encoding";
import { show } from "../text/show";
import type { CheckedFile, PolicyInput } from "./check";
import { isDate, today as todayByClock } from "./dates";
import { digestOf } from "./digest";
import { type LineOf, PolicyError } from "./error";
import { loadPlugins } from "./plugins";
import type { Plugin, Policy } from "./policy";
import { read } from "./reading";

// Loaded by the first policy: making its schema takes most of the time that an import of Landfall would take.
const checking = () => require("./check") as typeof import("./check");

export const DEFAULT_PATHS = ["landfall.yaml", "landfall.json"] as const;

/** Which day a policy is read for. */
export interface PolicyOptions {
  /** The day the rules are read for, before the policy's own `asOf`. */
  readonly asOf?: string | undefined;
  /** The day of the run, for a policy that names none; default: the local calendar date. */
  readonly today?: string | undefined;
}

/** How a policy file is found, and which day it is read for. */
export interface LoadOptions extends PolicyOptions {
  /** What a relative path is relative to; default: the working directory. */
  readonly cwd?: string | undefined;
}

/** What a policy's text is called, and which day it is read for. */
export interface ParseOptions extends PolicyOptions {
  /** The name to report; default: none. */
  readonly path?: string | undefined;
}

/**
 * Reads and checks a policy file, YAML or JSON; default: `landfall.yaml`, then `landfall.json`.
 *
 * @throws PolicyError when it cannot be read or is not valid.
 */
export function loadPolicy(path?: string, options: LoadOptions = {}): Policy {
  const cwd = options.cwd ?? process.cwd();
  const named = path ?? findDefault(cwd);
  const bytes = readBytes(named, cwd);
  const text = decode(bytes);
  if (text === undefined)
    throw fileError(named, "expected text in UTF-8, or in UTF-16 with a byte order mark, got other bytes");
  return policyFromText(text, digestOf(bytes), named, options);
}

/**
 * The same from text in memory; the digest is that of its UTF-8 bytes.
 *
 * @throws PolicyError when it is not valid.
 */
export function parsePolicy(text: string, options: ParseOptions = {}): Policy {
  return policyFromText(text, digestOf(text), options.path ?? null, options);
}

/**
 * The same from an object that a program builds, shaped like the file. The digest is that of its content,
 * whatever the order of its keys.
 *
 * @throws PolicyError when it is not valid.
 */
export function definePolicy(input: PolicyInput, options: PolicyOptions = {}): Policy {
  return policyWith(pluginsOf(input, null, {}), input, options);
}

/** The same with plugins that are loaded already. */
export function policyWith(plugins: readonly Plugin[], input: unknown, options: PolicyOptions = {}): Policy {
  const file = checking().check(input, plugins);
  if ("issues" in file) throw new PolicyError(null, file.issues);
  return complete(file, plugins, digestOf(JSON.stringify(file, sortedKeys)), null, options);
}

function policyFromText(text: string, digest: string, path: string | null, options: LoadOptions): Policy {
  const { value, issues, lineOf } = read(text);
  if (issues.length > 0) throw new PolicyError(path, issues);
  if (value === null || value === undefined)
    throw fileError(path, "expected a policy, got a file with nothing in it");
  const plugins = pluginsOf(value, path, options, lineOf);
  const file = checking().check(value, plugins, lineOf);
  if ("issues" in file) throw new PolicyError(path, file.issues);
  return complete(file, plugins, digest, path, options);
}

/** They are loaded first: what else the policy may say depends on the rules they bring. */
function pluginsOf(
  value: unknown,
  path: string | null,
  { cwd = process.cwd() }: LoadOptions,
  lineOf?: LineOf,
): readonly Plugin[] {
  const folder = resolve(cwd, path === null ? "." : dirname(path));
  const { plugins, issues } = loadPlugins(value, { path, folder, lineOf });
  if (issues.length > 0) throw new PolicyError(path, issues);
  return plugins;
}

function complete(
  file: CheckedFile,
  plugins: readonly Plugin[],
  digest: string,
  path: string | null,
  options: LoadOptions,
): Policy {
  const { $schema: _, asOf: ownDate, endUsers, countries, boundaries, screening: _list, ...rest } = file;
  return {
    ...rest,
    path,
    digest,
    ...dateOf(ownDate, path, options),
    endUsers: endUsers ?? [],
    endUsersStated: endUsers !== undefined,
    access: file.access ?? "cloud",
    facts: file.facts ?? {},
    ...screeningOf(file, path, options),
    countries: { allow: countries?.allow ?? null, deny: countries?.deny ?? [] },
    caps: file.caps ?? [],
    rules: withoutPrototype(file.rules),
    boundaries: (boundaries ?? []).map(({ stacks = ["*"], accounts = null, ...own }) => ({
      ...own,
      stacks,
      accounts,
    })),
    flows: file.flows ?? [],
    authorizations: file.authorizations ?? [],
    waivers: file.waivers ?? [],
    plugins,
    known: withoutPrototype(file.known),
  };
}

/** The list lies where the policy says, seen from the policy's own folder. */
function screeningOf(
  { screening }: CheckedFile,
  path: string | null,
  { cwd }: LoadOptions,
): Pick<Policy, "screening"> {
  if (screening === undefined) return {};
  const folder = path === null ? "." : dirname(path);
  const list = isAbsolute(screening.list) ? screening.list : join(folder, screening.list);
  const seen = cwd === undefined ? list : resolve(cwd, list);
  return { screening: { threshold: THRESHOLD, ...screening, list: seen } };
}

function dateOf(
  own: string | undefined,
  path: string | null,
  { asOf, today }: PolicyOptions,
): Pick<Policy, "asOf" | "asOfFrom"> {
  for (const [name, given] of Object.entries({ asOf, today })) {
    if (given !== undefined && !isDate(given))
      throw new PolicyError(path, [
        {
          path: `option ${name}`,
          message: `expected a day that exists, as in 2026-11-23, got ${show(given)}`,
        },
      ]);
  }
  if (asOf !== undefined) return { asOf, asOfFrom: "option" };
  if (own !== undefined) return { asOf: own, asOfFrom: "policy" };
  return { asOf: today ?? todayByClock(), asOfFrom: "today" };
}

function findDefault(cwd: string): string {
  const found = DEFAULT_PATHS.find((name) => existsSync(resolve(cwd, name)));
  if (found === undefined)
    throw fileError(
      DEFAULT_PATHS[0],
      `expected ${DEFAULT_PATHS.join(" or ")} in ${cwd}, got neither; "landfall init" writes one`,
    );
  return found;
}

function readBytes(path: string, cwd: string): Buffer {
  try {
    return readFileSync(resolve(cwd, path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an error";
    throw fileError(
      path,
      `expected a readable file, got ${READ_ERRORS[code] ?? code} (${resolve(cwd, path)})`,
    );
  }
}

const READ_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "a directory",
  EACCES: "a file this user may not read",
};

function fileError(path: string | null, message: string): PolicyError {
  return new PolicyError(path, [{ path: "", message }]);
}

/** A lookup by any name must not find what every object inherits. */
function withoutPrototype<Value>(record: Record<string, Value> | undefined): Record<string, Value> {
  return Object.assign(Object.create(null), record);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
