import { residencyNote } from "./regimes";
import type { Region } from "./types";

type TableFacts = Omit<Region, "residency" | "zones">;

/** A region of a cloud whose regions have no zones abroad. */
export function tableRegion(facts: TableFacts): Region {
  return {
    ...facts,
    zones: [],
    get residency() {
      return residencyNote(facts.country);
    },
  };
}
