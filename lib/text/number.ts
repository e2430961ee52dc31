/**
 * A number as English writes it: 15832 → "15,832". `Intl` does the same, and takes as long to load as a small run.
 *
 * @param digits the most after the point; all where it is not given
 */
export function grouped(value: number, digits?: number): string {
  const [whole = "", fraction] = String(digits === undefined ? value : rounded(value, digits)).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** By the decimals that are written, as a reader would: 1.005 → 1.01. */
function rounded(value: number, digits: number): number {
  return Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`);
}
