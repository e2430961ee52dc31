import { candidateCountries, findRegion } from "../../regions";
import type { KnownPlaces } from "../inventory/known-place";
import { placesOf } from "../inventory/place";
import type { Place } from "../inventory/placement";
import { providerPlace, regionPlace } from "../inventory/region";
import type { ResourceShape } from "../inventory/shape";
import { cloudOf, shapeOf } from "../inventory/shapes";
import { HIDDEN, type Resource } from "../terraform/resource";
import type { DataBoundary } from "./boundary";
import { type Destination, inCountries, notKnown, standing } from "./flow";

/** Attributes by which types without machines say in which zones they stand. */
const ZONES = ["availability_zone", "availability_zones", "availability_zone_id", "availability_zone_name"];
const SUBNETS = ["subnet_id", "subnet_ids", "subnets", "subnet_mapping.subnet_id", "vpc_config.subnet_ids"];
const LOCATIONS = ["location", "region", "zone"];

const EVERY_PLACE: ResourceShape = { zones: ZONES, subnets: SUBNETS };

/** Where resources stand, each looked up once. */
export class Places {
  private readonly homes = new WeakMap<Resource, Place | null>();
  private readonly reaches = new WeakMap<DataBoundary, WeakMap<Place, Reach>>();
  private readonly regions = new Map<string, Place>();
  private readonly settled = new Map<string, Set<string>>();

  constructor(readonly known: KnownPlaces) {}

  /** The region a resource is made in; null for what stands in no cloud, or in one that does not say where. */
  home(resource: Resource): Place | null {
    let home = this.homes.get(resource);
    if (home === undefined) {
      home = this.homeOf(resource);
      this.homes.set(resource, home);
    }
    return home;
  }

  private homeOf(resource: Resource): Place | null {
    const cloud = cloudOf(resource.type);
    if (cloud === undefined) return null;
    if (cloud === "aws") return this.awsHome(resource);
    const shape = shapeOf(resource.type);
    const written = LOCATIONS.filter((path) => resource.glance(path) !== undefined);
    const homes = [...(shape?.zonesOrRegions ?? []), ...(shape?.regions ?? []), ...written];
    return homes.length === 0 ? null : regionPlace(resource, { zonesOrRegions: homes }, cloud);
  }

  /** Thousands stand in the same region, or have none of their own. */
  private awsHome(resource: Resource): Place | null {
    const region = resource.glance("region");
    const arn = resource.glance("arn");
    if (isEmpty(region) && (isEmpty(arn) || arn === HIDDEN)) return ofProvider(resource);
    const code = isEmpty(region) ? ARN_REGION.exec(String(arn))?.[1] : region;
    if (code === "" && isEmpty(region)) return ofProvider(resource);
    if (typeof code !== "string" || !/^[a-z0-9-]+$/.test(code)) return regionPlace(resource, {}, "aws");
    let place = this.regions.get(code);
    if (place === undefined) {
      place = regionPlace(resource, {}, "aws");
      this.regions.set(code, place);
    }
    return place;
  }

  /** Every place data of a resource may lie in; none where that is inside the boundary whatever the zone. */
  resting(resource: Resource, boundary: DataBoundary): Destination[] {
    const home = this.home(resource);
    if (home === null) return [];
    const reach = this.reach(home, boundary);
    if (reach === "all zones inside") return [];
    if (reach === "outside") return [toPlace(home, resource)];
    const { shape, tops } = zonesOfType(resource.type);
    const isPlain = !tops.some((name) => isWritten(resource.glance(name)));
    if (isPlain) return home.assumed.length === 0 ? [] : [toPlace(home, resource)];
    const known = this.settledAt(resource, tops, home, boundary);
    const key = keyOf(resource, tops);
    if (key !== null && known.has(key)) return [];
    const cloud = cloudOf(resource.type) ?? "aws";
    const found = placesOf(resource, shape, cloud, this.known).map((place) => toPlace(place, resource));
    if (key !== null && found.every((to) => standing(to, boundary) === "inside")) known.add(key);
    return found;
  }

  /** Zones and subnets that were found to lie inside: many things stand in the same. */
  private settledAt(
    resource: Resource,
    tops: readonly string[],
    home: Place,
    boundary: DataBoundary,
  ): Set<string> {
    const owner = `${resource.input} ${tops.join()} ${home.location.region} ${boundary.name} ${boundary.from}`;
    let known = this.settled.get(owner);
    if (known === undefined) {
      known = new Set();
      this.settled.set(owner, known);
    }
    return known;
  }

  /** How far a region, with its zones abroad, lies inside. */
  private reach(home: Place, boundary: DataBoundary): Reach {
    let known = this.reaches.get(boundary);
    if (known === undefined) {
      known = new WeakMap();
      this.reaches.set(boundary, known);
    }
    let reach = known.get(home);
    if (reach === undefined) {
      reach = reachOf(home, boundary);
      known.set(home, reach);
    }
    return reach;
  }

  /** The same of a resource that data is sent to. */
  of(resource: Resource): Destination | null {
    const home = this.home(resource);
    return home && toPlace(home, resource, `${resource.address}${inRegion(home)}`);
  }
}

/** A state has no providers: what carries neither region nor ARN there does not tell where it stands. */
function ofProvider({ provider, stage }: Resource): Place | null {
  return stage === "state" && provider.missing !== null ? null : providerPlace(provider, "aws");
}

const ARN_REGION = /^arn:[\w-]+:[\w-]+:([\w-]*):/;

export const NAMES_ZONES = [...ZONES, ...SUBNETS].map((path) => path.split(".")[0] as string);

function isEmpty(written: unknown): boolean {
  return written === undefined || written === null || written === "";
}

/** What a resource says of its zones, where that is all known; null at synth, where it may mean something else each time. */
function keyOf(resource: Resource, tops: readonly string[]): string | null {
  if (resource.stage === "synth") return null;
  const written = tops.map((name) => resource.glance(name) ?? null);
  return written.includes(HIDDEN) ? null : JSON.stringify(written);
}

interface ZoneShape {
  readonly shape: ResourceShape;
  /** Attributes at the top that can name a zone, a subnet or something else that has one. */
  readonly tops: readonly string[];
}

const zoneShapes = new Map<string, ZoneShape>();

function zonesOfType(type: string): ZoneShape {
  let found = zoneShapes.get(type);
  if (found === undefined) {
    const shape = { ...EVERY_PLACE, ...shapeOf(type) };
    const { zones = [], subnets = [], parents = [], outposts = [], conditionalPlaces = [] } = shape;
    const paths = [
      ...zones,
      ...subnets,
      ...parents,
      ...outposts,
      ...conditionalPlaces.map(({ path }) => path),
    ];
    found = { shape, tops: [...new Set(paths.map((path) => path.split(".")[0] as string))] };
    zoneShapes.set(type, found);
  }
  return found;
}

type Reach = "all zones inside" | "inside" | "outside";

function reachOf(home: Place, boundary: DataBoundary): Reach {
  if (home.problem !== null || home.countries === "any" || boundary.problem !== null) return "outside";
  const isInside = (countries: readonly string[]) =>
    countries.every((code) => boundary.countries.includes(code));
  if (!isInside(home.countries)) return "outside";
  return home.assumed.length === 0 && isInside(zonesOf(home)) ? "all zones inside" : "inside";
}

function isWritten(written: unknown): boolean {
  return !isEmpty(written) && !(Array.isArray(written) && written.length === 0);
}

function zonesOf({ location, countries }: Place): readonly string[] {
  const { cloud, region } = location;
  const found = cloud === "other" || region === null ? undefined : findRegion(cloud, region);
  return found === undefined ? (countries === "any" ? [] : countries) : candidateCountries(found);
}

function inRegion({ location }: Place): string {
  return location.region === null ? "" : ` in ${location.region}`;
}

function toPlace({ location, countries, problem }: Place, resource: Resource, what?: string): Destination {
  const named = what ?? location.zone ?? location.region ?? resource.address;
  if (problem === null) return inCountries(named, location.region, countries);
  return {
    ...notKnown(named, problem.why),
    region: location.region,
    countries,
    // A zone that a data source will choose is in the plan.
    isToldLater: resource.stage === "synth" && problem.rule === "gate/unresolved" && location.region !== null,
  };
}
