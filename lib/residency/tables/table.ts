import type { DataAttribute } from "../shape";

/** What carries data, by resource type. */
export type Table = Readonly<Record<string, readonly DataAttribute[]>>;

/** Paths by resource type: one, or a list. */
export type Paths = Readonly<Record<string, string | readonly string[]>>;

/** The same said of every path. */
export function each(paths: Paths, said: Omit<DataAttribute, "path">): Table {
  return Object.fromEntries(
    Object.entries(paths).map(([type, of]) => [type, [of].flat().map((path) => ({ path, ...said }))]),
  );
}
