import type { RepeatedKey } from "../text/json-keys";
import { quote, showPath } from "../text/show";

/** One thing to correct. */
export interface PolicyIssue {
  /** Path inside the file (`authorizations[0].kind`); empty for the file as a whole. */
  readonly path: string;
  /** The value found and what was expected. */
  readonly message: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly column?: number;
}

type Path = readonly PropertyKey[];

/** The line of the value at a path, where lines are known. */
export type LineOf = (path: Path) => number | undefined;

export function issueAt(path: Path, message: string, lineOf: LineOf): PolicyIssue {
  const line = lineOf(path);
  return { path: showPath(path), message, ...(line === undefined ? {} : { line }) };
}

export function repeatedKeyIssue({ key, line, column }: RepeatedKey): PolicyIssue {
  return { path: "", message: `expected each key once, got the key ${quote(key)} again`, line, column };
}

const MOST_LINES = 40;

/** The policy cannot be read or is not valid. The message is one sentence and a line per issue. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";

  constructor(
    /** The file as it was named; null for a policy from memory. */
    readonly path: string | null,
    readonly issues: readonly PolicyIssue[],
  ) {
    super([headline(path, issues.length), ...lines(issues)].join("\n"));
  }
}

function headline(path: string | null, count: number): string {
  const what = path === null ? "The policy given by the program" : `The policy ${path}`;
  const problems = count === 1 ? "one problem" : `${count} problems`;
  return `${what} cannot be used: ${problems} to correct, and nothing is judged until then.`;
}

function lines(issues: readonly PolicyIssue[]): string[] {
  const shown = issues.slice(0, MOST_LINES).map((issue) => `  ${where(issue)}: ${issue.message}`);
  return issues.length > MOST_LINES ? [...shown, `  and ${issues.length - MOST_LINES} more`] : shown;
}

function where({ path, line, column }: PolicyIssue): string {
  const position =
    line === undefined ? "" : `line ${line}${column === undefined ? "" : `, column ${column}`}`;
  if (path === "") return position === "" ? "the file as a whole" : position;
  return position === "" ? path : `${path} (${position})`;
}
