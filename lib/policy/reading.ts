import { repeatedKeys } from "../text/json-keys";
import { type PolicyIssue, repeatedKeyIssue } from "./error";

/** What a text holds; the value counts only when there are no issues. */
export interface Reading {
  readonly value: unknown;
  readonly issues: readonly PolicyIssue[];
  /** The line of the value at a path, or of the nearest that is there; undefined where lines are not known. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/** Reads JSON or YAML, told apart by whether it is JSON. */
export function read(text: string): Reading {
  const json = parseJson(text);
  if (json !== undefined) {
    return { value: json.value, issues: repeatedKeys(text).map(repeatedKeyIssue), lineOf: () => undefined };
  }
  // Loaded here because it costs 20 ms that a JSON policy need not pay.
  const { readYaml } = require("./yaml") as typeof import("./yaml");
  return readYaml(text);
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
