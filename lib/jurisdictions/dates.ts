/** A span of calendar days, `YYYY-MM-DD`, both ends included; an absent end is open. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/**
 * Whether `asOf` lies in `period`.
 *
 * @throws RangeError when `asOf` is not written `YYYY-MM-DD`.
 */
export function inForce(period: Period, asOf: string): boolean {
  checkDay(asOf);
  return (period.from ?? "") <= asOf && asOf <= (period.to ?? "9999-12-31");
}

/**
 * Refuses a day that is not written `YYYY-MM-DD`: compared as text, anything else would silently read as before or after
 * every date in the tables.
 *
 * @throws RangeError
 */
export function checkDay(day: string): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
  throw new RangeError(`as-of date ${JSON.stringify(day)} is not a calendar day written YYYY-MM-DD`);
}
