import fc from "fast-check";
import { classify, type Datasheet, datasheets, editionOn, lookUpDatasheet } from "../../lib/accelerators";

const today = "2026-11-23";

const a = "3A090.a";
const b = "3A090.b";

/** Id, caught in 2022, class since 2023, restricted by letter today. */
const known = [
  ["nvidia-k80-gk210", false, "none", null],
  ["nvidia-p100-sxm2-16gb", false, "none", null],
  ["nvidia-v100-sxm2-16gb", false, "none", null],
  ["nvidia-t4", false, "none", null],
  ["nvidia-a10", false, "none", null],
  ["nvidia-a10g", false, "none", null],
  ["nvidia-a30", false, b, null],
  ["nvidia-a40", false, b, null],
  ["nvidia-a100-sxm4-40gb", true, a, null],
  ["nvidia-a100-pcie-80gb", true, a, null],
  ["nvidia-a800-sxm", false, a, null],
  ["nvidia-l4", false, a, null],
  ["nvidia-l40", false, b, null],
  ["nvidia-l40s", false, a, null],
  ["nvidia-l20", false, "none", null],
  ["nvidia-l2", false, "none", null],
  ["nvidia-rtx-4090", false, a, null],
  ["nvidia-rtx-4090d", false, "none", null],
  ["nvidia-h100-sxm", true, a, null],
  ["nvidia-h100-pcie", true, a, null],
  ["nvidia-h800-sxm", false, a, null],
  ["nvidia-h20", false, "none", "named"],
  ["nvidia-h200-sxm", true, a, null],
  ["nvidia-b200", true, a, null],
  ["nvidia-gb300", true, a, null],
  ["nvidia-rtx-pro-4500-blackwell-server", false, a, null],
  ["amd-mi210", false, b, null],
  ["amd-mi250x", true, a, null],
  ["amd-mi300x", true, a, null],
  ["amd-mi308x", true, a, "named"],
  ["amd-mi355x", true, a, null],
  ["intel-gaudi1", false, a, null],
  ["intel-gaudi2", true, a, null],
  ["intel-gaudi3", true, a, null],
  ["aws-inferentia1", false, "none", null],
  ["aws-inferentia2", false, a, null],
  ["aws-trainium1", false, a, null],
  ["aws-trainium2", true, a, null],
  ["aws-trainium3", true, a, null],
  ["google-tpu-v3", false, a, null],
  ["google-tpu-v4", false, a, null],
  ["google-tpu-v5e", false, a, null],
  ["google-tpu-v5p", true, a, null],
  ["google-tpu-v6e", false, a, null],
  ["google-tpu-v7", true, a, null],
  ["xilinx-alveo-u250", false, "none", null],
  ["huawei-ascend-910b", false, a, "guidance"],
  ["huawei-ascend-910c", true, a, "guidance"],
  ["huawei-ascend-910d", true, a, "guidance"],
] as const;

describe.each(known)("%s", (id, caughtIn2022, since2023, letter) => {
  const on = (day: string) => classify(sheet(id), day);

  test("before the rule", () => {
    expect(on("2022-10-06")).toMatchObject({ edition: null, class: null, controlled: false, possible: [] });
  });

  test("2022 edition", () => {
    const expected = {
      edition: "2022-10-07",
      class: null,
      controlled: caughtIn2022,
      possible: [],
      byLetter: null,
    };
    expect(on("2022-10-07")).toMatchObject(expected);
    expect(on("2023-11-16")).toMatchObject(expected);
  });

  test("2023 edition", () => {
    const expected = { edition: "2023-11-17", class: since2023, controlled: since2023 !== "none" };
    expect(on("2023-11-17")).toMatchObject({ ...expected, byLetter: null });
    expect(on(today)).toMatchObject(expected);
    expect(on(today).byLetter?.kind ?? null).toBe(letter);
  });
});

test.each([
  ["nvidia-h100-sxm", 15832, 15832 / 814],
  ["nvidia-a10", 2000, 2000 / 628],
  ["nvidia-a40", 2395.2, 2395.2 / 628],
  ["nvidia-a100-sxm4-80gb", 4992, 4992 / 826],
  ["amd-mi355x", 60397.8, null],
  ["nvidia-k80-gk210", 129.92, 0],
  ["huawei-ascend-910d", null, null],
])("%s has TPP %p and PD %p, unrounded", (id, tpp, performanceDensity) => {
  expect(classify(sheet(id), today)).toMatchObject({ tpp, performanceDensity });
});

test.each([
  ["nvidia-h100-sxm", [a], "figures", "high"],
  ["nvidia-k80-gk210", ["none"], "figures", "medium"],
  ["aws-inferentia1", ["none"], "figures", "high"],
  ["aws-trainium2", [a], "figures", "high"],
  ["aws-trainium1", [a, b], "bounds", "low"],
  ["google-tpu-v3", [a, b, "none"], "bounds", "low"],
  ["google-tpu-v4", [a], "bounds", "low"],
  ["qualcomm-cloud-ai-100-standard", [a, b], "bounds", "low"],
  ["intel-gaudi1", [a, b, "none"], "unpublished", "low"],
])("%s may be %p, by %s", (id, possible, basis, confidence) => {
  expect(classify(sheet(id), today)).toMatchObject({ possible, basis, confidence });
});

describe("boundaries", () => {
  const under = (value: number) => value * (1 - 1e-12);

  test.each([
    [4800, 5000, a],
    [under(4800), 5000, "none"],
    [under(4800), 1500, b],
    [1600, 1600 / 5.92, a],
    [1600, (1600 / 5.92) * (1 + 1e-12), b],
    [under(1600), 1, "none"],
    [1600, 500, b],
    [1600, 500 * (1 + 1e-12), "none"],
    [2400, 1500, b],
    [under(2400), 1500, "none"],
    [2400, 1500 * (1 + 1e-12), "none"],
    [under(4800), 0, "none"],
    [4800, 0, a],
  ])("TPP %d on %d mm² → %s", (tpp, area, expected) => {
    expect(classify(made({ tpp, area }), today).class).toBe(expected);
  });

  test.each([
    [4800, 600, true],
    [under(4800), 600, false],
    [4800, under(600), false],
  ])("2022: TPP %d at %d GB/s → %p", (tpp, interconnectBidirGBs, controlled) => {
    expect(classify(made({ tpp, interconnectBidirGBs }), "2022-10-07").controlled).toBe(controlled);
  });

  test.each([
    [4800, a],
    [under(4800), "none"],
  ])("not for data centres, TPP %d → %s", (tpp, expected) => {
    expect(classify(made({ tpp, area: 1, marketedForDataCentres: false }), today).class).toBe(expected);
  });

  test.each([
    ["2025-04-08", 4000, 0, undefined],
    ["2025-04-09", 4000, 0, "bandwidth"],
    ["2025-04-09", under(4000), 900, "bandwidth"],
    ["2025-04-09", under(4000), under(900), undefined],
    ["2025-04-09", undefined, 0, "bandwidth"],
  ])("%s: memory at %p and links at %p GB/s → %p", (day, memoryBandwidthGBs, interconnectBidirGBs, kind) => {
    const { memoryBandwidthGBs: _, ...bare } = made({ tpp: 1000, interconnectBidirGBs });
    const chip = memoryBandwidthGBs === undefined ? bare : { ...bare, memoryBandwidthGBs };
    expect(classify(chip, day).byLetter?.kind).toBe(kind);
  });

  test("what the thresholds catch needs no letter", () => {
    expect(classify(made({ tpp: 5000, interconnectBidirGBs: 900 }), today).byLetter).toBeNull();
  });
});

describe("unpublished die areas", () => {
  const { applicableDieAreaMm2: _, ...bare } = made({ tpp: 3000 });

  test.each([
    [{ dieAreaParts: [{ count: 1 }] }, [a, b]],
    [{ dieAreaParts: [{ count: 2 }] }, [a, b]],
    [{ dieAreaParts: [{ count: 3 }] }, [a, b, "none"]],
    [{ dieAreaAtMostMm2: 500 }, [a]],
    [{}, [a, b, "none"]],
  ])("%j leaves %p", (known, possible) => {
    expect(classify({ ...bare, ...known }, today)).toMatchObject({
      class: a,
      possible,
      performanceDensity: null,
    });
  });
});

describe("reasoning", () => {
  test.each([
    [
      "nvidia-h100-sxm",
      today,
      [
        "1,979 dense tera-ops/s at 8 bits (fp8) → TPP 15,832",
        "15,832 ÷ 814 mm² → PD 19.45",
        "TPP ≥ 4,800 → 3A090.a",
      ],
    ],
    [
      "nvidia-l4",
      today,
      [
        "242.5 dense tera-ops/s at 8 bits (fp8) → TPP 1,940",
        "1,940 ÷ 294 mm² → PD 6.6",
        "TPP ≥ 1,600 and PD ≥ 5.92 → 3A090.a",
      ],
    ],
    [
      "nvidia-h20",
      today,
      [
        "296 dense tera-ops/s at 8 bits (fp8) → TPP 2,368",
        "2,368 ÷ 814 mm² → PD 2.91",
        "meets no test of the 2023-11-17 edition → none",
        "restricted by letter since 2025-04-09: named in BIS's letter to NVIDIA",
      ],
    ],
    [
      "nvidia-a800-sxm",
      "2022-11-01",
      [
        "624 dense tera-ops/s at 8 bits (int8) → TPP 4,992",
        "interconnect 400 GB/s",
        "meets no test of the 2022-10-07 edition → not controlled",
      ],
    ],
    [
      "aws-trainium1",
      today,
      [
        "190 dense tera-ops/s at 19 bits (tf32) → TPP 3,610",
        "die area unpublished, at most 858 mm² (1 × the 858 a reticle exposes) → PD ≥ 4.21",
        "could be 3A090.a or 3A090.b; the strictest counts → 3A090.a",
      ],
    ],
  ])("%s on %s", (id, day, expected) => {
    expect(classify(sheet(id), day).reasoning).toEqual(expected);
  });

  test("does not show a threshold that was missed by a hair", () => {
    const { reasoning } = classify(made({ tpp: 1600, area: 500.1 }), today);
    expect(reasoning).toContain("1,600 ÷ 500.1 mm² → PD 3.199360127974405");
  });

  test("is there for every datasheet under every edition", () => {
    for (const datasheet of datasheets)
      for (const day of ["2020-01-01", "2022-10-07", today])
        expect(classify(datasheet, day).reasoning.length).toBeGreaterThan(1);
  });
});

test.each(["", "today", "2026-1-1", "20261123"])("%p is no day", (day) => {
  expect(() => editionOn(day)).toThrow(RangeError);
});

describe("properties", () => {
  const strictness = ["none", b, a];
  const rank = (datasheet: Datasheet) => strictness.indexOf(classify(datasheet, today).class ?? "");
  const tpp = fc.double({ min: 1, max: 10_000, noNaN: true });
  const area = fc.double({ min: 1, max: 3000, noNaN: true });
  const less = fc.double({ min: 0.01, max: 1, noNaN: true });
  const marketedForDataCentres = fc.boolean();

  test("more TPP never lowers the class", () => {
    fc.assert(
      fc.property(tpp, area, less, marketedForDataCentres, (high, mm2, share, market) => {
        const chip = (t: number) => made({ tpp: t, area: mm2, marketedForDataCentres: market });
        return rank(chip(high)) >= rank(chip(high * share));
      }),
    );
  });

  test("less area never lowers the class", () => {
    fc.assert(
      fc.property(tpp, area, less, marketedForDataCentres, (t, large, share, market) => {
        const chip = (mm2: number) => made({ tpp: t, area: mm2, marketedForDataCentres: market });
        return rank(chip(large * share)) >= rank(chip(large));
      }),
    );
  });

  test("publishing a die area never raises the class", () => {
    fc.assert(
      fc.property(
        tpp,
        fc.double({ min: 1, max: 858, noNaN: true }),
        marketedForDataCentres,
        (t, mm2, market) => {
          const published = made({ tpp: t, area: mm2, marketedForDataCentres: market });
          const { applicableDieAreaMm2: _, ...bare } = published;
          const silent = { ...bare, dieAreaParts: [{ count: 1 }] };
          const found = classify(published, today).class;
          return (
            rank(silent) >= rank(published) &&
            found !== null &&
            classify(silent, today).possible.includes(found)
          );
        },
      ),
    );
  });
});

function sheet(id: string): Datasheet {
  const datasheet = lookUpDatasheet(id);
  if (!datasheet) throw new Error(`no datasheet ${id}`);
  return datasheet;
}

interface Made {
  tpp: number;
  area?: number;
  interconnectBidirGBs?: number;
  marketedForDataCentres?: boolean;
}

function made({ tpp, area = 800, interconnectBidirGBs = 0, marketedForDataCentres = true }: Made): Datasheet {
  return {
    id: "made-up",
    vendor: "none",
    name: "made up",
    // Eight bits: a power of two, so that the product is the TPP asked for.
    densePeak: { int8: tpp / 8 },
    applicableDieAreaMm2: area,
    memoryBandwidthGBs: 100,
    interconnectBidirGBs,
    marketedForDataCentres,
    confidence: "high",
    sources: ["recollection"],
  };
}
