import { z } from "zod";
import {
  acceleratorFamily,
  type Cloud,
  datasheets,
  lookUpDatasheet,
  machinesMatching,
  type SourceKey,
  sources,
} from "../../lib/accelerators";

const clouds: readonly Cloud[] = ["aws", "google", "azure", "oracle"];
const machines = clouds.flatMap((cloud) => machinesMatching(cloud, "*"));

/** Sold with chips of which no figures are known. */
const withoutDatasheet = ["amd-radeon-pro-v620", "amd-radeon-pro-v710"];

const positive = z.number().positive();
const confidence = z.enum(["high", "medium", "low"]);
const sourceKeys = z.array(z.enum(Object.keys(sources) as [SourceKey])).min(1);
const format = z.enum(["fp64", "fp32", "tf32", "bf16", "fp16", "fp8", "int8", "fp6", "fp4", "int4"]);
const figure = z.enum([
  "all",
  "densePeak",
  "dieAreaMm2",
  "dieAreaParts",
  "dieAreaAtMostMm2",
  "memoryBandwidthGBs",
  "interconnectBidirGBs",
]);

const datasheet = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/),
  vendor: z.string().min(1),
  name: z.string().min(1),
  releaseYear: z.int().min(2010).max(2026).optional(),
  densePeak: z
    .partialRecord(format, positive)
    .refine((peak) => Object.keys(peak).length > 0)
    .optional(),
  dieAreaMm2: positive.optional(),
  dieAreaParts: z
    .array(z.strictObject({ count: z.int().positive(), areaMm2: positive.optional() }))
    .optional(),
  dieAreaAtMostMm2: positive.optional(),
  applicableDieAreaMm2: z.number().nonnegative().optional(),
  memoryGb: positive.optional(),
  memoryBandwidthGBs: positive.optional(),
  interconnectBidirGBs: z.number().nonnegative().optional(),
  marketedForDataCentres: z.boolean().optional(),
  confidence,
  unverifiedFields: z
    .array(z.union([format, figure]))
    .min(1)
    .optional(),
  notes: z.string().endsWith(".").optional(),
  sources: sourceKeys,
});

const machine = z.strictObject({
  cloud: z.enum(clouds),
  name: z.string().min(1),
  accelerator: z.string(),
  count: positive.nullable(),
  vcpu: z.int().positive().optional(),
  memoryGiB: positive.optional(),
  networkCards: z.int().positive().optional(),
  efaInterfaces: z.int().nonnegative().optional(),
  confidence,
  note: z.string().endsWith(".").optional(),
  sources: sourceKeys,
});

describe("datasheets", () => {
  test.each(datasheets.map((each) => [each.id, each] as const))("%s is well formed", (_, each) => {
    datasheet.parse(each);
  });

  test("ids are unique", () => {
    expect(new Set(datasheets.map(({ id }) => id)).size).toBe(datasheets.length);
  });

  test("parts add up to the die area, of which the applicable area is all or nothing", () => {
    for (const { id, dieAreaMm2, dieAreaParts, applicableDieAreaMm2 } of datasheets) {
      const parts = dieAreaParts?.reduce(
        (sum, { count, areaMm2 }) => sum + count * (areaMm2 ?? Number.NaN),
        0,
      );
      if (dieAreaMm2 && parts) expect([id, parts]).toEqual([id, dieAreaMm2]);
      expect([dieAreaMm2, 0]).toContain(applicableDieAreaMm2);
    }
  });

  test("figures of two sources or more are said to be so", () => {
    const lonely = datasheets.filter((each) => each.confidence === "high" && each.sources.length < 2);
    expect(lonely).toEqual([]);
  });
});

describe("machines", () => {
  test.each(machines.map((each) => [`${each.cloud} ${each.name}`, each] as const))(
    "%s is well formed",
    (_, each) => {
      machine.parse(each);
      expect(acceleratorFamily(each.cloud, each.name)).toBeDefined();
    },
  );

  test("names are unique within a cloud, whatever their case", () => {
    const names = machines.map(({ cloud, name }) => `${cloud} ${name.toLowerCase()}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every chip has a datasheet, but for the known gaps", () => {
    const missing = machines.map((each) => each.accelerator).filter((id) => !lookUpDatasheet(id));
    expect([...new Set(missing)].sort()).toEqual(withoutDatasheet);
  });
});

test("every source is used", () => {
  const used = new Set([...datasheets, ...machines].flatMap((each) => each.sources));
  expect(Object.keys(sources).filter((key) => !used.has(key as SourceKey))).toEqual([]);
});
