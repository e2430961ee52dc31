import type { Cloud } from "../accelerators/datasheet";
import type { Reading, Resource } from "../terraform/resource";
import { isUnknown, textOf } from "../terraform/value";
import { seenFromOutside } from "./expressions";
import { identified } from "./identity";
import {
  distinct,
  type KnownPlaces,
  named,
  statedPlace,
  unknown,
  unresolved,
  within,
  withSteps,
} from "./known-place";
import { applies, namesIn } from "./machines";
import type { Place } from "./placement";
import { readNames } from "./read-names";
import { codePlace, otherRegions, regionPlace } from "./region";
import type { ResourceShape } from "./shape";
import { shapeOf } from "./shapes";
import { zonePlace } from "./zone";

/**
 * Every place a resource's machines may stand, one per country. `templates` are the launch templates it
 * uses, which can name a zone or a subnet too.
 */
export function placesOf(
  resource: Resource,
  shape: ResourceShape,
  cloud: Cloud,
  known: KnownPlaces,
  templates: readonly Resource[] = [],
): Place[] {
  if (visiting.has(resource)) {
    const why = `the place of ${resource.address} is said to be its own`;
    return [unresolved(cloud, resource.address, "place", why)];
  }
  visiting.add(resource);
  try {
    return placesFound(resource, shape, cloud, known, templates);
  } finally {
    visiting.delete(resource);
  }
}

/** Resources whose place is being found: references may run in a circle, which only Terraform refuses. */
const visiting = new Set<Resource>();

function placesFound(
  resource: Resource,
  shape: ResourceShape,
  cloud: Cloud,
  known: KnownPlaces,
  templates: readonly Resource[],
): Place[] {
  const region = regionPlace(resource, shape, cloud);
  const holders = [resource, ...templates].map((holder) => ({
    holder,
    shape: holder === resource ? shape : (shapeOf(holder.type) ?? {}),
  }));
  const parents = holders.flatMap(({ holder, shape }) =>
    readNames(holder, shape.parents).flatMap((r) => parentPlaces(r, holder, cloud, known)),
  );
  if (parents.length > 0) return withContradicted(parents, region);
  const outposts = holders.flatMap(({ holder, shape }) =>
    readNames(holder, shape.outposts).map((r) => outpostPlace(r, region, known)),
  );
  if (outposts.length > 0) return distinct(outposts);
  const found = holders.flatMap(({ holder, shape }) =>
    zonesAndSubnets(holder, shape, region, known).map(holder === resource ? itself : seenFromOutside),
  );
  if (found.length === 0) return distinct([region, ...otherRegions(resource, shape, cloud)]);
  return withContradicted(found, region);
}

function itself(place: Place): Place {
  return place;
}

function zonesAndSubnets(holder: Resource, shape: ResourceShape, region: Place, known: KnownPlaces): Place[] {
  const conditional = (shape.conditionalPlaces ?? []).flatMap((place) =>
    holder
      .read(place.path)
      .filter((reading) => applies(place, reading))
      .flatMap((reading) =>
        namesIn(reading.value, place.separator).map((value) => ({
          holds: place.holds,
          reading: { ...reading, value },
        })),
      ),
  );
  const of = (holds: string) =>
    conditional.filter((one) => one.holds === holds).map(({ reading }) => reading);
  const zones = [...readNames(holder, shape.zones), ...of("zone")].map((r) =>
    zonePlace(r, region, holder, known),
  );
  const subnets = [...readNames(holder, shape.subnets), ...of("subnet")].flatMap((r) =>
    subnetPlaces(r, region, holder, known),
  );
  const isPinned = (shape.zones ?? []).some((path) => !path.includes(".")) && zones.some(isCertain);
  const regions = of("region").map((r) => codePlace(r, region.location.cloud as Cloud, r.path));
  // A machine's own zone is its subnet's, or AWS refuses the two together.
  return [...zones, ...(isPinned ? subnets.filter(isCertain) : subnets), ...regions];
}

function isCertain({ problem }: Place): boolean {
  return problem === null;
}

/** With the region itself, where a subnet or a cluster of another one is named: one of the two is not what it seems. */
function withContradicted(found: readonly Place[], region: Place): Place[] {
  return distinct(found.some((place) => contradicts(place, region)) ? [...found, region] : found);
}

function contradicts(place: Place, region: Place): boolean {
  const [there, here] = [place.location.region, region.location.region];
  const isOfAws = place.location.cloud === "aws" && region.location.cloud === "aws";
  return isOfAws && there !== null && here !== null && there !== here;
}

function subnetPlaces(reading: Reading, region: Place, holder: Resource, known: KnownPlaces): Place[] {
  const { value } = reading;
  const stated = isUnknown(value) ? undefined : statedPlace(textOf(value), reading, region, known);
  if (stated) return [stated];
  const subnets = identified(value, holder);
  if (subnets.length > 0 && subnets.every(holdsMachines))
    return subnets.flatMap((subnet) => followedSubnet(subnet, reading, region, known));
  const why = isUnknown(value)
    ? `the zone of the subnet is not known (${value.why})`
    : `the zone of subnet \`${textOf(value)}\` is not in the documents`;
  return [within(region, reading.path, why, reading)];
}

/** Whether it is a subnet or a network interface: anything may have an id that looks like one's. */
function holdsMachines({ type }: Resource): boolean {
  const { zones, subnets } = shapeOf(type) ?? {};
  return zones !== undefined || subnets !== undefined;
}

function followedSubnet(subnet: Resource, reading: Reading, region: Place, known: KnownPlaces): Place[] {
  const shape = shapeOf(subnet.type) ?? {};
  const zones = readNames(subnet, shape.zones);
  const subnets = readNames(subnet, shape.subnets);
  if (subnet.mode === "data" && zones.length + subnets.length === 0)
    return [within(region, reading.path, `the zone of ${subnet.address} is read at plan`, reading)];
  return subnetOwnPlaces(subnet, shape, known).map((place) =>
    withSteps(named(seenFromOutside(place), subnet.address), [
      ...reading.trace.steps,
      `${reading.path} is ${subnet.address}`,
    ]),
  );
}

const subnetPlacesKnown = new WeakMap<Resource, { known: KnownPlaces; places: Place[] }>();

/** Many machines share a subnet. */
function subnetOwnPlaces(subnet: Resource, shape: ResourceShape, known: KnownPlaces): Place[] {
  const remembered = subnetPlacesKnown.get(subnet);
  if (remembered?.known === known) return remembered.places;
  const places = placesOf(subnet, shape, "aws", known);
  // In the midst of a circle the answer holds only there.
  if (visiting.size <= 1) subnetPlacesKnown.set(subnet, { known, places });
  return places;
}

function parentPlaces(reading: Reading, resource: Resource, cloud: Cloud, known: KnownPlaces): Place[] {
  return identified(reading.value, resource).flatMap((parent) => {
    const shape = shapeOf(parent.type);
    if (shape === undefined) return [];
    return placesOf(parent, shape, cloud, known).map((place) =>
      named(seenFromOutside(place), parent.address),
    );
  });
}

function outpostPlace(reading: Reading, region: Place, known: KnownPlaces): Place {
  const name = isUnknown(reading.value) ? reading.value.expression : textOf(reading.value);
  const stated = statedPlace(name, reading, region, known);
  if (stated) return stated;
  const { cloud, region: code } = region.location;
  return unknown(
    cloud,
    { region: code, from: reading.path },
    reading,
    `\`${name}\` is hardware on a site that AWS does not tell`,
  );
}
