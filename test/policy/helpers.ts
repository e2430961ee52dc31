import { PolicyError } from "../../lib/policy/error";
import { parsePolicy } from "../../lib/policy/load";
import type { Policy } from "../../lib/policy/policy";

export const TODAY = "2026-10-01";

/** The least a policy states. */
export const minimal = "version: 1\norganization: { name: Example, headquarters: MY }\n";

/** A policy of the least and these lines. */
export function load(lines = ""): Policy {
  return parsePolicy(minimal + lines, { today: TODAY });
}

/** The error that an action throws; fails when it throws none or another. */
export function refusal(action: () => unknown): PolicyError {
  try {
    action();
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error("expected a PolicyError");
}

/** `path: message` of every issue of a minimal policy with these lines. */
export function issuesOf(lines: string): string[] {
  return refusal(() => load(lines)).issues.map(({ path, message }) => `${path}: ${message}`);
}
