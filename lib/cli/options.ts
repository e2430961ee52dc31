import { InvalidArgumentError, Option } from "commander";
import { isDate } from "../policy/dates";
import { LEVELS } from "../policy/levels";

/** Options shared by several commands; each command takes those that make sense for it. */
export interface SharedOptions {
  readonly policy?: string;
  readonly format: "pretty" | "json";
  readonly output?: string;
  readonly asOf?: string;
  readonly stack?: string;
  readonly failOn: "block" | "warn";
  readonly color: boolean;
  readonly quiet?: boolean;
}

const LATER_FORMATS = ["sarif", "junit", "github", "markdown"];

export const policyOption = () =>
  new Option("--policy <file>", "policy file (default: landfall.yaml, then landfall.json)");

export const formatOption = () =>
  new Option("--format <format>", "pretty or json").default("pretty").argParser(parseFormat);

export const outputOption = () => new Option("--output <file>", "write there instead of standard output");

export const asOfOption = () =>
  new Option("--as-of <date>", "the day the rules are read for, YYYY-MM-DD").argParser(parseDate);

export const stackOption = () =>
  new Option("--stack <name>", "stack name for a file whose path does not tell it");

export const failOnOption = () =>
  new Option("--fail-on <level>", "the mildest level that makes the exit status 1")
    .choices(failLevels())
    .default("block");

export const colorOption = () => new Option("--no-color", "no colours");

export const quietOption = () => new Option("--quiet", "only what blocks, and the verdict");

function failLevels(): string[] {
  return LEVELS.filter((level) => level !== "note");
}

function parseFormat(value: string): string {
  if (value === "pretty" || value === "json") return value;
  const why = LATER_FORMATS.includes(value) ? `the format ${value} is not yet supported by this version` : "";
  throw new InvalidArgumentError(`${why === "" ? "" : `${why}; `}expected pretty or json.`);
}

function parseDate(value: string): string {
  if (isDate(value)) return value;
  throw new InvalidArgumentError("expected a day that exists, written YYYY-MM-DD.");
}
