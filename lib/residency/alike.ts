import { findSite } from "../../regions";
import { identified } from "../inventory/identity";
import type { Place } from "../inventory/placement";
import { settled } from "../inventory/read-names";
import { cloudOf } from "../inventory/shapes";
import type { Provider, Resource } from "../terraform/resource";
import { topOf } from "./attributes";
import { arnRegion, type Places, topsOf, zonesOfType } from "./places";
import { dataShapeOf } from "./tables";

/** What resources have in common that differ in nothing by which data could leave: a large plan has thousands alike. */
export interface Kin {
  readonly id: number;
  readonly home: Place | null;
  /** True once one of them was found to lead nowhere outside. */
  isQuiet: boolean;
}

/** Finds the kin of resources. What is not known to be like others is alone. */
export class Kinship {
  /** Only within a provider: it decides region, account and boundaries. */
  private readonly found = new Map<Provider, Map<string, Map<string, Kin>>>();
  private readonly subnets = new Map<Resource, Kin>();
  private made = 0;

  constructor(private readonly places: Places) {}

  of(resource: Resource): Kin {
    const { provider, type } = resource;
    const likeness = provider.missing === null ? this.likeness(resource) : null;
    if (likeness === null) return this.make(resource);
    const ofProvider = at(this.found, provider, () => new Map<string, Map<string, Kin>>());
    const ofType = at(ofProvider, type, () => new Map<string, Kin>());
    return at(ofType, likeness, () => this.make(resource));
  }

  private make(resource: Resource): Kin {
    return { id: this.made++, home: this.places.home(resource), isQuiet: false };
  }

  private likeness(resource: Resource): string | null {
    const counting = countingOf(resource.type);
    const written = counting && resource.among(counting.names);
    if (counting === null || written === null) return null;
    let text = arnRegion(resource) ?? "";
    for (const name of written) {
      const subnets = counting.subnets.has(name) ? this.subnetsAt(name, resource) : null;
      const source = subnets ?? resource.source(name);
      if (source === null) return null;
      text += ` ${counting.names.has(name) ? name : JSON.stringify(name)}=${source}`;
    }
    return text;
  }

  /** The kin of the subnets that are named, which is all that counts of them; null where some are not found. */
  private subnetsAt(name: string, resource: Resource): string | null {
    const kin: number[] = [];
    for (const { value } of settled(resource.read(name))) {
      if (typeof value === "string" && this.isStated(value)) return null;
      const subnets = identified(value, resource);
      if (subnets.length === 0 || !subnets.every(isSubnet)) return null;
      for (const subnet of subnets) kin.push(at(this.subnets, subnet, () => this.of(subnet)).id);
    }
    return `subnets ${kin.join()}`;
  }

  /** Whether the policy or a site says where a name is. */
  private isStated(name: string): boolean {
    return Object.hasOwn(this.places.known, name) || findSite(name) !== undefined;
  }
}

function isSubnet({ type, mode }: Resource): boolean {
  return type === "aws_subnet" && mode === "managed";
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The attributes that count of a type. */
interface Counting {
  readonly names: ReadonlySet<string>;
  /** Of these, those that name subnets and say nothing else. */
  readonly subnets: ReadonlySet<string>;
}

const countingByType = new Map<string, Counting | null>();

/** Null for a type of which it counts what other resources there are. */
function countingOf(type: string): Counting | null {
  return at(countingByType, type, () => readCounting(type));
}

function readCounting(type: string): Counting | null {
  const { attributes = [] } = dataShapeOf(type) ?? {};
  if (cloudOf(type) !== "aws" || attributes.some(({ names }) => names === "group")) return null;
  const listed = attributes.flatMap((attribute) => [topOf(attribute), ...Object.keys(attribute.when ?? {})]);
  const { shape, tops } = zonesOfType(type);
  const { subnets = [], ...elsewhere } = shape;
  const others = new Set(["region", ...listed, ...topsOf(elsewhere)]);
  return {
    names: new Set([...others, ...tops]),
    subnets: new Set(
      subnets.filter((path) => !path.includes(".") && !others.has(path) && !isNested(path, subnets)),
    ),
  };
}

function isNested(name: string, paths: readonly string[]): boolean {
  return paths.some((path) => path.startsWith(`${name}.`));
}
