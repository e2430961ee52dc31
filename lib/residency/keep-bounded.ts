import { keepJudged, onceByType } from "../inventory/keep";
import { cloudOf } from "../inventory/shapes";
import type { Keep, Wanted } from "../terraform/plan/parts";
import { someText } from "../terraform/synth/walk";
import { topOf } from "./attributes";
import { BOUNDARY_TAG } from "./boundary";
import { mayNamePlace } from "./comparators/text";
import { NAMES } from "./directory";
import { NAMES_ZONES } from "./places";
import { DESCRIBES } from "./sweep";
import { dataShapeOf } from "./tables";

/** What places machines, and what can carry data. */
export const keepBounded: Keep = {
  of: onceByType(wantedOf),
  isOpen: keepJudged.isOpen,
  tells: keepJudged.tells,
  isIdle: keepJudged.isIdle,
  // A text anywhere can name a place, but for those that describe.
  wants: (value, name) => {
    // Most values are texts that name nothing, which is told faster than what their name says.
    if (typeof value === "string" && !mayNamePlace(value)) return false;
    if (!describes(name)) return someText(value, mayNamePlace);
    return name === "tags_all" && someText(value, (text) => text === BOUNDARY_TAG);
  },
};

/** Names of attributes are few. */
function describes(name: string): boolean {
  let known = describing.get(name);
  if (known === undefined) {
    known = DESCRIBES.test(name);
    if (describing.size >= MOST_NAMES) describing.clear();
    describing.set(name, known);
  }
  return known;
}

const describing = new Map<string, boolean>();
const MOST_NAMES = 10_000;

function wantedOf(type: string): Wanted {
  const judged = keepJudged.of(type);
  if (judged === "everything" || cloudOf(type) !== "aws") return "everything";
  const tops = (dataShapeOf(type)?.attributes ?? []).flatMap((attribute) => [
    topOf(attribute),
    ...Object.keys(attribute.when ?? {}),
  ]);
  return new Set([...(judged ?? []), ...NAMES, "bucket", "region", ...NAMES_ZONES, ...tops]);
}
