import { keepJudged } from "../inventory/keep";
import type { Keep } from "../terraform/plan/parts";
import type { ReadOptions } from "../terraform/read";
import { BOUNDARY_TAG, type StackBoundary } from "./boundary";

/**
 * What to hold of plans and states: where a boundary is drawn also what can carry data, otherwise what can place
 * machines. Code draws boundaries too, which shows only in the document.
 */
export function keepFor({
  boundaries,
}: {
  readonly boundaries: readonly StackBoundary[];
}): Pick<ReadOptions, "keep" | "keepIf"> {
  if (boundaries.length > 0) return { keep: keepBounded() };
  return { keep: keepJudged, keepIf: { says: BOUNDARY_TAG, keep: keepBounded } };
}

// Its tables are read where there is a boundary: most runs have none.
const keepBounded = (): Keep => (require("./keep-bounded") as typeof import("./keep-bounded")).keepBounded;
