import { printableLine } from "../text/printable";

/** A file that cannot be judged: unreadable, unrecognised or broken. The message names the file and what was expected. */
export class InputError extends Error {
  override readonly name = "InputError";

  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(printableLine(`${path === "" ? '""' : path}: ${problem}`));
  }
}
