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

/** The day before a day, both written `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return daysLater(day, -1);
}

/** The day after a day, both written `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return daysLater(day, 1);
}

function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another, both written `YYYY-MM-DD`; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
