import type { KnownPlaces } from "../inventory/known-place";
import type { Place } from "../inventory/placement";
import { cloudOf } from "../inventory/shapes";
import type { Estate, Provider, Reading, Resource } from "../terraform/resource";
import { textOf } from "../terraform/value";
import { type Kin, Kinship } from "./alike";
import type { Asking } from "./asking";
import { isNothing, leaks, readingsOf, topOf } from "./attributes";
import { type Boundaries, type DataBoundary, providerKey } from "./boundary";
import { askingOf, destinationsOf } from "./compare";
import { Directory } from "./directory";
import { type Edge, edgesFrom, ruleOfEdge } from "./edges";
import { type DataFlow, type Destination, inCountries, notKnown, standing, toWorld } from "./flow";
import { Groups } from "./groups";
import { Places } from "./places";
import type { AtRest, DataAttribute, FlowRule, Names } from "./shape";
import { Sweep } from "./sweep";
import { dataShapeOf } from "./tables";

/** A way out as far as it is the same for every boundary. */
interface Way {
  readonly resource: Resource;
  readonly reading: Pick<Reading, "path" | "trace">;
  readonly rule: FlowRule;
  readonly level?: DataAttribute["level"] | undefined;
  readonly to: Destination;
  readonly steps?: readonly string[];
}

/** Looks at every resource of an estate for what leads out of its boundaries. */
export class Finder {
  private readonly places: Places;
  private readonly directory: Directory;
  private readonly groups: Groups;
  private readonly sweep: Sweep;
  /** By position of the resource. */
  private readonly kin: readonly Kin[];
  /** Until it is known, what is asked is asked as if names could lead out. */
  private isSpread = true;
  private readonly flows: DataFlow[] = [];
  private readonly told = new Set<string>();

  constructor(
    estate: Estate,
    private readonly resources: readonly Resource[],
    private readonly boundaries: Boundaries,
    private readonly known: KnownPlaces,
  ) {
    this.places = new Places(known);
    this.directory = new Directory(estate);
    this.groups = new Groups(resources, this.places);
    this.sweep = new Sweep((resource, names) => this.asking(resource, names), known);
    const kinship = new Kinship(this.places, (text, resource) =>
      this.sweep.isMute(text, resource, boundaries.of(resource)),
    );
    this.kin = resources.map((resource) => kinship.of(resource));
    this.isSpread = this.leavesSome();
  }

  find(): DataFlow[] {
    this.resources.forEach((resource, at) => {
      const kin = this.kin[at] as Kin;
      if (kin.isQuiet) return;
      const boundaries = this.boundaries.of(resource);
      const isQuiet = boundaries.length === 0 || this.look(resource, kin.home, boundaries);
      // One may be what another names, and itself leads nowhere.
      const isNamed = this.isSpread && dataShapeOf(resource.type)?.atRest?.where === "nowhere";
      kin.isQuiet = isQuiet && !isNamed;
    });
    this.providers();
    if (this.isSpread) for (const resource of this.resources) this.edges(resource);
    return this.flows;
  }

  /** Whether nothing was found. */
  private look(resource: Resource, home: Place | null, boundaries: readonly DataBoundary[]): boolean {
    const shape = dataShapeOf(resource.type);
    let isQuiet = true;
    const add = (way: Way, of = boundaries) => {
      if (this.add(way, of)) isQuiet = false;
    };
    for (const boundary of boundaries) {
      for (const way of this.atRest(resource, shape?.atRest, home, boundary)) add(way, [boundary]);
    }
    if (cloudOf(resource.type) !== "aws") return isQuiet;
    for (const attribute of shape?.attributes ?? []) {
      if (attribute.leaks === undefined && isNothing(resource.glance(topOf(attribute)))) continue;
      for (const way of this.waysOf(resource, attribute)) add(way);
    }
    if (!this.sweep.isSuspect(resource, boundaries)) return isQuiet;
    for (const { reading, rule, to } of this.sweep.places(resource)) add({ resource, reading, rule, to });
    return isQuiet;
  }

  /** Where the data itself lies. */
  private atRest(
    resource: Resource,
    rest: AtRest | undefined,
    home: Place | null,
    boundary: DataBoundary,
  ): Way[] {
    if (rest?.where === "nowhere") return [];
    const found =
      rest === undefined ? this.places.resting(resource, home, boundary) : [everywhere(rest.note)];
    const reading = { path: home?.location.from ?? "", trace: resource.trace };
    const level = rest?.level === "block" ? undefined : rest?.level;
    return found.map((to) => ({ resource, reading, rule: "at-rest", level, to }));
  }

  private waysOf(resource: Resource, attribute: DataAttribute): Way[] {
    const { names, rule, level, path } = attribute;
    if (names === "setting") return this.settings(resource, attribute);
    const readings = readingsOf(resource, attribute);
    if (names === "group") {
      if (readings.length === 0) return [];
      const found = this.groups.destinations(resource, path, (name) => Object.hasOwn(this.known, name));
      return found.map((to) => ({ resource, reading: readings[0] as Reading, rule, level, to }));
    }
    return readings.flatMap((reading) =>
      destinationsOf(reading.value, this.asking(resource, names)).map((to) => ({
        resource,
        reading,
        rule,
        level,
        to,
      })),
    );
  }

  private settings(resource: Resource, { leaks: rule, ...attribute }: DataAttribute): Way[] {
    if (rule === undefined) return [];
    const readings = readingsOf(resource, attribute);
    const way = { resource, rule: attribute.rule, level: attribute.level };
    if (readings.length === 0 && rule.when === "differs" && rule.absent === true) {
      const reading = { path: attribute.path, trace: resource.trace };
      return [{ ...way, reading, to: toWorld(attribute.note ?? `${attribute.path} is not set`) }];
    }
    return readings.flatMap((reading) => {
      const answer = leaks(rule, reading.value);
      if (answer === false) return [];
      const what = attribute.note ?? `${reading.path} is ${textOf(reading.value)}`;
      const to = answer === true ? toWorld(what) : notKnown(what, "the value of the setting is not known");
      return [{ ...way, reading, to }];
    });
  }

  private asking(resource: Resource, names: Names): Asking {
    const { places, directory, known, isSpread } = this;
    return askingOf({ resource, home: places.home(resource), places, directory, known, isSpread }, names);
  }

  /** Custom endpoints and the like, once for each provider. */
  private providers(): void {
    const seen = new Set<Provider | string>();
    for (const resource of this.resources) {
      const { provider } = resource;
      if (seen.has(provider) || provider.kind !== "aws" || provider.missing !== null) continue;
      const key = providerKey(resource);
      const isNew = !seen.has(key);
      seen.add(provider).add(key);
      if (!isNew) continue;
      const boundaries = this.boundaries.of(resource);
      if (boundaries.length === 0) continue;
      for (const [path, names] of PROVIDER_PATHS) {
        for (const reading of provider.read(path)) {
          for (const to of destinationsOf(reading.value, this.asking(resource, names)))
            this.add({ resource, reading, rule: "network", to }, boundaries, `provider.${provider.key}`);
        }
      }
    }
  }

  /** False where everything stands inside every boundary, so that no reference leads outside one. */
  private leavesSome(): boolean {
    const { all } = this.boundaries;
    for (const home of new Set(this.kin.map((kin) => kin.home))) {
      if (home === null) continue;
      const to = { ...inCountries("", null, home.countries), problem: home.problem?.why ?? null };
      if (all.some((boundary) => standing(to, boundary) !== "inside")) return true;
    }
    return false;
  }

  /** References between resources of which one stands outside the other's boundary, whatever the attribute. */
  private edges(resource: Resource): void {
    const own = this.boundaries.of(resource);
    for (const edge of edgesFrom(resource, this.directory)) {
      const before = this.flows.length;
      this.edge(edge, own);
      if (this.flows.length > before) continue;
      const others = this.boundaries.of(edge.to).filter(({ name }) => !own.some((one) => one.name === name));
      this.edge(edge, others, resource);
    }
  }

  /** @param towards where data goes: to what is referred to, or back to whoever refers */
  private edge(edge: Edge, boundaries: readonly DataBoundary[], towards: Resource = edge.to): void {
    const to = this.places.of(towards);
    if (to === null || boundaries.length === 0 || to.problem !== null) return;
    const { from: resource, reading } = edge;
    const steps = [`${resource.address} refers to ${edge.to.address}`];
    this.add({ resource, reading, rule: ruleOfEdge(edge), to, steps }, boundaries);
  }

  /** Whether there was anything to tell. */
  private add(way: Way, boundaries: readonly DataBoundary[], address = way.resource.address): boolean {
    let isTold = false;
    for (const boundary of boundaries) {
      const flow = this.flow(way, boundary, address);
      if (flow === undefined) continue;
      isTold = true;
      const key = JSON.stringify([
        flow.input,
        address,
        flow.attribute,
        flow.to.what,
        boundary.name,
        flow.to.countries,
      ]);
      if (this.told.has(key)) continue;
      this.told.add(key);
      this.flows.push(flow);
    }
    return isTold;
  }

  private flow(way: Way, boundary: DataBoundary, address: string): DataFlow | undefined {
    const { resource, reading, rule, level, to, steps = [] } = way;
    const assumed = [...reading.trace.assumed];
    const found = standing(to, boundary);
    // What a variable's default makes none of is only possible; the plan tells.
    const isPossible = resource.multiplicity === 0;
    if (isPossible) for (const name of resource.trace.assumed) assumed.push(name);
    const isHeld = isPossible !== (found === "inside");
    if ((isPossible && found === "inside") || (isHeld && !this.isFirst(assumed, resource, boundary)))
      return undefined;
    const home = this.places.home(resource);
    return {
      address,
      stack: resource.stack,
      input: resource.input,
      type: resource.type,
      attribute: reading.path,
      rule,
      ...(level === undefined ? {} : { level }),
      to,
      boundary,
      verdict: isPossible || found === "inside" ? "assumed" : found,
      home: home?.location.region ?? null,
      stands: resource.stands,
      steps: [...resource.trace.steps, ...reading.trace.steps, ...steps],
      assumed,
    };
  }

  /** Of each set of variables whose defaults keep data inside one is told: they keep thousands of things there. */
  private isFirst(assumed: readonly string[], { stack }: Resource, { name }: DataBoundary): boolean {
    if (assumed.length === 0) return false;
    const key = JSON.stringify(["assumed", stack, name, assumed]);
    const isFirst = !this.told.has(key);
    this.told.add(key);
    return isFirst;
  }
}

function everywhere(note: string): Destination {
  return inCountries(note, null, "any");
}

/** Settings of the provider that send calls, and what is in them, elsewhere. */
const PROVIDER_PATHS: readonly (readonly [string, Names])[] = [
  ["endpoints", "url"],
  ["sts_region", "region"],
  ["http_proxy", "url"],
  ["https_proxy", "url"],
];
