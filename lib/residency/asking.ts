import type { KnownPlaces } from "../inventory/known-place";
import type { Place } from "../inventory/placement";
import type { Resource } from "../terraform/resource";
import type { Value } from "../terraform/value";
import type { Directory } from "./directory";
import type { Mask } from "./documents/mask";
import type { Destination } from "./flow";
import type { Places } from "./places";
import type { Names } from "./shape";

/** A value that names something, with what it takes to tell where that is. */
export interface Asking {
  readonly names: Names;
  /** Whose attribute it is. */
  readonly resource: Resource;
  /** Where the resource stands. */
  readonly home: Place | null;
  readonly places: Places;
  readonly directory: Directory;
  readonly known: KnownPlaces;
  /** False where all that the documents hold stands inside every boundary, so that no name of it leads out. */
  readonly isSpread: boolean;
  /** Compares a part of the value, as something else. */
  compare(value: Value, names: Names): Destination[];
}

/** Where a text leads; none where it stays. Parts that are not known stand in it as holes of the mask. */
export type Comparator = (text: string, asking: Asking, mask: Mask) => Destination[];
