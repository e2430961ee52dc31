import type { Estate, Resource } from "../terraform/resource";
import { foreignPlacements } from "./foreign";
import { keepJudged } from "./keep";
import type { KnownPlaces } from "./known-place";
import { looksLikeMachineAttribute } from "./machine-like";
import { type Machine, machinesOf } from "./machines";
import { isNotAccelerated } from "./not-accelerated";
import { opaqueModule, opaqueResource, openAll } from "./opaque-text";
import { placesOf } from "./place";
import type { Inventory, Place, Placement } from "./placement";
import { type Count, largest, multiply, quantityOf } from "./quantity";
import { findScaling, type Scaling } from "./scaling";
import type { Quantity, ResourceShape } from "./shape";
import { cloudOf, shapeOf } from "./shapes";
import { findTemplates, NO_TEMPLATES, type Templates } from "./templates";
import { zoneCount } from "./zone";

/**
 * Finds every accelerator an estate would place, and what could place some unseen.
 *
 * @param known names outside the code whose country the policy states
 */
export function takeInventory(estate: Estate, known: KnownPlaces = {}): Inventory {
  const written = estate.resources.filter((resource) => resource.mode === "managed" && canPlace(resource));
  const opened = openAll(written);
  const managed = [...written, ...[...opened.values()].flatMap(({ resources }) => resources)];
  const templates = findTemplates(managed);
  const used = new Set([...templates.values()].flatMap((found) => found.resources));
  const scaling = findScaling(managed);
  return {
    placements: managed
      .filter((resource) => !used.has(resource))
      .flatMap((resource) => placementsOf(resource, templates.get(resource) ?? NO_TEMPLATES, scaling, known)),
    opaque: [
      ...managed.flatMap((resource) => opaqueResource(resource, opened.get(resource), known) ?? []),
      ...estate.modules.map((call) => opaqueModule(call)),
    ],
  };
}

/** Whether a resource can place machines, or hide some: most cannot, and only data boundaries care for them. */
function canPlace(resource: Resource): boolean {
  if (keepJudged.of(resource.type) !== null) return true;
  if (resource.noticed !== undefined) return false;
  if (resource.glance("provisioner") !== undefined) return true;
  return resource.mentions((name, isName) => isName && keepJudged.tells(name));
}

function placementsOf(
  resource: Resource,
  templates: Templates,
  scaling: Scaling,
  known: KnownPlaces,
): Placement[] {
  const cloud = cloudOf(resource.type);
  if (cloud === undefined) return foreignPlacements(resource);
  const shape = shapeOf(resource.type) ?? sweptShape(resource);
  if (shape === undefined) return [];
  const shapes = [shape, ...templates.resources.map(({ type }) => shapeOf(type) ?? {})];
  const zones = shapes.some(countsZones) ? zoneCount(resource, shape, cloud) : null;
  const limits = scaling.get(resource) ?? [];
  const wanted = quantityOf(shape.quantity, { resource, zones });
  const asking = {
    resource,
    cloud,
    zones,
    limits,
    machines: limits.length === 0 ? wanted : largest([wanted, ...limits]),
  };
  const machines = machinesOf(shape, templates, asking);
  if (machines.length === 0) return [];
  const places = placesOf(resource, shape, cloud, known, templates.resources);
  // How many a template will make is known to whoever uses it, and nobody here does.
  const instances = shape.isTemplate ? null : resource.multiplicity;
  return machines.flatMap((machine) =>
    places.map((place) => placementOf(resource, machine, place, instances)),
  );
}

function countsZones({ quantity, machines = [] }: ResourceShape): boolean {
  const isPerZone = (one: Quantity | undefined) => one?.perZone !== undefined;
  return isPerZone(quantity) || machines.some(({ quantity, each }) => isPerZone(quantity) || isPerZone(each));
}

/** A type without a table entry: whatever looks like a machine attribute is read as one. */
function sweptShape(resource: Resource): ResourceShape | undefined {
  const paths = resource
    .paths(looksLikeMachineAttribute)
    .filter((path) => !isNotAccelerated(resource.type, path));
  if (paths.length === 0) return undefined;
  return { machines: [...new Set(paths)].map((path) => ({ path, kind: "machine-type" as const })) };
}

function placementOf(resource: Resource, machine: Machine, place: Place, instances: Count): Placement {
  const assumed = [...new Set([...resource.trace.assumed, ...machine.assumed, ...place.assumed])];
  return {
    address: resource.address,
    stack: resource.stack,
    input: resource.input,
    stage: resource.stage,
    machine: machine.name,
    attribute: machine.attribute,
    accelerators: machine.accelerators,
    count: multiply(machine.count, instances),
    place,
    problem: machine.problem,
    exists: resource.multiplicity !== 0,
    stands: resource.stands,
    steps: [...resource.trace.steps, ...machine.steps],
    assumed,
    ...((machine.problem ?? place.problem ?? assumed[0]) ? openTo(resource, machine) : {}),
  };
}

/** What Terraform will know of it, and is already told to check. */
function openTo(resource: Resource, { expression }: Machine): Partial<Placement> {
  const preconditions = resource
    .read("lifecycle.precondition.condition")
    .flatMap(({ written }) => written ?? []);
  return { preconditions, ...(expression === undefined ? {} : { expression }) };
}
