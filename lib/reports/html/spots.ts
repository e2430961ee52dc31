import { findRegion } from "../../../regions";
import { coordinatesOf } from "../../../regions/coordinates";
import type { Location } from "../../inventory/placement";
import { countryName } from "../../jurisdictions";
import type { Answer } from "../../matrix/verdicts";
import { groupBy } from "../../text/group";
import { type Placed, worstAnswer } from "./placed";
import { sumOf } from "./totals";

/** Somewhere on the map. Without coordinates it is the middle of its country; without either it is nowhere. */
export interface Point {
  /** Degrees east and north. */
  readonly at: readonly [longitude: number, latitude: number] | null;
  readonly country: string | null;
}

/** All that is placed in one zone, or in one region. */
export interface Spot {
  readonly point: Point;
  readonly cloud: string;
  /** Code of the zone or region. */
  readonly code: string;
  /** "United Arab Emirates"; "country not known". */
  readonly countryName: string;
  readonly answer: Answer;
  /** Null where a part of it is not known. */
  readonly accelerators: number | null;
  /** Most first. */
  readonly chips: readonly { readonly name: string; readonly accelerators: number | null }[];
}

/** Largest first. */
export function spotsOf(placed: readonly Placed[]): Spot[] {
  const places = groupBy(placed, ({ location: { cloud, region, zone, country } }) =>
    JSON.stringify([cloud, region, isEdge(zone, region) ? zone : null, country]),
  );
  return [...places.values()].map(spotOf).sort((a, b) => sizeOf(b) - sizeOf(a));
}

function spotOf(group: readonly Placed[]): Spot {
  const { location } = group[0] as Placed;
  const { cloud, region, zone, country } = location;
  const chips = [...groupBy(group, ({ name }) => name)].map(([name, list]) => ({
    name,
    accelerators: sumOf(list).accelerators,
  }));
  return {
    point: pointOf(location),
    cloud,
    code: (isEdge(zone, region) ? zone : region) ?? zone ?? "region not known",
    countryName: country === null ? "country not known" : countryName(country),
    answer: worstAnswer(group.map(({ answer }) => answer)),
    accelerators: sumOf(group).accelerators,
    chips: chips.sort((a, b) => sizeOf(b) - sizeOf(a)),
  };
}

/** Whether a zone stands elsewhere than its region: the rest of a name of an Availability Zone is one letter. */
function isEdge(zone: string | null, region: string | null): boolean {
  return zone !== null && !(region !== null && /^-?[a-z0-9]$/.test(zone.replace(region, "")));
}

/** Where a location goes on the map. */
export function pointOf({ cloud, region, zone, country }: Omit<Location, "from">): Point {
  const home = region === null || cloud === "other" ? undefined : findRegion(cloud, region);
  if (country === null) return { at: null, country };
  const group = home?.zones
    .filter((one) => zone?.startsWith(one.group) && one.country === country)
    .sort((a, b) => b.group.length - a.group.length)[0];
  const name = group?.place ?? (home?.country === country ? home.name : undefined);
  const found = name === undefined ? undefined : coordinatesOf(country, name);
  return { at: found === undefined ? null : [found.longitude, found.latitude], country };
}

function sizeOf({ accelerators }: { readonly accelerators: number | null }): number {
  return accelerators ?? Number.POSITIVE_INFINITY;
}
