import type { Capacity } from "./props";

/** What a machine type demands beyond its interfaces. */
export interface Constraint {
  /** The only ways to come by it. */
  readonly capacity: readonly Capacity[];
  /** The only zone it stands in. */
  readonly zone?: { readonly name: string; readonly place: string };
  /** Machines come in multiples of this. */
  readonly multipleOf?: number;
  readonly because: string;
}

/**
 * Source: AWS's guides to Capacity Blocks and to UltraServers on EKS, and third-party notes on them of 2026-08-01. The
 * zone's number is a guess where AWS writes only "Dallas Local Zone" (medium).
 */
const constraints: Readonly<Record<string, Constraint>> = {
  "p6e-gb200.36xlarge": {
    capacity: ["capacity-block"],
    zone: { name: "us-east-1-dfw-2a", place: "the Dallas Local Zone" },
    multipleOf: 9,
    because: "it is sold only as UltraServers of 9 or 18 machines, by capacity block",
  },
  "trn2u.48xlarge": {
    capacity: ["on-demand", "reservation", "capacity-block"],
    because: "it is not sold as spot capacity",
  },
};

export function constraintOf(machineType: string): Constraint | undefined {
  return constraints[machineType];
}
