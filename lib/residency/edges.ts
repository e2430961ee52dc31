import type { Reading, Resource } from "../terraform/resource";
import { isUnknown } from "../terraform/value";
import type { Directory } from "./directory";
import type { FlowRule } from "./shape";
import { dataShapeOf } from "./tables";

/** A reference from one resource to another. */
export interface Edge {
  readonly from: Resource;
  readonly to: Resource;
  readonly reading: Reading;
}

const ID = /^([a-z]+-[0-9a-f]{8,17}|arn:aws[\w-]*:.+)$/;

/** Where references say nothing of data. */
const ASIDE = /^(tags|tags_all|depends_on|provider|lifecycle)(\b|$)/;

/** Everything of the documents that a resource refers to, by expression or by id. */
export function edgesFrom(resource: Resource, directory: Directory): Edge[] {
  if (holdsNothing(resource)) return [];
  const edges = new Map<Resource, Edge>();
  for (const reading of resource.texts()) {
    if (ASIDE.test(reading.path)) continue;
    for (const to of targetsOf(reading, resource, directory)) {
      if (to === resource || to.mode === "data" || edges.has(to) || holdsNothing(to)) continue;
      edges.set(to, { from: resource, to, reading });
    }
  }
  return [...edges.values()];
}

function targetsOf({ value }: Reading, resource: Resource, directory: Directory): readonly Resource[] {
  if (isUnknown(value)) return value.mentions.flatMap((reference) => resource.follow(reference));
  return typeof value === "string" && ID.test(value) ? directory.named(value) : [];
}

function holdsNothing({ type }: Resource): boolean {
  return dataShapeOf(type)?.atRest?.where === "nowhere";
}

/** What kind of flow a reference is, by the types it joins. */
export function ruleOfEdge({ from, to }: Edge): FlowRule {
  const types = `${from.type} ${to.type}`;
  if (/kms/.test(types)) return "keys";
  if (/peering|transit_gateway|vpc|route|subnet|endpoint|gateway|vpn/.test(types)) return "network";
  return "replication";
}
