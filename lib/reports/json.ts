import type { Result } from "../result";

/** The result as the contract's JSON. */
export function toJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
