import type { Reading } from "../terraform/resource";
import { isUnknown } from "../terraform/value";
import type { Place, PlaceExpressions } from "./placement";

/** With the text that decides the region, where anything is left to decide. */
export function ofRegion(place: Place, reading: Reading): Place {
  const { written } = reading;
  return written === undefined || !isOpen(reading) ? place : { ...place, expressions: { region: written } };
}

/** With the text that decides the zone, where anything is left to decide. */
export function ofZone(place: Place, reading: Reading): Place {
  const { written } = reading;
  if (!isOpen(reading)) return place;
  if (written === undefined) return ofAnyZone(place);
  const { anyZone: _, ...others } = place.expressions ?? {};
  return { ...place, expressions: { ...others, zone: written } };
}

/** Whether only Terraform will know it for sure. */
export function isOpen({ value, trace }: Reading): boolean {
  return isUnknown(value) || trace.assumed.size > 0;
}

/** With nothing that decides the zone. */
export function ofAnyZone(place: Place): Place {
  return { ...place, expressions: { ...place.expressions, anyZone: true } };
}

/** What of an expression means the same in another resource: each has its own `each`, `count` and `self`. */
export function outside(expression: string | undefined): string | undefined {
  return expression !== undefined && /\b(each|count|self)\s*\./.test(expression) ? undefined : expression;
}

/** A place found through another resource. */
export function seenFromOutside(place: Place): Place {
  const { expressions, ...rest } = place;
  if (expressions === undefined) return place;
  const { region, zone, anyZone } = expressions;
  if (outside(region) !== region) return rest;
  const seen: PlaceExpressions = {
    ...(region === undefined ? {} : { region }),
    ...(anyZone || outside(zone) !== zone ? { anyZone: true } : zone === undefined ? {} : { zone }),
  };
  return { ...rest, expressions: seen };
}
