import type { Body } from "../terraform/configuration";
import { looksLikeMachineAttribute } from "./machine-like";
import { opaqueTypes } from "./opaque";
import type { Quantity, ResourceShape } from "./shape";
import { shapeOf } from "./shapes";

/** What others know a resource by, and what tells its place. */
const ALWAYS = ["id", "arn", "name", "region", "location", "zone"];

/** Types without machines that others are placed by, through their place. */
const PLACE_OTHERS = /_(cluster|subnet|network_interface|subnet_group)$/;

const wanted = new Map<string, ReadonlySet<string> | null>();

/**
 * Which attributes of a resource the inventory reads: a large plan is mostly other things. What is not
 * recognised and could name a machine is kept whole.
 */
export function keepJudged(type: string, values: Body): ReadonlySet<string> | null {
  let known = wanted.get(type);
  if (known === undefined) {
    const shape = shapeOf(type);
    known = shape
      ? new Set([...ALWAYS, ...topLevel(shape)])
      : PLACE_OTHERS.test(type)
        ? new Set(ALWAYS)
        : null;
    wanted.set(type, known);
  }
  const whole = Object.hasOwn(opaqueTypes, type) || (shapeOf(type) === undefined && namesMachines(values));
  return whole ? new Set(Object.keys(values)) : known;
}

function namesMachines(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(namesMachines);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) => looksLike(key) || namesMachines(inner));
}

const looks = new Map<string, boolean>();

/** Attribute names repeat a thousandfold. */
function looksLike(name: string): boolean {
  let known = looks.get(name);
  if (known === undefined) {
    known = looksLikeMachineAttribute(name);
    looks.set(name, known);
  }
  return known;
}

function topLevel(shape: ResourceShape): string[] {
  const conditional = [...(shape.machines ?? []), ...(shape.conditionalPlaces ?? [])];
  const paths = [
    ...conditional.flatMap(({ path, when }) => [
      path,
      ...Object.keys(when ?? {}).map((key) => `${parent(path)}${key}`),
    ]),
    ...(shape.machines ?? []).flatMap(({ quantity, each, sameAs }) => [
      ...absolute(quantity),
      ...absolute(each),
      sameAs ?? "",
    ]),
    ...(shape.templates ?? []),
    ...(shape.zones ?? []),
    ...(shape.regions ?? []),
    ...(shape.zonesOrRegions ?? []),
    ...(shape.subnets ?? []),
    ...(shape.outposts ?? []),
    ...(shape.parents ?? []),
    ...absolute(shape.quantity),
    ...(shape.scales ? [shape.scales.target, ...absolute(shape.scales.quantity)] : []),
    ...(shape.isTemplate ? ["launch_template_name"] : []),
  ];
  return paths.map((path) => path.split(".")[0] as string).filter((name) => name !== "");
}

/** Siblings stand in the same block, whose top-level name the path has already. */
function parent(path: string): string {
  return path.includes(".") ? path.slice(0, path.lastIndexOf(".") + 1) : "";
}

/** Paths from the resource itself; relative ones stand beside or around a machine attribute. */
function absolute(quantity: Quantity | undefined): string[] {
  return quantity === undefined
    ? []
    : [...quantity.paths, ...(quantity.perZone ?? [])].map((path) => path.replace(/^\.+/, ""));
}
