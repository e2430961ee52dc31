import type { Resource } from "../../terraform/resource";
import type { TemplateFormat } from "../opaque";
import { openAzureResourceManager } from "./azure-resource-manager";
import { openCloudControl } from "./cloud-control";
import { openCloudFormation } from "./cloudformation";
import { openKubernetes } from "./kubernetes";
import { attempt, type Opened } from "./opened";

export type { Opened } from "./opened";
export { embeddedShapes } from "./shapes";

const readers: Readonly<Record<TemplateFormat, (holder: Resource, paths: readonly string[]) => Opened>> = {
  cloudformation: openCloudFormation,
  "cloud-control": openCloudControl,
  kubernetes: openKubernetes,
  "azure-resource-manager": openAzureResourceManager,
};

/**
 * Opens the texts at `paths` of a resource that hides others in them. Never throws: what cannot be read is told
 * in `unread`, beside the resources that could.
 */
export function openEmbedded(resource: Resource, format: TemplateFormat, paths: readonly string[]): Opened {
  return attempt(() => readers[format](resource, paths));
}
