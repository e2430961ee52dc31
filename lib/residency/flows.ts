import type { KnownPlaces } from "../inventory/known-place";
import { openAll } from "../inventory/opaque-text";
import type { Estate } from "../terraform/resource";
import { Boundaries, type DataBoundary, type StackBoundary } from "./boundary";
import type { DataFlow } from "./flow";
import { asResources } from "./module-call";

/** What was found of data on its way. */
export interface DataFlows {
  /** Those that leave a boundary, or may. */
  readonly flows: readonly DataFlow[];
  /** Every boundary there is, of the policy and of code. */
  readonly boundaries: readonly DataBoundary[];
}

/**
 * Every way by which data of an estate can leave the boundaries drawn around it, by the policy or in code. An estate
 * without any costs nothing.
 *
 * @param known names outside the code whose country the policy states
 */
export function flowsOf(estate: Estate, drawn: readonly StackBoundary[], known: KnownPlaces = {}): DataFlows {
  const written = estate.resources.filter(({ mode }) => mode === "managed");
  const boundaries = new Boundaries(drawn, written);
  if (boundaries.isEmpty) return { flows: [], boundaries: [] };
  const opened = [...openAll(written).values()].flatMap(({ resources }) => resources);
  const modules = estate.modules.flatMap(asResources);
  // Its tables are read where there is a boundary: most runs have none.
  const { Finder } = require("./finder") as typeof import("./finder");
  const finder = new Finder(estate, [...written, ...opened, ...modules], boundaries, known);
  return { flows: finder.find(), boundaries: boundaries.all };
}
