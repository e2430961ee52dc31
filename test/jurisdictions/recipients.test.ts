import { isCountry } from "../../lib/jurisdictions/countries";
import { inSupplement5a, supplement5a, uaeRecipientsOn } from "../../lib/jurisdictions/recipients";

test.each([
  ["2026-07-09", 0],
  ["2026-07-10", 11],
  ["2027-04-06", 11],
  ["2027-04-07", 9],
])("on %s the supplement names %i UAE recipients", (asOf, count) => {
  expect(uaeRecipientsOn(asOf)).toHaveLength(count);
});

test("G42 and Core42 are the ones that expire", () => {
  const left = uaeRecipientsOn("2027-04-07").map(({ name }) => name);
  expect(left.filter((name) => /42/.test(name))).toEqual([]);
});

test("Supplement No. 5(a) lists 19 countries from 2025-01-13", () => {
  const countries = supplement5a.countries.split(" ");
  expect(countries).toHaveLength(19);
  expect(countries.every(isCountry)).toBe(true);
  expect(inSupplement5a("JP", "2025-01-13")).toBe(true);
  expect(inSupplement5a("JP", "2025-01-12")).toBe(false);
  expect(inSupplement5a("PR", "2026-11-23")).toBe(true);
  expect(inSupplement5a("CH", "2026-11-23")).toBe(false);
});
