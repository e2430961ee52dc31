import type { Confidence } from "../../accelerators/datasheet";

/** Bytes of a packet that a Transit Gateway carries over a peering; larger ones are dropped. */
export const BACKBONE_MTU = 8500;

/** A round trip's lower bound between two regions. */
export interface LatencyFloor {
  readonly milliseconds: number;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Milliseconds there and back. Real paths were seen at 1.2 to 2 times as much, which is unverified. */
// biome-ignore format: a table, one pair a line
const FLOORS: readonly (readonly [one: string, other: string, milliseconds: number])[] = [
  ["us-east-1", "us-west-2", 34],
  ["us-east-1", "eu-west-1", 54],
  ["us-east-1", "eu-central-1", 64],
  ["eu-west-1", "eu-central-1", 11],
  ["us-west-2", "ap-northeast-1", 78],
  ["us-west-2", "ap-southeast-2", 123],
  ["eu-central-1", "ap-south-1", 64],
  ["eu-central-1", "me-central-1", 47],
  ["ap-northeast-1", "ap-southeast-1", 52],
  ["ap-southeast-1", "ap-southeast-2", 62],
  ["us-east-1", "sa-east-1", 75],
];

/** The floor between two regions by their codes; undefined for a pair that nobody computed. */
export function latencyFloor(one: string, other: string): LatencyFloor | undefined {
  const found = FLOORS.find(([a, b]) => (a === one && b === other) || (a === other && b === one));
  if (!found) return undefined;
  const source = "computed: great circle between the regions' cities at 4.9 µs/km";
  return { milliseconds: found[2], confidence: "medium", source };
}
