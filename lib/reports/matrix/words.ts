import { type Datasheet, lookUpDatasheet } from "../../accelerators";
import type { Matrix } from "../../matrix/matrix";
import type { Answer, Verdict } from "../../matrix/verdicts";
import { counted } from "../format";

/** How an answer is written in a cell. */
export const CELL: Readonly<Record<Answer, string>> = {
  blocked: "BLOCKED",
  warned: "warned",
  authorized: "authorized",
  allowed: "allowed",
};

/** What stands behind the answers of a matrix, each once and numbered from 1. */
export function notesOf({ rows }: Matrix): string[] {
  return [...new Set(rows.flatMap(({ verdicts }) => verdicts.map(noteOf)))].filter((note) => note !== "");
}

/** "us-ear/uae (by BIS D1234567)"; empty where nothing is said. */
export function noteOf({ rules, authorizations }: Verdict): string {
  const by = authorizations.length === 0 ? "" : ` (by ${authorizations.join(", ")})`;
  return rules.length === 0 ? "" : rules.join(", ") + by;
}

/** A, B, C …: columns by the letter that stands for them. */
export function letterOf(column: number): string {
  const [tens, ones] = [Math.floor(column / 26), column % 26];
  return (tens === 0 ? "" : letterOf(tens - 1)) + String.fromCharCode(65 + ones);
}

/** What a matrix leaves out, said below every one. */
export const REACH =
  "One accelerator of each kind, quantities aside: an authorization counts wherever its scope reaches, whatever is left of it. Findings of a run (unknown values, data, caps) are not in it: `landfall check` judges those.";

/** What the policy alone raises, as lines; none where that is nothing. */
export function everywhereLines({ everywhere }: Matrix): string[] {
  if (everywhere.length === 0) return [];
  const blocks = everywhere.filter(({ level }) => level === "block").length;
  const lead = `Whatever is placed where, the policy itself raises ${counted(everywhere.length, "finding")}, ${blocks} of them blocking:`;
  return [lead, ...everywhere.map(({ rule, level, message }) => `${level} ${rule}: ${message}`)];
}

/** Names of accelerators as people say them: "H100 SXM". */
export function chipName(id: string): string {
  const sheet: Datasheet | undefined = lookUpDatasheet(id);
  return sheet === undefined ? id : sheet.name;
}
