import type { Keep, Wanted } from "../terraform/plan/parts";
import { topOf } from "../terraform/synth/walk";
import { looksLikeMachineAttribute } from "./machine-like";
import { isNotAccelerated } from "./not-accelerated";
import { opaqueTypes } from "./opaque";
import type { Quantity, ResourceShape } from "./shape";
import { cloudOf, shapeOf } from "./shapes";

/** What others know a resource by, and what tells its place. */
const ALWAYS = ["id", "arn", "name", "region", "location", "zone"];

/** Types without machines that others are placed by, through their place. */
const PLACE_OTHERS = /_(cluster|subnet|network_interface|subnet_group)$/;

/**
 * Which attributes of a resource the inventory reads: a large plan is mostly other things. What is not
 * recognised and could name a machine is kept whole.
 */
export const keepJudged: Keep = {
  of: onceByType(wantedOf),
  isOpen: (type) => shapeOf(type) === undefined && !Object.hasOwn(opaqueTypes, type),
  tells: looksLikeMachineAttribute,
  isIdle: isNotAccelerated,
};

/** Types are few, and asked for with every resource. */
export function onceByType<Found extends Wanted | null>(
  find: (type: string) => Found,
): (type: string) => Found {
  const known = new Map<string, Found>();
  return (type) => {
    let wanted = known.get(type);
    if (wanted === undefined) {
      wanted = find(type);
      known.set(type, wanted);
    }
    return wanted;
  };
}

function wantedOf(type: string): Wanted | null {
  if (Object.hasOwn(opaqueTypes, type)) return "everything";
  const shape = shapeOf(type);
  if (shape) return new Set([...ALWAYS, ...topLevel(shape)]);
  // Clouds outside the catalogue name machines in attributes that mean anything elsewhere.
  if (cloudOf(type) === undefined) return "everything";
  return PLACE_OTHERS.test(type) ? new Set(ALWAYS) : null;
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
    ...(shape.machinesIn === undefined ? [] : [shape.machinesIn]),
    ...(shape.isTemplate ? ["launch_template_name"] : []),
  ];
  return paths.map(topOf).filter((name) => name !== "");
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
