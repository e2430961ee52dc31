import { type Cloud, clouds } from "../lib/accelerators/datasheet";
import { azureRegions } from "./azure";
import { googleRegions } from "./google";
import { oracleRegions } from "./oracle";
import type { Region } from "./types";

export { clouds };

const tables = new Map<string, () => readonly Region[]>([
  // One file a region: read on the first question, for many commands ask none.
  ["aws", () => (require("./aws") as typeof import("./aws")).awsRegions],
  ["google", googleRegions],
  ["azure", azureRegions],
  ["oracle", oracleRegions],
]);
const read = new Map<string, ReadonlyMap<string, Region>>();

/** Every region of a cloud, those whose country is not known included. */
export function regionsOf(cloud: Cloud): readonly Region[] {
  return [...byCode(cloud).values()];
}

/** A cloud's region by its code, in any case; Azure's display names ("East Asia") count as codes. */
export function cloudRegion(cloud: Cloud, code: string): Region | undefined {
  return byCode(cloud).get(normalCode(code));
}

/** A code as the tables hold it: lower case, no spaces. */
export function normalCode(code: string): string {
  return code.trim().toLowerCase().replaceAll(" ", "");
}

function byCode(cloud: Cloud): ReadonlyMap<string, Region> {
  const known = read.get(cloud);
  if (known) return known;
  const regions = tables.get(cloud)?.() ?? [];
  const table = new Map(regions.map((region) => [region.code, region]));
  read.set(cloud, table);
  return table;
}
