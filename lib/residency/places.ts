import { candidateCountries, findRegion } from "../../regions";
import type { Cloud } from "../accelerators/datasheet";
import type { KnownPlaces } from "../inventory/known-place";
import { placesOf } from "../inventory/place";
import type { Place } from "../inventory/placement";
import { providerPlace, regionPlace } from "../inventory/region";
import type { ResourceShape } from "../inventory/shape";
import { cloudOf, shapeOf } from "../inventory/shapes";
import { HIDDEN, type Resource } from "../terraform/resource";
import { topOf } from "../terraform/synth/walk";
import type { DataBoundary } from "./boundary";
import { type Destination, inCountries, notKnown } from "./flow";

/** Attributes by which types without machines say in which zones they stand. */
const ZONES = ["availability_zone", "availability_zones", "availability_zone_id", "availability_zone_name"];
const SUBNETS = ["subnet_id", "subnet_ids", "subnets", "subnet_mapping.subnet_id", "vpc_config.subnet_ids"];
const LOCATIONS = ["location", "region", "zone"];

const EVERY_PLACE: ResourceShape = { zones: ZONES, subnets: SUBNETS };

/** Where resources stand, each looked up once. */
export class Places {
  /** Of those whose provider or plain region does not tell. */
  private readonly homes = new Map<Resource, Place | null>();
  private readonly reaches = new WeakMap<DataBoundary, WeakMap<Place, Reach>>();
  private readonly regions = new Map<string, Place>();

  constructor(readonly known: KnownPlaces) {}

  /** The region a resource is made in; null for what stands in no cloud, or in one that does not say where. */
  home(resource: Resource): Place | null {
    const cloud = cloudOf(resource.type);
    if (cloud === undefined) return null;
    return cloud === "aws" ? this.awsHome(resource) : this.once(resource, () => foreignHome(resource, cloud));
  }

  /** Thousands stand in the same region, or have none of their own: those are not looked up in a table of thousands. */
  private awsHome(resource: Resource): Place | null {
    const region = resource.glance("region");
    const arn = isEmpty(region) ? resource.glance("arn") : undefined;
    if (isEmpty(region) && (isEmpty(arn) || arn === HIDDEN)) return ofProvider(resource);
    const code = isEmpty(region) ? arnRegion(resource) : region;
    if (code === "" && isEmpty(region)) return ofProvider(resource);
    const known = typeof code === "string" ? this.regions.get(code) : undefined;
    if (known !== undefined) return known;
    const place = this.once(resource, () => regionPlace(resource, {}, "aws"));
    if (place !== null && typeof code === "string" && /^[a-z0-9-]+$/.test(code))
      this.regions.set(code, place);
    return place;
  }

  private once(resource: Resource, find: () => Place | null): Place | null {
    let home = this.homes.get(resource);
    if (home === undefined) {
      home = find();
      this.homes.set(resource, home);
    }
    return home;
  }

  /** Every place data of a resource may lie in; none where that is inside the boundary whatever the zone. */
  resting(resource: Resource, home: Place | null, boundary: DataBoundary): Destination[] {
    if (home === null) return [];
    const reach = this.reach(home, boundary);
    if (reach === "all zones inside") return [];
    if (reach === "outside") return [toPlace(home, resource)];
    const { shape, tops } = zonesOfType(resource.type);
    const isPlain = !tops.some((name) => isWritten(resource.glance(name)));
    if (isPlain) return home.assumed.length === 0 ? [] : [toPlace(home, resource)];
    const cloud = cloudOf(resource.type) ?? "aws";
    return placesOf(resource, shape, cloud, this.known).map((place) => toPlace(place, resource));
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

function foreignHome(resource: Resource, cloud: Cloud): Place | null {
  const shape = shapeOf(resource.type);
  const written = LOCATIONS.filter((path) => resource.glance(path) !== undefined);
  const homes = [...(shape?.zonesOrRegions ?? []), ...(shape?.regions ?? []), ...written];
  return homes.length === 0 ? null : regionPlace(resource, { zonesOrRegions: homes }, cloud);
}

/** A state has no providers: what carries neither region nor ARN there does not tell where it stands. */
function ofProvider({ provider, stage }: Resource): Place | null {
  return stage === "state" && provider.missing !== null ? null : providerPlace(provider, "aws");
}

const ARN_REGION = /^arn:[\w-]+:[\w-]+:([\w-]*):/;

/** The region in the ARN of what stands; empty for what has none, undefined where there is no such ARN. */
export function arnRegion(resource: Resource): string | undefined {
  const arn = resource.glance("arn");
  return typeof arn === "string" ? ARN_REGION.exec(arn)?.[1] : undefined;
}

export const NAMES_ZONES = [...ZONES, ...SUBNETS].map(topOf);

function isEmpty(written: unknown): boolean {
  return written === undefined || written === null || written === "";
}

interface ZoneShape {
  readonly shape: ResourceShape;
  /** Attributes at the top that can name a zone, a subnet or something else that has one. */
  readonly tops: readonly string[];
}

const zoneShapes = new Map<string, ZoneShape>();

/** Where a type says in which zones it stands. */
export function zonesOfType(type: string): ZoneShape {
  let found = zoneShapes.get(type);
  if (found === undefined) {
    const shape = { ...EVERY_PLACE, ...shapeOf(type) };
    found = { shape, tops: topsOf(shape) };
    zoneShapes.set(type, found);
  }
  return found;
}

/** The attributes at the top in which the paths of a shape begin that say where. */
export function topsOf(shape: ResourceShape): string[] {
  const { zones = [], subnets = [], parents = [], outposts = [], conditionalPlaces = [] } = shape;
  const paths = [...zones, ...subnets, ...parents, ...outposts, ...conditionalPlaces.map(({ path }) => path)];
  return [...new Set(paths.map(topOf))];
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
