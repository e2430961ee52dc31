import { findSite } from "../../regions";
import { identified } from "../inventory/identity";
import type { Place } from "../inventory/placement";
import { settled } from "../inventory/read-names";
import { cloudOf } from "../inventory/shapes";
import { NO_TEXT, type Provider, type Resource } from "../terraform/resource";
import { topOf } from "./attributes";
import { mayCarry } from "./comparators/document";
import { arnRegion, type Places, topsOf, zonesOfType } from "./places";
import { dataShapeOf } from "./tables";

/** What resources have in common that differ in nothing by which data could leave: a large plan has thousands alike. */
export interface Kin {
  readonly id: number;
  readonly home: Place | null;
  /** True once one of them was found to lead nowhere outside. */
  isQuiet: boolean;
}

/** What is common to all that share the steps to it: provider, type, and one after the other what counts of them. */
interface Branch {
  kin: Kin | undefined;
  /** Made for the second step: the ends of branches are most of them. */
  next: Map<unknown, Branch> | undefined;
}

/** Finds the kin of resources. What is not known to be like others is alone. */
export class Kinship {
  /** First by provider, which decides region, account and boundaries. */
  private readonly root = newBranch();
  private readonly subnets = new Map<Resource, Kin>();
  /** By provider, which belongs to one document, and by what names them there. */
  private readonly subnetLists = new Map<Provider, Map<unknown, string | null>>();
  private made = 0;

  /** @param isMute whether a text leads nowhere outside the boundaries of a resource, as far as texts are swept */
  constructor(
    private readonly places: Places,
    private readonly isMute: (text: string, resource: Resource) => boolean,
  ) {}

  of(resource: Resource): Kin {
    const branch = resource.provider.missing === null ? this.branchOf(resource) : null;
    if (branch === null) return this.make(resource);
    branch.kin ??= this.make(resource);
    return branch.kin;
  }

  private make(resource: Resource): Kin {
    return { id: this.made++, home: this.places.home(resource), isQuiet: false };
  }

  private branchOf(resource: Resource): Branch | null {
    const counting = countingOf(resource.type);
    const written = counting && resource.among(counting.names);
    if (counting === null || written === null) return null;
    let branch = next(next(this.root, resource.provider), resource.type);
    const region = arnRegion(resource);
    if (region !== undefined) branch = next(next(branch, ARN), region);
    for (const name of written) {
      const source = this.sourceOf(name, resource, counting);
      const subnets = counting.subnets.has(name) ? this.subnetsOf(name, source, resource) : null;
      if (subnets === null && source === null) return null;
      branch = next(next(branch, name), subnets ?? source);
    }
    return branch;
  }

  /** What decides an attribute. Texts that count by what they name, and name nothing outside, say nothing. */
  private sourceOf(name: string, resource: Resource, { names, permissions }: Counting) {
    const source = resource.source(name);
    if (typeof source !== "string" || source.startsWith(NO_TEXT)) return source;
    const isSweptAlone = permissions.has(name) ? !mayCarry(source) : !names.has(name);
    return isSweptAlone && this.isMute(source, resource) ? MUTE : source;
  }

  /** The same for all whose attribute says the same. */
  private subnetsOf(name: string, source: unknown, resource: Resource): string | null {
    if (source === null) return this.subnetsAt(name, resource);
    const ofProvider = at(this.subnetLists, resource.provider, () => new Map<unknown, string | null>());
    return at(ofProvider, source, () => this.subnetsAt(name, resource));
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
    return `${SUBNETS}${kin.join()}`;
  }

  /** Whether the policy or a site says where a name is. */
  private isStated(name: string): boolean {
    return Object.hasOwn(this.places.known, name) || findSite(name) !== undefined;
  }
}

// No attribute is called so, and no text says so.
const ARN = `${NO_TEXT}arn`;
const MUTE = `${NO_TEXT}mute`;
const SUBNETS = `${NO_TEXT}subnets `;

function newBranch(): Branch {
  return { kin: undefined, next: undefined };
}

function next(branch: Branch, key: unknown): Branch {
  branch.next ??= new Map();
  return at(branch.next, key, newBranch);
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
  /** Of these, policies of what somebody may do, which count by their actions and by what their text names. */
  readonly permissions: ReadonlySet<string>;
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
  const permissions = attributes.filter(({ path, names }) => names === "permissions" && !path.includes("."));
  return {
    names: new Set([...others, ...tops]),
    permissions: new Set(permissions.map(({ path }) => path)),
    subnets: new Set(
      subnets.filter((path) => !path.includes(".") && !others.has(path) && !isNested(path, subnets)),
    ),
  };
}

function isNested(name: string, paths: readonly string[]): boolean {
  return paths.some((path) => path.startsWith(`${name}.`));
}
