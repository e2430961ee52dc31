import { residencyNote } from "../regimes";
import type { Region } from "../types";

type AwsFacts = Pick<Region, "code" | "name" | "country"> & Partial<Region>;

const sources = [
  "boto/botocore@0e6e240 botocore/data/partitions.json (2026-08-07)",
  "seligman/aws-ip-ranges@8468811 (2026-08-22)",
  "@aws-cdk/region-info@2.269.0",
];

const fromCatalogue =
  "SkyPilot's AWS catalogue v9 (skypilot-org/skypilot-catalog@2c3d7ea), taken between November 2025 and early 2026: complete for p3dn, p4d, p4de, p5* and p6, by one size for g6 and g6e, silent on the rest.";
const notListed = "No source read lists accelerated types here; the empty list says nothing.";

/** Fills in what AWS regions share. The residency note is made when read, for most runs never do. */
export function awsRegion(facts: AwsFacts): Region {
  return {
    cloud: "aws",
    partition: "aws",
    zones: [],
    accelerators: [],
    acceleratorsNote: facts.accelerators ? fromCatalogue : notListed,
    confidence: "high",
    sources,
    ...facts,
    get residency() {
      return residencyNote(facts.country);
    },
  };
}
