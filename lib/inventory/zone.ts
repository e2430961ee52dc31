import { findRegion, locateZone } from "../../regions";
import type { Cloud } from "../accelerators/datasheet";
import type { Reading, Resource } from "../terraform/resource";
import { isUnknown, textOf, type Unknown } from "../terraform/value";
import { ofZone } from "./expressions";
import { identified } from "./identity";
import { type KnownPlaces, placed, statedPlace, unknown, within, withSteps } from "./known-place";
import type { Place } from "./placement";
import { readNames } from "./read-names";
import type { ResourceShape } from "./shape";

/** How many zones its machines are spread over; null where that is not written. */
export function zoneCount(resource: Resource, shape: ResourceShape, cloud: Cloud): number | null {
  const zones = readNames(resource, shape.zones);
  const homes = readNames(resource, shape.zonesOrRegions);
  if ([...zones, ...homes].some(({ value }) => isUnknown(value))) return null;
  const named = new Set(
    [...zones, ...homes].map(({ value }) => textOf(value)).filter((name) => !findRegion(cloud, name)),
  );
  return named.size > 0 ? named.size : null;
}

export function zonePlace(reading: Reading, region: Place, holder: Resource, known: KnownPlaces): Place {
  const { value } = reading;
  const { cloud } = region.location;
  if (isUnknown(value)) return unknownZone(value, reading, region, holder);
  const name = textOf(value);
  const stated = statedPlace(name, reading, region, known);
  if (stated) return stated;
  if (cloud === "site" || cloud === "other") return region;
  // Google's machines stand where their zone says, whatever the provider's own region.
  const home = cloud === "google" ? undefined : (region.location.region ?? undefined);
  const zone = locateZone(cloud, name, home);
  if (zone === undefined || zone.country === null) {
    return unknown(
      cloud,
      { region: region.location.region, zone: name, from: reading.path },
      reading,
      `\`${name}\` is not a zone we know${home ? ` in ${home}` : ""}`,
    );
  }
  const from = `${reading.path} of ${holder.address}`;
  const location = { cloud, region: zone.region, zone: zone.zone, country: zone.country, from };
  return ofZone(placed(location, reading, region), reading);
}

/** A zone taken from a data source: any zone of the region, or none but its own when the filter says so. */
function unknownZone(value: Unknown, reading: Reading, region: Place, holder: Resource): Place {
  const sources = identified(value, holder);
  if (sources.length > 0 && sources.every(listsOnlyRegularZones))
    return withSteps(region, reading.trace.steps);
  const why = `the zone of ${holder.address} is not known (${value.why})`;
  return ofZone(within(region, reading.path, why, reading), reading);
}

/** `aws_availability_zones` leaves Local and Wavelength Zones out when it is filtered so. */
function listsOnlyRegularZones(source: Resource): boolean {
  if (source.type !== "aws_availability_zones") return false;
  return source.read("filter.name").some(({ value, sibling }) => {
    const wanted =
      value === "opt-in-status" ? "opt-in-not-required" : value === "zone-type" ? "availability-zone" : null;
    const values = sibling("values");
    return wanted !== null && values.length > 0 && values.every((one) => one.value === wanted);
  });
}
