import type { Placement } from "../inventory/placement";
import type { Kind, Placed } from "../rules/rule";
import { withoutIndex } from "../text/address";
import { groupBy } from "../text/group";

/** Accelerators and their total processing performance; null where a part of it is not known. */
export interface Total {
  readonly accelerators: number | null;
  /** Count × TPP of one, added up; unrounded. */
  readonly tpp: number | null;
}

/** A placement with the TPP of one of its accelerators, null where unpublished. */
export interface Load {
  readonly placement: Pick<Placement, "stack" | "address" | "stage" | "count">;
  readonly tpp: number | null;
}

/**
 * What placements come to. A configuration, its plan and its state show the same thing: what they hold under one
 * address of one stack counts once, and where they differ the larger counts.
 */
export function totalOf(loads: readonly Load[]): Total {
  // Documents of one kind show nothing twice, and a run may hold tens of thousands of placements.
  const oneKind = loads.every(({ placement }) => placement.stage === loads[0]?.placement.stage);
  return shown(oneKind ? added(loads) : largestOfEach(loads));
}

/** With the most capable of the accelerators each may turn out to be. */
export function placedTotal(placed: readonly Placed[]): Total {
  return totalOf(placed.map(({ placement, kinds }) => ({ placement, tpp: mostTpp(kinds) })));
}

function mostTpp(kinds: Placed["kinds"]): number | null {
  if (kinds.length === 0) return null;
  return kinds.reduce<number | null>(
    (most, { tpp }) => (most === null || tpp === null ? null : Math.max(most, tpp)),
    0,
  );
}

/** Whether an authorization or cap with these accelerators, ids or classes, is for one of a kind; absent: any. */
export function isOf(accelerators: readonly string[] | undefined, kind: Kind): boolean {
  return (
    accelerators === undefined ||
    accelerators.includes(kind.accelerator) ||
    accelerators.includes(String(kind.class))
  );
}

/** Whether a part of a total is more than a limit, or not known to be within it. */
export function isOver(value: number | null, limit: number | undefined): boolean {
  return limit !== undefined && (value === null || value > limit);
}

/** Not known is boundless while it is added up: it is more than any limit. */
interface Sums {
  readonly accelerators: number;
  readonly tpp: number;
}

function largestOfEach(loads: readonly Load[]): Sums {
  const things = groupBy(loads, ({ placement: { stack, address } }) =>
    JSON.stringify([stack, withoutIndex(address)]),
  );
  return sumOf([...things.values()].map(largestOfThing));
}

/** The most that one kind of document holds, or that all of them together list of its instances. */
function largestOfThing(loads: readonly Load[]): Sums {
  const listed = loads.filter(({ placement: { address } }) => address !== withoutIndex(address));
  const instances = [...groupBy(listed, ({ placement }) => placement.address).values()];
  return largest([...byStage(loads), sumOf(instances.map((list) => largest(byStage(list))))]);
}

function byStage(loads: readonly Load[]): Sums[] {
  return [...groupBy(loads, ({ placement }) => placement.stage).values()].map(added);
}

function added(loads: readonly Load[]): Sums {
  let accelerators = 0;
  let tpp = 0;
  for (const { placement, tpp: each } of loads) {
    const count = placement.count ?? Number.POSITIVE_INFINITY;
    accelerators += count;
    // None of what is not known is none.
    tpp += count === 0 || each === 0 ? 0 : count * (each ?? Number.POSITIVE_INFINITY);
  }
  return { accelerators, tpp };
}

function largest(all: readonly Sums[]): Sums {
  return {
    accelerators: Math.max(0, ...all.map(({ accelerators }) => accelerators)),
    tpp: Math.max(0, ...all.map(({ tpp }) => tpp)),
  };
}

function sumOf(all: readonly Sums[]): Sums {
  return {
    accelerators: all.reduce((sum, { accelerators }) => sum + accelerators, 0),
    tpp: all.reduce((sum, { tpp }) => sum + tpp, 0),
  };
}

function shown({ accelerators, tpp }: Sums): Total {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return { accelerators: known(accelerators), tpp: known(tpp) };
}
