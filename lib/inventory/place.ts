import { candidateCountries, findRegion, findSite, locateZone } from "../../regions";
import type { Cloud } from "../accelerators/datasheet";
import type { Provider, Reading, Resource } from "../terraform/resource";
import { isUnknown, type Unknown, type Value } from "../terraform/value";
import { applies, namesIn } from "./machines";
import type { Location, Place, Problem } from "./placement";
import type { ResourceShape } from "./shape";
import { shapeOf } from "./shapes";

/** Names outside the code whose country the policy states: Outposts, subnets, … */
export type KnownPlaces = Readonly<Record<string, string>>;

const EMULATOR = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)([:/]|$)/i;

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
  const region = regionPlace(resource, shape, cloud);
  const holders = [resource, ...templates].map((holder) => ({
    holder,
    shape: holder === resource ? shape : (shapeOf(holder.type) ?? {}),
  }));
  const parents = holders.flatMap(({ holder, shape }) =>
    readAll(holder, shape.parents).flatMap((r) => parentPlaces(r, holder, cloud, known)),
  );
  if (parents.length > 0) return distinct(parents);
  const outposts = holders.flatMap(({ holder, shape }) =>
    readAll(holder, shape.outposts).map((r) => outpostPlace(r, region, known)),
  );
  if (outposts.length > 0) return distinct(outposts);
  const found = holders.flatMap(({ holder, shape }) => zonesAndSubnets(holder, shape, region, known));
  if (found.length === 0) return distinct([region, ...otherRegions(resource, shape, cloud)]);
  return distinct(found.some((place) => contradicts(place, region)) ? [...found, region] : found);
}

/** How many zones its machines are spread over; null where that is not written. */
export function zoneCount(resource: Resource, shape: ResourceShape, cloud: Cloud): number | null {
  const zones = readAll(resource, shape.zones);
  const homes = readAll(resource, shape.zonesOrRegions);
  if ([...zones, ...homes].some(({ value }) => isUnknown(value))) return null;
  const named = new Set(
    [...zones, ...homes].map(({ value }) => String(value)).filter((name) => !findRegion(cloud, name)),
  );
  return named.size > 0 ? named.size : null;
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
  const zones = [...readAll(holder, shape.zones), ...of("zone")].map((r) =>
    zonePlace(r, region, holder, known),
  );
  const subnets = [...readAll(holder, shape.subnets), ...of("subnet")].flatMap((r) =>
    subnetPlaces(r, region, holder, known),
  );
  const regions = of("region").map((r) => codePlace(r, region.location.cloud as Cloud, r.path));
  return [...zones, ...subnets, ...regions];
}

/** Further places of a resource that names several in one attribute. */
function otherRegions(resource: Resource, shape: ResourceShape, cloud: Cloud): Place[] {
  return readAll(resource, [...(shape.zonesOrRegions ?? []), ...(shape.regions ?? [])])
    .slice(1)
    .map((reading) => codePlace(reading, cloud, reading.path));
}

/** A subnet of another region cannot hold this machine: one of the two is not what it seems. */
function contradicts(place: Place, region: Place): boolean {
  const [there, here] = [place.location.region, region.location.region];
  return place.location.cloud === region.location.cloud && there !== null && here !== null && there !== here;
}

/** Where the resources made through a provider stand, as far as the provider tells. */
export function providerPlace(provider: Provider, cloud: Cloud): Place {
  const from = `provider ${provider.key}`;
  if (provider.missing !== null) return unresolved(cloud, from, "region", provider.missing);
  const elsewhere = provider.read("endpoints").length > 0 ? foreignEndpoint(provider) : undefined;
  const reading = provider.read("zone")[0] ?? provider.read("region")[0];
  if (reading === undefined) {
    return unresolved(
      cloud,
      from,
      "region",
      `provider \`${provider.key}\` sets no region, so it comes from the environment`,
    );
  }
  const place = codePlace(reading, cloud, from);
  if (elsewhere === undefined || elsewhere.includes(`.${place.location.region}.`)) return place;
  return unresolved(cloud, from, "endpoints", `provider \`${provider.key}\` sends its calls to ${elsewhere}`);
}

/** A custom endpoint that is not an emulator on this machine. */
function foreignEndpoint(provider: Provider): string | undefined {
  const urls = ["ec2", "eks", "autoscaling", "sagemaker", "batch", "emr", "ecs"].flatMap((service) =>
    provider
      .read(`endpoints.${service}`)
      .map(({ value }) =>
        typeof value === "string" ? value : String(isUnknown(value) ? value.expression : value),
      ),
  );
  return urls.find((url) => !EMULATOR.test(url));
}

function regionPlace(resource: Resource, shape: ResourceShape, cloud: Cloud): Place {
  const named = [...(shape.zonesOrRegions ?? []), ...(shape.regions ?? [])];
  const own = cloud === "aws" && resource.type.startsWith("aws_") ? ["region"] : named;
  for (const path of own) {
    const reading = resource.read(path)[0];
    if (reading !== undefined) return codePlace(reading, cloud, path);
  }
  return providerPlace(resource.provider, cloud);
}

/** A region or zone code, as a place. */
function codePlace(reading: Reading, cloud: Cloud, from: string): Place {
  const { value } = reading;
  if (isUnknown(value)) return unresolved(cloud, from, reading.path, value.why, reading);
  const code = String(value);
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
  return placed(
    { cloud: region.cloud, region: region.code, zone: null, country: region.country, from },
    reading,
  );
}

function zonePlace(reading: Reading, region: Place, holder: Resource, known: KnownPlaces): Place {
  const { value } = reading;
  const { cloud } = region.location;
  if (isUnknown(value)) return unknownZone(value, reading, region, holder);
  const name = String(value);
  const stated = statedPlace(name, reading, region, known);
  if (stated) return stated;
  if (cloud === "site") return region;
  const zone = locateZone(cloud, name, region.location.region ?? undefined);
  if (zone === undefined || zone.country === null) {
    return unknown(
      cloud,
      { region: region.location.region, zone: name, from: reading.path },
      reading,
      `\`${name}\` is not a zone we know${region.location.region ? ` in ${region.location.region}` : ""}`,
    );
  }
  const from = `${reading.path} of ${holder.address}`;
  return placed(
    { cloud, region: zone.region, zone: zone.zone, country: zone.country, from },
    reading,
    region,
  );
}

/** A zone taken from a data source: any zone of the region, or none but its own when the filter says so. */
function unknownZone(value: Unknown, reading: Reading, region: Place, holder: Resource): Place {
  const sources = value.references.flatMap((reference) => holder.follow(reference));
  if (sources.length > 0 && sources.every(listsOnlyRegularZones))
    return withSteps(region, reading.trace.steps);
  return within(region, reading.path, `the zone of ${holder.address} is not known (${value.why})`, reading);
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

function subnetPlaces(reading: Reading, region: Place, holder: Resource, known: KnownPlaces): Place[] {
  const { value } = reading;
  if (!isUnknown(value)) {
    const stated = statedPlace(String(value), reading, region, known);
    return [
      stated ??
        within(
          region,
          reading.path,
          `the zone of subnet \`${String(value)}\` is not in the documents`,
          reading,
        ),
    ];
  }
  const subnets = value.references.flatMap((reference) => holder.follow(reference));
  if (subnets.length === 0) {
    return [within(region, reading.path, `the zone of the subnet is not known (${value.why})`, reading)];
  }
  return subnets.flatMap((subnet) => followedSubnet(subnet, reading, region, known));
}

function followedSubnet(subnet: Resource, reading: Reading, region: Place, known: KnownPlaces): Place[] {
  const shape = shapeOf(subnet.type);
  const inner = shape?.subnets ?? [];
  if (inner.length > 0 && shape?.machines === undefined) {
    const places = readAll(subnet, inner).flatMap((r) => subnetPlaces(r, region, subnet, known));
    if (places.length > 0) return places;
  }
  const zones = readAll(subnet, shape?.zones ?? ["availability_zone", "availability_zone_id"]);
  if (subnet.mode === "data" && zones.length === 0) {
    return [within(region, reading.path, `the zone of ${subnet.address} is read at plan`, reading)];
  }
  return placesOf(subnet, { ...(shape ?? { zones: ["availability_zone"] }), subnets: [] }, "aws", known).map(
    (place) =>
      withSteps(named(place, subnet.address), [
        ...reading.trace.steps,
        `${reading.path} is ${subnet.address}`,
      ]),
  );
}

function parentPlaces(reading: Reading, resource: Resource, cloud: Cloud, known: KnownPlaces): Place[] {
  const references = isUnknown(reading.value) ? reading.value.references : [];
  const parents = references.flatMap((reference) => resource.follow(reference));
  return parents.flatMap((parent) =>
    placesOf(parent, shapeOf(parent.type) ?? {}, cloud, known).map((place) => named(place, parent.address)),
  );
}

function outpostPlace(reading: Reading, region: Place, known: KnownPlaces): Place {
  const name = isUnknown(reading.value) ? reading.value.expression : String(reading.value);
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

/** What the policy's `known:` or a site defined in `regions/` says of a name. */
function statedPlace(name: string, reading: Reading, region: Place, known: KnownPlaces): Place | undefined {
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

/** Somewhere in the region, perhaps in one of its zones abroad. */
function within(region: Place, what: string, why: string, reading: Reading): Place {
  const { cloud, region: code } = region.location;
  const found = code !== null && cloud !== "site" ? findRegion(cloud, code) : undefined;
  if (found === undefined || region.problem !== null) return region;
  const countries = candidateCountries(found);
  if (countries.length === 1) return withSteps(region, reading.trace.steps);
  return {
    location: { ...region.location, country: null },
    countries,
    problem: {
      rule: "gate/unresolved",
      what,
      why: `${why}, and ${code} has zones in ${countries.join(", ")}`,
    },
    steps: [...region.steps, ...reading.trace.steps],
    assumed: [...region.assumed, ...reading.trace.assumed],
  };
}

function placed(location: Location, reading: Reading, region?: Place): Place {
  return {
    location,
    countries: location.country === null ? "any" : [location.country],
    problem: null,
    steps: [...(region?.steps ?? []), ...reading.trace.steps],
    assumed: [...(region?.assumed ?? []), ...reading.trace.assumed],
  };
}

type Cloudish = Location["cloud"];

function unresolved(cloud: Cloudish, from: string, what: string, why: string, reading?: Reading): Place {
  return nowhere(cloud, { from }, { rule: "gate/unresolved", what, why }, reading);
}

function unknown(cloud: Cloudish, location: Partial<Location>, reading: Reading, why: string): Place {
  return nowhere(cloud, location, { rule: "gate/unknown-location", what: reading.path, why }, reading);
}

function nowhere(cloud: Cloudish, location: Partial<Location>, problem: Problem, reading?: Reading): Place {
  return {
    location: { cloud, region: null, zone: null, country: null, from: "nothing", ...location },
    countries: "any",
    problem,
    steps: reading?.trace.steps ?? [],
    assumed: [...(reading?.trace.assumed ?? [])],
  };
}

function named(place: Place, from: string): Place {
  return { ...place, location: { ...place.location, from } };
}

function withSteps(place: Place, steps: readonly string[]): Place {
  return { ...place, steps: [...place.steps, ...steps] };
}

function readAll(resource: Resource, paths: readonly string[] = []): Reading[] {
  return paths.flatMap((path) => resource.read(path)).filter(({ value }) => value !== "" && isNamed(value));
}

function isNamed(value: Value): boolean {
  return isUnknown(value) || typeof value === "string" || typeof value === "number";
}

/** One place per country and problem: machines spread over many zones of one country stand there once. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.location.country} ${place.countries} ${place.problem?.why}`;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}
