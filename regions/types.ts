import type { Cloud, Confidence } from "../lib/accelerators/datasheet";

/** What is known of a place where machines can stand: a cloud's region, or a site of one's own. */
export interface Region {
  readonly cloud: Cloud | "site";
  /** The provider's own code, lower case. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, or null when it is not known: then nothing there may be allowed. */
  readonly country: string | null;
  /** AWS partition, or OCI realm. */
  readonly partition?: string;
  readonly optIn?: boolean;
  /** Availability zones an account can see. */
  readonly zoneCount?: number;
  /** Present where the count is less sure than the rest. */
  readonly zoneCountConfidence?: Confidence;
  /** Day of launch, `YYYY-MM-DD`. */
  readonly launched?: string;
  /** Zones outside the region's own data centres; each has a country of its own. */
  readonly zones: readonly Zone[];
  /** Machine types or families reported there. A missing one proves nothing. */
  readonly accelerators: readonly string[];
  readonly acceleratorsNote?: string;
  /** What law makes people draw a boundary there, and its effect in a line (see `regimes.ts`). */
  readonly residency: string;
  /** Names of hardware that stands there, as code refers to it; for sites of one's own. */
  readonly hardware?: readonly string[];
  /** How sure the country is. */
  readonly confidence: Confidence;
  readonly notes?: string;
  readonly sources: readonly string[];
}

/** What AWS calls zones that stand away from their region. */
export type ZoneKind = "local-zone" | "wavelength-zone" | "dedicated-local-zone";

/** A group of zones run from a region and standing elsewhere, often in another country. */
export interface Zone {
  /** Network border group, or the prefix that names begin with: `ap-southeast-1-han-1`. */
  readonly group: string;
  readonly kind: ZoneKind;
  /** ISO 3166-1 alpha-2, or null when it is not known. */
  readonly country: string | null;
  readonly place: string;
  readonly confidence: Confidence;
  readonly accelerators?: readonly string[];
  readonly notes?: string;
}
