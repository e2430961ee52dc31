import { join } from "node:path";
import { readSnapshot } from "../../lib/screening/read";
import type { Entry, Snapshot } from "../../lib/screening/snapshot";

/** Invented entries in the published formats. */
export const JSON_LIST = join(__dirname, "consolidated.json");
export const CSV_LIST = join(__dirname, "consolidated.csv");

export const list = readSnapshot(JSON_LIST);

/** A list of one's own, as a reader would hand it over. */
export function listOf(...entries: (Partial<Entry> & { readonly name: string })[]): Snapshot {
  return {
    path: "list.json",
    digest: "sha256:0",
    date: "2026-11-20",
    entries: entries.map((entry, i) => ({
      id: `entry-${i}`,
      list: "EL",
      aliases: [],
      addresses: [],
      from: null,
      footnote4: false,
      ...entry,
    })),
  };
}
