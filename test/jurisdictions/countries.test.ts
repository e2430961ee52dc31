import fc from "fast-check";
import { countryCodes, countryName, isCountry } from "../../lib/jurisdictions/countries";

test("knows the 249 codes of ISO 3166-1", () => {
  expect(countryCodes()).toHaveLength(249);
  expect(countryCodes()).toEqual([...countryCodes()].sort());
});

test.each(["US", "CN", "HK", "MO", "TW", "SS", "GB"])("%s is a country code", (code) => {
  expect(isCountry(code)).toBe(true);
});

test.each(["XK", "UK", "EU", "us", "USA", "", " US", "__proto__", "constructor"])("%j is not", (code) => {
  expect(isCountry(code)).toBe(false);
  expect(countryName(code)).toBe(code);
});

test.each([
  ["MY", "Malaysia"],
  ["CN", "China"],
  ["TW", "Taiwan"],
  ["KR", "South Korea"],
  ["US", "United States"],
  ["AE", "United Arab Emirates"],
])("%s is called %s", (code, name) => {
  expect(countryName(code)).toBe(name);
});

test("names every country", () => {
  expect(countryCodes().filter((code) => countryName(code) === code)).toEqual([]);
});

test("no text throws", () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => typeof isCountry(text) === "boolean" && countryName(text) !== undefined,
    ),
  );
});
