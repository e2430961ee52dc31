import { Option } from "commander";
import { isDate } from "../policy/dates";
import { loadPolicy } from "../policy/load";
import { ownRules } from "../policy/own-rules";
import type { Policy } from "../policy/policy";
import type { Format } from "../reports/formats";
import type { OwnRule } from "../rules/rule";
import type { Scenario } from "../rules/scenario";
import { scenarios } from "../rules/scenarios";
import { THRESHOLD } from "../screening/thresholds";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { UsageError } from "./status";

/** Options shared by several commands; each command takes those that make sense for it. */
export interface SharedOptions {
  readonly policy?: string;
  readonly format: Format;
  readonly output?: string;
  readonly asOf?: string;
  readonly stack?: string;
  readonly failOn: "block" | "warn";
  readonly assume?: readonly string[];
  readonly list?: string;
  readonly listDate?: string;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** An option that takes one of some values, which a shell can complete. */
export class ListedOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly values: readonly string[],
  ) {
    super(flags, description);
  }
}

export const policyOption = () =>
  new Option("--policy <file>", "policy file (default: landfall.yaml, then landfall.json)");

/** For commands that need no policy, and know only the rules of this version without one. */
export const pluginsOption = () =>
  new Option("--policy <file>", "policy whose plugins' rules are known too (default: none)");

export function rulesOfPolicy(policy: string | undefined): OwnRule[] {
  return policy === undefined ? [] : ownRules(loadPolicy(policy));
}

/** For commands that answer in text or JSON; others have more. */
export const formatOption = (names: readonly Format[] = ["pretty", "json"]) =>
  new ListedOption("--format <format>", listed(names), names)
    .default("pretty")
    .argParser((value) => oneOf("--format", value, names));

export const outputOption = () => new Option("--output <file>", "write there instead of standard output");

export const asOfOption = (fallback: string) =>
  dayOption("--as-of", `the day the rules are read for, YYYY-MM-DD (default: ${fallback})`);

export const dayOption = (flag: string, description: string) =>
  new Option(`${flag} <date>`, description).argParser((value) => parseDate(flag, value));

export const stackOption = () =>
  new Option("--stack <name>", "stack name for a file whose path does not tell it");

export const failOnOption = () =>
  new ListedOption("--fail-on <level>", "the mildest level that blocks: block or warn", ["block", "warn"])
    .default("block")
    .argParser((value) => oneOf("--fail-on", value, ["block", "warn"]));

export const listOption = () =>
  new Option("--list <file>", "Consolidated Screening List, JSON or CSV, that parties are compared with");

export const listDateOption = () =>
  dayOption("--list-date", "the day the list was downloaded, for a file that does not say it");

/** The policy with the screening list of the command line, which goes before its own. */
export function screenedBy(policy: Policy, { list, listDate }: SharedOptions): Policy {
  const { screening } = policy;
  const path = list ?? screening?.list;
  if (path === undefined || (list === undefined && listDate === undefined)) return policy;
  const threshold = screening?.threshold ?? THRESHOLD;
  const date = listDate === undefined ? {} : { date: listDate };
  return { ...policy, screening: { threshold, ...date, list: path } };
}

/** Repeatable. */
export const assumeOption = () =>
  new ListedOption(
    "--assume <law>",
    `show what proposed law would block, deciding nothing; repeatable: ${listed(SCENARIOS)}`,
    SCENARIOS,
  ).argParser((value: string, before: readonly string[] = []) => [
    ...new Set([...before, oneOf("--assume", value, SCENARIOS)]),
  ]);

/** The scenarios named, in the order of the list. */
export function assumed(names: readonly string[] = []): Scenario[] {
  return scenarios.filter(({ id }) => names.includes(id));
}

const SCENARIOS = scenarios.map(({ id }) => id);

export const colorOption = () => new Option("--no-color", "no colours, as with NO_COLOR in the environment");

export const quietOption = () => new Option("--quiet", "only what blocks, and the verdict");

export const verboseOption = () =>
  new Option("--verbose", "derivations and sources in full").conflicts("quiet");

/** The value, if it is one of those. */
export function oneOf(option: string, value: string, names: readonly string[]): string {
  if (names.includes(value)) return value;
  throw new UsageError(
    `${option} does not take ${quote(value)}; expected ${listed(names)}${didYouMean(suggest(value, names))}`,
  );
}

function parseDate(flag: string, value: string): string {
  if (isDate(value)) return value;
  throw new UsageError(`${flag} does not take ${quote(value)}; expected a day that exists, as in 2026-11-23`);
}

/** "a, b or c". */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
