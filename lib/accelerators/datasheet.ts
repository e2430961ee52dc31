import type { SourceKey } from "./sources";

/** Formats in which makers state dense peak rates. */
export type NumberFormat =
  | "fp64"
  | "fp32"
  | "tf32"
  | "bf16"
  | "fp16"
  | "fp8"
  | "int8"
  | "fp6"
  | "fp4"
  | "int4";

/** high: two or more independent sources agree; medium: one source, or a disagreement that does not change the class; low: estimate or memory. */
export type Confidence = "high" | "medium" | "low";

/** The clouds of the catalogue. */
export const clouds = ["aws", "google", "azure", "oracle"] as const;

/** A cloud of the catalogue. */
export type Cloud = (typeof clouds)[number];

/** Dies of one kind in a package. Without an area only their number is known. */
export interface DieGroup {
  readonly count: number;
  readonly areaMm2?: number;
}

/** What a figure that no source could confirm is called; `all` stands for every figure of the datasheet. */
export type UnverifiedField =
  | NumberFormat
  | "all"
  | "densePeak"
  | "dieAreaMm2"
  | "dieAreaParts"
  | "dieAreaAtMostMm2"
  | "memoryBandwidthGBs"
  | "interconnectBidirGBs";

/**
 * One accelerator as its maker, or who measured it, describes it. An absent figure is unpublished.
 * TPP, performance density and class are not here: `classify` derives them.
 */
export interface Datasheet {
  readonly id: string;
  readonly vendor: string;
  readonly name: string;
  readonly releaseYear?: number;
  /** Peak rate without sparsity, in tera-operations per second. */
  readonly densePeak?: Readonly<Partial<Record<NumberFormat, number>>>;
  /** Sum of all logic dies. */
  readonly dieAreaMm2?: number;
  readonly dieAreaParts?: readonly DieGroup[];
  /** An upper bound, where only that is published. */
  readonly dieAreaAtMostMm2?: number;
  /** The part of the die area made with non-planar transistors; 0 for a planar process. */
  readonly applicableDieAreaMm2?: number;
  readonly memoryGb?: number;
  readonly memoryBandwidthGBs?: number;
  /** Links between accelerators, both directions added, without the host interface. */
  readonly interconnectBidirGBs?: number;
  readonly marketedForDataCentres?: boolean;
  readonly confidence: Confidence;
  readonly unverifiedFields?: readonly UnverifiedField[];
  readonly notes?: string;
  readonly sources: readonly SourceKey[];
}
