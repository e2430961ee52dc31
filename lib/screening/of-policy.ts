import type { Policy, Screening } from "../policy/policy";
import type { Snapshot } from "./snapshot";

/** What parties are compared with, and from which score on a match blocks. */
export interface Screen {
  readonly snapshot: Snapshot;
  readonly threshold: number;
}

const read = new WeakMap<Screening, Snapshot>();

/**
 * The list that a policy names, read once for all runs under that policy; null where it names none.
 *
 * @throws InputError when it cannot be read
 */
export function screenOf({ screening }: Policy): Screen | null {
  if (screening === undefined) return null;
  // Its readers are read where a list is: most runs have none.
  const { readSnapshot } = require("./read") as typeof import("./read");
  const snapshot = read.get(screening) ?? readSnapshot(screening.list, screening.date);
  read.set(screening, snapshot);
  return { snapshot, threshold: screening.threshold };
}
