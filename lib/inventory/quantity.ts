import type { Reading, Resource } from "../terraform/resource";
import { settled } from "./read-names";
import type { Quantity } from "./shape";

/** A number of machines or accelerators; null where a limit is not known. */
export type Count = number | null;

/** Where a quantity's paths are read: at the resource, or outwards from a machine attribute. */
export interface QuantityScope {
  readonly resource: Resource;
  /** The machine attribute that dotted paths start from. */
  readonly reading?: Reading;
  /** Zones the resource stands in; null where not known. */
  readonly zones: Count;
}

export function quantityOf(quantity: Quantity | undefined, scope: QuantityScope): Count {
  if (quantity === undefined) return 1;
  const plain = quantity.paths.flatMap((path) => numbersAt(path, scope));
  const perZone = (quantity.perZone ?? []).flatMap((path) => numbersAt(path, scope));
  const counts = [...plain, ...perZone.map((count) => multiply(count, scope.zones))];
  return counts.length === 0 ? quantity.otherwise : largest(counts);
}

/** Reads a path of a quantity: from the resource, or with dots outwards from the machine attribute. */
export function readAround(path: string, { resource, reading }: Omit<QuantityScope, "zones">): Reading[] {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  return dots === 0 ? resource.read(path) : (reading?.sibling(path.slice(dots), dots - 1) ?? []);
}

function numbersAt(path: string, scope: QuantityScope): Count[] {
  return settled(readAround(path, scope)).map(({ value }) => {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
  });
}

export function multiply(a: Count, b: Count): Count {
  return a === null || b === null ? null : a * b;
}

/** The largest; not known as soon as one is not. */
export function largest(counts: readonly Count[]): Count {
  return counts.reduce<Count>(
    (most, count) => (most === null || count === null ? null : Math.max(most, count)),
    0,
  );
}
