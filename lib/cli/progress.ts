import { hrtime, stderr } from "node:process";
import { printableLine } from "../text/printable";
import { widthOf } from "../text/width";

/** Says what is being done, as often as one likes. */
export type Say = (what: string) => void;

/** Where progress is told: a terminal, in the end. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What tests put in the place of the process. */
export interface ProgressOptions {
  readonly stream?: ProgressStream;
  readonly milliseconds?: () => number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A run that is over before needs no word. */
const PATIENCE = 2000;

/** Between two rewritings of the line, so that it costs nothing and can be read. */
const PAUSE = 100;

const CLEARED = "\r\u001b[K";

/**
 * Does work that may say what it is at: one line of a terminal's standard error, rewritten in place, from two seconds
 * on, and gone when the work ends or fails. Elsewhere nothing. The work is synchronous, so no timer could tell: it
 * shows at the steps that are said.
 */
export function withProgress<T>(
  work: (say: Say) => T,
  { stream = stderr, milliseconds = now, environment = process.env }: ProgressOptions = {},
): T {
  if (stream.isTTY !== true || environment["TERM"] === "dumb" || environment["CI"])
    return work(() => undefined);
  let due = milliseconds() + PATIENCE;
  let shown = false;
  try {
    return work((what) => {
      const at = milliseconds();
      if (at < due) return;
      due = at + PAUSE;
      shown = true;
      stream.write(`${CLEARED}${cut(`${printableLine(what)} …`, (stream.columns ?? 80) - 1)}`);
    });
  } finally {
    if (shown) stream.write(CLEARED);
  }
}

function now(): number {
  return Number(hrtime.bigint() / 1_000_000n);
}

/** A line that wraps could not be rewritten in place: the end, which says the most of a path, stays. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept = [...text];
  while (widthOf(kept.join("")) >= width) kept.shift();
  return `…${kept.join("")}`;
}
