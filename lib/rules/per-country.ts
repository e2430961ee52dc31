import { placedTotal, type Total } from "../policy/total";
import type { Placed } from "./rule";

/** What may stand in one country. */
export interface CountryTotal {
  /** ISO 3166-1 alpha-2; null for any country that is not listed, where placements may stand anywhere. */
  readonly country: string | null;
  /** Null where a part of it is not known. */
  readonly total: Total;
}

/** What placements come to in each country: one that may stand in several counts in each of them. */
export function totalsByCountry(placed: readonly Placed[]): CountryTotal[] {
  const named = placed.flatMap(({ placement: { place } }) =>
    place.countries === "any" ? [] : place.countries,
  );
  const anywhere = placed.filter(({ placement: { place } }) => place.countries === "any");
  const rest = anywhere.length === 0 ? [] : [{ country: null, total: placedTotal(anywhere) }];
  const inCountry = (code: string) =>
    placed.filter(({ placement: { place } }) => place.countries === "any" || place.countries.includes(code));
  return [
    ...[...new Set(named)].sort().map((country) => ({ country, total: placedTotal(inCountry(country)) })),
    ...rest,
  ];
}
