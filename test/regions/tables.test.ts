import { z } from "zod";
import { isCountry } from "../../lib/jurisdictions/countries";
import { clouds, type Region, regimeOf, regimes, regionsOf } from "../../regions";

const country = z.string().refine(isCountry);
const confidence = z.enum(["high", "medium", "low"]);

const zone = z.strictObject({
  group: z.string().regex(/^[a-z]{2}-[a-z]+-\d-[a-z0-9-]+$/),
  kind: z.enum(["local-zone", "wavelength-zone", "dedicated-local-zone"]),
  country,
  place: z.string().min(2),
  confidence,
  accelerators: z.array(z.string().min(2)).optional(),
  notes: z.string().optional(),
});

const region = z.strictObject({
  cloud: z.enum(["aws", "google", "azure", "oracle"]),
  code: z.string().regex(/^[a-z][a-z0-9-]+$/),
  name: z.string().min(2),
  country: country.nullable(),
  partition: z.string().optional(),
  optIn: z.boolean().optional(),
  zoneCount: z.int().min(2).max(6).optional(),
  zoneCountConfidence: confidence.optional(),
  launched: z.iso.date().optional(),
  zones: z.array(zone),
  accelerators: z.array(z.string().min(2)),
  acceleratorsNote: z.string(),
  residency: z.string().min(20).max(260),
  confidence,
  notes: z.string().optional(),
  sources: z.array(z.string()).min(1),
});

const all = clouds.flatMap((cloud) => regionsOf(cloud));

test.each(all.map((entry) => [`${entry.cloud} ${entry.code}`, entry] as const))(
  "%s is well formed",
  (_, entry) => {
    expect(() => region.parse({ ...entry })).not.toThrow();
    expect(entry.zones.filter(({ group }) => !group.startsWith(`${entry.code}-`))).toEqual([]);
  },
);

test("the tables are complete", () => {
  const known = (cloud: Region["cloud"]) =>
    all.filter((entry) => entry.cloud === cloud && entry.country !== null);
  expect(clouds.map((cloud) => known(cloud).length)).toEqual([46, 43, 72, 74]);
  expect(new Set(all.map(({ cloud, code }) => `${cloud} ${code}`)).size).toBe(all.length);
  expect(all.flatMap(({ zones }) => zones)).toHaveLength(96);
});

test("codes seen but not launched have no country, and say why", () => {
  const unknown = all.filter((entry) => entry.country === null);
  expect(unknown.map(({ code }) => code)).toEqual(["me-west-1", "sa-west-1", "us-south-1", "us-east7"]);
  expect(unknown.every(({ confidence }) => confidence === "low")).toBe(true);
});

test("every country with a region or a zone has a residency regime", () => {
  const countries = all.flatMap((entry) => [entry.country, ...entry.zones.map((zone) => zone.country)]);
  const missing = countries.filter((code) => code !== null && !regimeOf(code));
  expect([...new Set(missing)]).toEqual([]);
});

test("a country has one regime", () => {
  const codes = regimes.flatMap(({ countries }) => countries.split(" "));
  expect(codes.filter((code) => !isCountry(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

test("a regime names its law, its effect in a line and where to read on", () => {
  for (const { law, effect, source } of regimes) {
    expect(law).toMatch(/\d/);
    expect(effect).toMatch(/^[^\n]{20,160}\.$/);
    expect(source).toMatch(/^https?:\/\/\S+$/);
  }
});

test.each([
  ["DE", "GDPR"],
  ["CN", "PIPL"],
  ["SG", "PDPA"],
  ["TH", "PDPA"],
  ["MY", "PDPA"],
  ["IN", "DPDP"],
  ["ID", "GR 71"],
  ["SA", "PDPL"],
  ["AE", "45/2021"],
  ["RU", "242-FZ"],
])("the regime of %s is known as %s", (code, law) => {
  expect(regimeOf(code)?.law).toContain(law);
});
