import { reviewedUntil } from "./country-groups";
import { checkDay, daysBetween } from "./dates";

/** Days after which the law has probably moved on: it did so eleven times in four years. */
export const STALE_AFTER_DAYS = 90;

/** How far the facts behind a day's answer were checked. */
export interface Review {
  /** The last day they were, yyyy-mm-dd. */
  readonly reviewedUntil: string;
  /** Days from then to the day asked for; 0 for a day that was covered. */
  readonly daysSince: number;
}

/**
 * How far the facts reach for a day, `YYYY-MM-DD`.
 *
 * @throws RangeError for a day written otherwise.
 */
export function reviewFor(asOf: string): Review {
  checkDay(asOf);
  return { reviewedUntil, daysSince: Math.max(0, daysBetween(reviewedUntil, asOf)) };
}
