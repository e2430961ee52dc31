import { findRegion, locateZone } from "../../regions";
import type { Cloud } from "../accelerators/datasheet";
import type { Provider, Reading, Resource } from "../terraform/resource";
import { isUnknown, textOf } from "../terraform/value";
import { foreignEndpoint } from "./endpoints";
import { ofRegion } from "./expressions";
import { placed, unknown, unresolved } from "./known-place";
import type { Place } from "./placement";
import { settled } from "./read-names";
import type { ResourceShape } from "./shape";

/** Where the resources made through a provider stand, as far as the provider tells. */
export function providerPlace(provider: Provider, cloud: Cloud): Place {
  const known = providerPlaces.get(provider);
  if (known?.cloud === cloud) return known.place;
  const place = providerPlaceRead(provider, cloud);
  providerPlaces.set(provider, { cloud, place });
  return place;
}

/** A provider makes thousands. */
const providerPlaces = new WeakMap<Provider, { readonly cloud: Cloud; readonly place: Place }>();

function providerPlaceRead(provider: Provider, cloud: Cloud): Place {
  const from = `provider ${provider.key}`;
  if (provider.missing !== null) return unresolved(cloud, from, "region", provider.missing);
  const zone = cloud === "google" ? provider.read("zone")[0] : undefined;
  const reading = zone ?? provider.read("region")[0];
  if (reading === undefined) {
    return unresolved(
      cloud,
      from,
      "region",
      `provider \`${provider.key}\` sets no region, so it comes from the environment`,
    );
  }
  const place = codePlace(reading, cloud, from);
  const elsewhere = foreignEndpoint(provider, place.location.region);
  if (elsewhere === undefined) return place;
  return unresolved(cloud, from, "endpoints", `provider \`${provider.key}\` sends its calls to ${elsewhere}`);
}

/** The region a resource is made in: its own argument's, or its provider's. */
export function regionPlace(resource: Resource, shape: ResourceShape, cloud: Cloud): Place {
  for (const path of regionPaths(resource, shape)) {
    const [reading] = settled(resource.read(path));
    if (reading !== undefined) return codePlace(reading, cloud, path);
  }
  const [standing] = isOfAws(resource) ? resource.read("arn").flatMap(regionOfArn) : [];
  if (standing !== undefined) return codePlace(standing, cloud, "arn");
  return providerPlace(resource.provider, cloud);
}

/** The region in the ARN that a thing has once it stands. */
function regionOfArn(reading: Reading): Reading[] {
  const [, region] = /^arn:aws[\w-]*:[\w-]+:([a-z0-9-]+):/.exec(textOf(reading.value)) ?? [];
  return region === undefined || isUnknown(reading.value) ? [] : [{ ...reading, value: region }];
}

/** Further regions of a resource that names several. */
export function otherRegions(resource: Resource, shape: ResourceShape, cloud: Cloud): Place[] {
  const named = (shape.zonesOrRegions ?? []).concat(shape.regions ?? []);
  return named
    .flatMap((path) => resource.read(path))
    .slice(isOfAws(resource) ? 0 : 1)
    .map((reading) => codePlace(reading, cloud, reading.path));
}

function regionPaths(resource: Resource, shape: ResourceShape): readonly string[] {
  if (isOfAws(resource)) return resource.type.startsWith("aws_") ? ["region"] : [];
  return [...(shape.zonesOrRegions ?? []), ...(shape.regions ?? [])];
}

/** What AWS's providers make stands in one region; those that a resource names come on top. */
function isOfAws({ type }: Resource): boolean {
  return type.startsWith("aws_") || type.startsWith("awscc_");
}

/** A region or zone code, as a place. */
export function codePlace(reading: Reading, cloud: Cloud, from: string): Place {
  const { value } = reading;
  if (isUnknown(value)) return ofRegion(unresolved(cloud, from, reading.path, value.why, reading), reading);
  const code = textOf(value);
  const region = findRegion(cloud, code);
  if (region === undefined) {
    const zone = locateZone(cloud, code);
    if (zone === undefined)
      return unknown(cloud, { region: code, from }, reading, `\`${code}\` is not a region we know`);
    return zone.country === null
      ? unknown(
          cloud,
          { region: zone.region, zone: code, from },
          reading,
          `the country of zone \`${code}\` is not known`,
        )
      : placed({ cloud, region: zone.region, zone: zone.zone, country: zone.country, from }, reading);
  }
  if (region.country === null) {
    return unknown(
      cloud,
      { region: code, from },
      reading,
      `the country of region \`${code}\` is not published`,
    );
  }
  const location = { cloud: region.cloud, region: region.code, zone: null, country: region.country, from };
  return ofRegion(placed(location, reading), reading);
}
