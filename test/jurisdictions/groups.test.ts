import fc from "fast-check";
import { isCountry } from "../../lib/jurisdictions/countries";
import {
  controlCountry,
  countryGroups,
  evidenceUntil,
  type GroupId,
  groupsOf,
  inAdvancedComputingZone,
  inGroup,
  isMacauOrD5,
  isUnitedStates,
  membersOf,
  reviewedUntil,
  zoneEditionOn,
  zoneEditions,
  zoneMembers,
} from "../../lib/jurisdictions/groups";
import { followers } from "../../lib/jurisdictions/territories";

const today = "2026-11-23";

test.each<[GroupId, number]>([
  ["A:1", 40],
  ["A:5", 38],
  ["A:6", 8],
  ["D:1", 24],
  ["D:4", 21],
  ["D:5", 22],
  ["E:1", 3],
  ["E:2", 1],
])("%s has %i members", (group, count) => {
  const members = membersOf(group, today);
  expect(members).toHaveLength(count);
  expect(new Set(members).size).toBe(count);
  expect(members.every(isCountry)).toBe(true);
});

test("groups and their dated entries carry a source and a confidence", () => {
  for (const group of countryGroups) {
    expect(group.url).toMatch(/^https:/);
    expect([group, ...group.dated].every(({ citation, confidence }) => citation && confidence)).toBe(true);
  }
  expect(reviewedUntil < evidenceUntil).toBe(true);
});

test.each<[string, GroupId, string, boolean]>([
  ["AE", "D:4", "2026-07-09", true],
  ["AE", "D:4", "2026-07-10", false],
  ["AE", "A:5", "2026-07-09", false],
  ["AE", "A:5", "2026-07-10", true],
  ["KH", "D:5", "2026-02-02", true],
  ["KH", "D:5", "2026-02-03", false],
  ["KH", "D:1", today, true],
  ["NI", "D:5", "2024-03-14", false],
  ["NI", "D:5", "2024-03-15", true],
  ["HK", "D:5", today, true],
  ["MO", "D:5", today, false],
  ["__proto__", "D:5", today, false],
  ["", "D:5", today, false],
])("%s in %s on %s: %s", (country, group, asOf, expected) => {
  expect(inGroup(country, group, asOf)).toBe(expected);
});

test.each([
  ["IL", ["D:4", "A:6"]],
  ["MO", ["D:1", "D:4"]],
  ["AE", ["A:5"]],
  ["MY", []],
  ["LI", ["A:1", "A:5"]],
])("%s is in %j", (country, groups) => {
  expect(groupsOf(country, today).sort()).toEqual([...groups].sort());
});

test.each([
  ["HK", "CN"],
  ["hk", "CN"],
  ["MO", "MO"],
  ["LI", "CH"],
  ["GI", "GB"],
  ["PR", "US"],
  ["BQ", "NL"],
  ["AW", "AW"], // on the Commerce Country Chart itself
  ["TW", "TW"],
  ["__proto__", "__PROTO__"],
])("%s is read as %s", (code, expected) => {
  expect(controlCountry(code)).toBe(expected);
});

test("territories and parents are ISO codes, each listed once", () => {
  const codes = followers.flatMap(({ territories }) => territories.split(" "));
  expect(new Set(codes).size).toBe(codes.length);
  expect([...codes, ...followers.map(({ parent }) => parent)].filter((code) => !isCountry(code))).toEqual([]);
});

test("Macau or D:5", () => {
  expect(["MO", "CN", "HK", "RU"].every((country) => isMacauOrD5(country, today))).toBe(true);
  expect(["VN", "AE", "IL", "KH", "US", "MY"].some((country) => isMacauOrD5(country, today))).toBe(false);
  expect(isMacauOrD5("KH", "2026-02-02")).toBe(true);
});

test("the United States with its territories", () => {
  expect(["US", "PR", "GU"].every(isUnitedStates)).toBe(true);
  expect(["CA", "MX", "", "__proto__"].some(isUnitedStates)).toBe(false);
});

describe("advanced-computing zone", () => {
  test("has exactly 45 members", () => {
    expect(zoneMembers(today).join(" ")).toBe(
      "AF AM AZ BH BY CD CF CN CU EG ER GE HT IQ IR JO KG KH KP KW KZ LA LB LY MD MM MN MO NI OM PK QA RU SA SD SO SS SY TJ TM UZ VE VN YE ZW",
    );
    expect(zoneMembers(today)).toHaveLength(45);
    expect(zoneMembers("2026-07-09")).toEqual(["AE", ...zoneMembers(today)]);
  });

  test.each([
    ["CN", "2022-10-06", false],
    ["CN", "2022-10-07", true],
    ["HK", "2022-10-07", true],
    ["MO", "2023-01-17", false],
    ["MO", "2023-01-18", true],
    ["VN", "2023-11-16", false],
    ["VN", "2023-11-17", true],
    ["AE", "2023-11-17", true],
    ["AE", "2026-07-09", true],
    ["AE", "2026-07-10", false],
    ["KH", "2026-02-02", true],
    ["KH", "2026-02-03", true],
    ["NI", "2023-11-17", false],
    ["MO", today, true],
    ["HK", today, true],
    ["IL", today, false],
    ["SA", today, true],
    ["BH", today, true],
    ["KZ", today, true],
    ["MY", today, false],
    ["SG", today, false],
    ["TW", today, false],
    ["US", today, false],
    ["", today, false],
    ["__proto__", today, false],
  ])("%s on %s: %s", (country, asOf, expected) => {
    expect(inAdvancedComputingZone(country, asOf)).toBe(expected);
  });

  test("editions follow each other without a gap", () => {
    expect(zoneEditionOn("2022-10-06")).toBeUndefined();
    expect(zoneMembers("2022-10-06")).toEqual([]);
    expect(zoneMembers("2023-01-18")).toEqual(["CN", "MO"]);
    zoneEditions.slice(1).forEach((edition, index) => {
      const dayBefore = new Date(Date.parse(edition.from) - 86_400_000).toISOString().slice(0, 10);
      expect(zoneEditions[index]?.to).toBe(dayBefore);
    });
    expect(zoneEditions.every(({ citations }) => citations.length > 0)).toBe(true);
  });
});

test.each(["", "tomorrow", "2026-1-1", "2026-11-23T00:00:00Z"])("the day %j is refused", (asOf) => {
  expect(() => inGroup("CN", "E:1", asOf)).toThrow(RangeError);
  expect(() => inAdvancedComputingZone("CN", asOf)).toThrow(/YYYY-MM-DD/);
});

test("no country text throws", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      groupsOf(text, today);
      isMacauOrD5(text, today);
      inAdvancedComputingZone(text, today);
    }),
  );
});
