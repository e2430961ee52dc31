import type { Reading, Resource } from "../../terraform/resource";
import { isObject, Unknown, type Value } from "../../terraform/value";
import { identified } from "../identity";
import { ownOf } from "./azure-expression";
import { type Given, givenIn } from "./azure-scope";
import { azureName, azureType } from "./azure-shapes";
import { AzureTemplate, providerAt, unreadType } from "./azure-template";
import { renamed } from "./names";
import { merged, type Opened, opened, readingOf, together, Unreadable, virtualResource } from "./opened";
import { documentsOf } from "./text";

/** The resources of an Azure template, or the one that a body describes. */
export function openAzureResourceManager(holder: Resource, paths: readonly string[]): Opened {
  if (holder.type.startsWith("azapi_")) return openBody(holder, paths);
  const isParameters = (path: string) => path.startsWith("parameters");
  const isLink = (path: string) => path.endsWith("spec_version_id");
  const links = paths.filter(isLink).flatMap((path) => holder.read(path));
  const bodies = paths
    .filter((path) => !isParameters(path) && !isLink(path))
    .flatMap((path) => holder.read(path));
  const given = givenBy(holder, paths.filter(isParameters));
  const linked = links.map(() => "its template is a template spec, which is not in the configuration");
  if (bodies.length === 0 && links.length === 0)
    return opened([], ["its template is not in the configuration"]);
  const read = together(bodies, (body) => {
    const { documents, unread } = documentsOf(body);
    const inner = together(documents, (document) => {
      if (!isObject(document)) return opened([], [`${body.path} is no Azure template`]);
      return new AzureTemplate(holder, document, given, homeOf(holder), body.trace).open();
    });
    const none = documents.length === 0 ? `${body.path} is no Azure template` : null;
    return opened(
      inner.resources,
      [unread, inner.unread, none].filter((why) => why !== null),
    );
  });
  return together([opened([], linked), read], (part) => part);
}

function givenBy(holder: Resource, paths: readonly string[]): Given {
  const lookups = paths
    .flatMap((path) => holder.read(path))
    .flatMap((reading): Given[] => {
      const { value, path, trace } = reading;
      if (typeof value === "string" && value.trim() === "") return [];
      return parameterFiles(reading).map((file) => givenIn(file, path, trace));
    });
  return (name) => lookups.map((look) => look(name)).find((found) => found !== undefined);
}

/** One that cannot be read may give any parameter any value. */
function parameterFiles(reading: Reading): readonly Value[] {
  try {
    return documentsOf(reading).documents;
  } catch (error) {
    if (error instanceof Unreadable) return [new Unknown(reading.path, error.message)];
    throw error;
  }
}

/** Where a deployment stands: its own location (of a subscription and above), else its resource group's. */
function homeOf(holder: Resource): Reading | undefined {
  const own = holder.read("location")[0];
  if (own !== undefined) return own;
  const groups = holder
    .read("resource_group_name")
    .flatMap(({ value }) => identified(value, holder))
    .filter(({ type }) => type === "azurerm_resource_group");
  const [location, ...others] = groups.flatMap((group) => group.read("location"));
  return others.every(({ value }) => value === location?.value) ? location : undefined;
}

/** `azapi_resource`: the type and place stand beside the body. */
function openBody(holder: Resource, paths: readonly string[]): Opened {
  if (holder.type === "azapi_resource_action")
    return opened([], ["it calls an operation, which can make machines"]);
  const [type] = holder.read("type");
  if (type === undefined || typeof type.value !== "string") return opened([], ["its `type` is not known"]);
  const name = type.value.split("@")[0] as string;
  const why = unreadType(name);
  const bodies = paths.flatMap((path) => holder.read(path));
  // Without a body it is a resource of that type all the same.
  const read = together(bodies.length > 0 ? bodies : [readingOf("body", {})], (body) => {
    const { documents, unread } = documentsOf(body);
    const [value, ...more] = documents;
    if (!isObject(value) || more.length > 0) return opened([], [`${body.path} is no JSON object`]);
    const location = holder.read("location")[0] ?? locationIn(value);
    const resource = virtualResource({
      holder,
      within: null,
      type: azureType(name),
      name: holder.name,
      value: renamed(value, azureName),
      trace: merged(type.trace, body.trace),
      provider: providerAt(location, holder),
    });
    return opened([resource], unread === null ? [] : [unread]);
  });
  return opened(
    read.resources,
    [read.unread, why === null ? null : `it ${why}`].filter((one) => one !== null),
  );
}

function locationIn(value: Record<string, Value>): Reading | undefined {
  const location = ownOf(value, "location");
  return location === undefined ? undefined : readingOf("location", location);
}
