import { screeningList } from "../../screening/lists";
import type { Match } from "../../screening/screen";
import type { Snapshot } from "../../screening/snapshot";

/** "the snapshot of 2026-11-20". */
export function snapshotOfDay({ date }: Pick<Snapshot, "date">): string {
  return date === null ? "the snapshot of an unknown day" : `the snapshot of ${date}`;
}

/** "matches the name "X" of the Entity List (EL), score 97 of 100, in the snapshot of 2026-11-20 (entry 4711)". */
export function foundIn({ entry, score, by, text }: Match, snapshot: Snapshot): string {
  const of = by === "address" || entry.name === text ? "" : ` of ${entry.name}`;
  return `matches the ${by} "${text}"${of} on the ${listName(entry.list)}, score ${score} of 100, in ${snapshotOfDay(snapshot)} (entry ${entry.id})`;
}

function listName(code: string): string {
  const { name } = screeningList(code);
  return name === code ? `list "${code}", which Landfall does not know,` : `${name} (${code})`;
}
