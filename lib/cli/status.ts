/** The contract's exit statuses. */
export const ALLOWED = 0;
export const BLOCKED = 1;
export const NO_VERDICT = 2;

/** The command line asks for something that cannot be done; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
