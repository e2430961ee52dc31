import type { Confidence } from "./datasheet";

/** The paragraph of the Commerce Control List that an accelerator falls under; `none` for neither. */
export type AcceleratorClass = "3A090.a" | "3A090.b" | "none";

/** Where in the law something is written. */
export interface Citation {
  readonly cite: string;
  readonly url: string;
}

/** From `atLeast` on, up to but not including `below`. */
export interface Range {
  readonly atLeast: number;
  readonly below?: number;
}

/** Figures that must all lie in their range. */
export interface Test {
  readonly tpp?: Range;
  readonly performanceDensity?: Range;
  readonly interconnectBidirGBs?: Range;
}

/** Caught when any of the tests is met. */
export interface Tier {
  readonly class: AcceleratorClass | null;
  readonly anyOf: readonly Test[];
}

/** The thresholds for accelerators as they stood from one day until the next edition's. */
export interface Edition {
  /** Its first day, yyyy-mm-dd. */
  readonly id: string;
  /** Strictest first. */
  readonly tiers: readonly Tier[];
  /** What a chip is that no tier catches; null while classes did not exist. */
  readonly otherwise: "none" | null;
  /** Below this TPP no tier catches a chip that is neither designed nor marketed for data centres. */
  readonly dataCentresOnlyBelowTpp?: number;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
}

/** Oldest first. */
export const editions: readonly Edition[] = [
  {
    id: "2022-10-07",
    tiers: [{ class: null, anyOf: [{ tpp: { atLeast: 4800 }, interconnectBidirGBs: { atLeast: 600 } }] }],
    otherwise: null,
    citations: [
      {
        cite: "87 FR 62186 (2022-10-13)",
        url: "https://www.govinfo.gov/content/pkg/FR-2022-10-13/html/2022-21658.htm",
      },
    ],
    confidence: "medium",
  },
  {
    id: "2023-11-17",
    tiers: [
      {
        class: "3A090.a",
        anyOf: [
          { tpp: { atLeast: 4800 } },
          { tpp: { atLeast: 1600 }, performanceDensity: { atLeast: 5.92 } },
        ],
      },
      {
        class: "3A090.b",
        anyOf: [
          { tpp: { atLeast: 2400, below: 4800 }, performanceDensity: { atLeast: 1.6, below: 5.92 } },
          { tpp: { atLeast: 1600 }, performanceDensity: { atLeast: 3.2, below: 5.92 } },
        ],
      },
    ],
    otherwise: "none",
    dataCentresOnlyBelowTpp: 4800,
    citations: [
      {
        cite: "15 CFR part 774 Supp. No. 1, ECCN 3A090",
        url: "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-774",
      },
      {
        cite: "88 FR 73458 (2023-10-25)",
        url: "https://www.govinfo.gov/content/pkg/FR-2023-10-25/html/2023-23055.htm",
      },
    ],
    confidence: "high",
  },
];

/**
 * The edition in force on a day, null before the first.
 * @param asOf yyyy-mm-dd
 * @throws RangeError for anything else
 */
export function editionOn(asOf: string): Edition | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new RangeError(`not a yyyy-mm-dd date: ${JSON.stringify(asOf)}`);
  return editions.findLast(({ id }) => id <= asOf) ?? null;
}
