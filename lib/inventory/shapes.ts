import type { Cloud } from "../accelerators/datasheet";
import { awsShapes } from "./aws";
import { cloudControlShapes } from "./aws-cloud-control";
import { azureShapes } from "./azure";
import { embeddedShapes } from "./embedded/shapes";
import { googleShapes } from "./google";
import { oracleShapes } from "./oracle";
import type { ResourceShape } from "./shape";

const shapes = new Map(
  [awsShapes, cloudControlShapes, googleShapes, azureShapes, oracleShapes, embeddedShapes].flatMap(
    Object.entries<ResourceShape>,
  ),
);

const clouds: readonly (readonly [prefix: string, cloud: Cloud])[] = [
  ["aws_", "aws"],
  ["awscc_", "aws"],
  ["google_", "google"],
  ["azurerm_", "azure"],
  ["oci_", "oracle"],
];

/** How a resource type names its machines; undefined where it is not known to make any. */
export function shapeOf(type: string): ResourceShape | undefined {
  return shapes.get(type);
}

/** The cloud whose machine types and regions a resource type names. */
export function cloudOf(type: string): Cloud | undefined {
  if (!cloudByType.has(type)) {
    const cloud = shapeOf(type)?.cloud ?? clouds.find(([prefix]) => type.startsWith(prefix))?.[1];
    if (cloudByType.size >= MOST_TYPES) cloudByType.clear();
    cloudByType.set(type, cloud);
  }
  return cloudByType.get(type);
}

/** Types are few, and asked for with every resource. */
const cloudByType = new Map<string, Cloud | undefined>();
const MOST_TYPES = 10_000;
