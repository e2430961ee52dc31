import { candidateCountries, findRegion, findSite } from "../../regions";
import type { Reading } from "../terraform/resource";
import { ofAnyZone } from "./expressions";
import type { Location, Place, Problem } from "./placement";

/** Names outside the code whose country the policy states: Outposts, subnets, … */
export type KnownPlaces = Readonly<Record<string, string>>;

type Cloudish = Location["cloud"];

export function placed(location: Location, reading: Reading, region?: Place): Place {
  return {
    location,
    countries: location.country === null ? "any" : [location.country],
    problem: null,
    steps: [...(region?.steps ?? []), ...reading.trace.steps],
    assumed: [...(region?.assumed ?? []), ...reading.trace.assumed],
    ...(region?.expressions === undefined ? {} : { expressions: region.expressions }),
  };
}

export function unresolved(
  cloud: Cloudish,
  from: string,
  what: string,
  why: string,
  reading?: Reading,
): Place {
  return nowhere(cloud, { from }, { rule: "gate/unresolved", what, why }, reading);
}

export function unknown(cloud: Cloudish, location: Partial<Location>, reading: Reading, why: string): Place {
  return nowhere(cloud, location, { rule: "gate/unknown-location", what: reading.path, why }, reading);
}

/** A place that nothing tells. */
export function nowhere(
  cloud: Cloudish,
  location: Partial<Location> = {},
  problem: Problem | null = null,
  reading?: Reading,
): Place {
  return {
    location: { cloud, region: null, zone: null, country: null, from: "nothing", ...location },
    countries: "any",
    problem,
    steps: reading?.trace.steps ?? [],
    assumed: [...(reading?.trace.assumed ?? [])],
  };
}

export function named(place: Place, from: string): Place {
  return { ...place, location: { ...place.location, from } };
}

export function withSteps(place: Place, steps: readonly string[]): Place {
  return { ...place, steps: [...place.steps, ...steps] };
}

/** Somewhere in the region, perhaps in one of its zones abroad. */
export function within(region: Place, what: string, why: string, reading: Reading): Place {
  const { cloud, region: code } = region.location;
  const found = code !== null && cloud !== "site" && cloud !== "other" ? findRegion(cloud, code) : undefined;
  if (found === undefined || region.problem !== null) return ofAnyZone(region);
  const countries = candidateCountries(found);
  if (countries.length === 1) return ofAnyZone(withSteps(region, reading.trace.steps));
  return ofAnyZone({
    ...region,
    location: { ...region.location, country: null },
    countries,
    problem: {
      rule: "gate/unresolved",
      what,
      why: `${why}, and ${code} has zones in ${countries.join(", ")}`,
    },
    steps: [...region.steps, ...reading.trace.steps],
    assumed: [...region.assumed, ...reading.trace.assumed],
  });
}

/** What the policy's `known:` or a site defined in `regions/` says of a name. */
export function statedPlace(
  name: string,
  reading: Reading,
  region: Place,
  known: KnownPlaces,
): Place | undefined {
  const { cloud, region: code } = region.location;
  if (Object.hasOwn(known, name)) {
    return placed(
      { cloud, region: code, zone: null, country: known[name] as string, from: "known of the policy" },
      reading,
    );
  }
  const site = findSite(name);
  if (site === undefined) return undefined;
  return placed(
    { cloud: "site", region: site.code, zone: null, country: site.country, from: `site ${site.code}` },
    reading,
  );
}

/** One place per country and problem: machines spread over many zones of one country stand there once. */
export function distinct(places: readonly Place[]): Place[] {
  const seen = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.location.country} ${place.countries} ${place.problem?.why} ${JSON.stringify(place.expressions)}`;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}
