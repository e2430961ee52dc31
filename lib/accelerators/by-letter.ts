import type { Confidence, Datasheet } from "./datasheet";
import type { AcceleratorClass, Citation } from "./edition";

/** A restriction that reaches an accelerator whatever its figures say of the thresholds. */
export interface ByLetter {
  /**
   * named: the maker was told so by letter. bandwidth: the letter's clause on any chip with the H20's bandwidth.
   * guidance: General Prohibition 10, as BIS said it reads it.
   */
  readonly kind: "named" | "bandwidth" | "guidance";
  /** First day, yyyy-mm-dd. */
  readonly since: string;
  readonly reason: string;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
}

const letter = {
  since: "2025-04-09",
  citations: [
    {
      cite: "NVIDIA Form 8-K filed 2025-04-15",
      url: "https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm",
    },
  ],
} as const;

const generalProhibition10: ByLetter = {
  kind: "guidance",
  since: "2025-05-13",
  reason: "BIS holds that dealing in it anywhere probably violates the EAR (General Prohibition 10)",
  citations: [
    {
      cite: "BIS guidance of 2025-05-13",
      url: "https://www.millerchevalier.com/publication/trade-compliance-flash-key-takeaways-bis-announcements-and-guidance-related-advanced",
    },
  ],
  confidence: "high",
};

const named: ReadonlyMap<string, ByLetter> = new Map<string, ByLetter>([
  ["nvidia-h20", { ...letter, kind: "named", reason: "named in BIS's letter to NVIDIA", confidence: "high" }],
  [
    "amd-mi308x",
    { ...letter, kind: "named", reason: "AMD was told the same of its MI308", confidence: "medium" },
  ],
  ["huawei-ascend-910b", generalProhibition10],
  ["huawei-ascend-910c", generalProhibition10],
  ["huawei-ascend-910d", generalProhibition10],
]);

const h20 = { memoryBandwidthGBs: 4000, interconnectBidirGBs: 900 };

/** The restriction in force on `asOf` (yyyy-mm-dd) for a chip that the thresholds put into `class`, if any. */
export function byLetterOn(
  datasheet: Datasheet,
  thresholdClass: AcceleratorClass | null,
  asOf: string,
): ByLetter | null {
  const restriction = named.get(datasheet.id) ?? (thresholdClass === "none" ? byBandwidth(datasheet) : null);
  return restriction !== null && restriction.since <= asOf ? restriction : null;
}

function byBandwidth({ memoryBandwidthGBs, interconnectBidirGBs }: Datasheet): ByLetter | null {
  const reason =
    reaches("memory bandwidth", memoryBandwidthGBs, h20.memoryBandwidthGBs) ??
    reaches("interconnect", interconnectBidirGBs, h20.interconnectBidirGBs);
  return reason === null ? null : { ...letter, kind: "bandwidth", reason, confidence: "medium" };
}

function reaches(what: string, value: number | undefined, limit: number): string | null {
  if (value === undefined) return `${what} unpublished, so not known to stay below the H20's ${limit} GB/s`;
  return value >= limit ? `${what} ${value} GB/s reaches the H20's ${limit}` : null;
}
