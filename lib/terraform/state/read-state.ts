import { type Body, isBody } from "../configuration";
import { isTooDeep } from "../input";
import type { JsonReader } from "../json-reader";
import { eachKey, type Keep, type PlannedResource } from "../plan/parts";
import { add, list, PlanError } from "../plan/read-plan";

/** What a state lists. */
export interface StateParts {
  readonly resources: PlannedResource[];
  managed: number;
}

/** Handlers for the `values` of `terraform show -json` of a state. */
export function shownState(reader: JsonReader, parts: StateParts, keep: Keep): void {
  const module = (): void =>
    eachKey(reader, {
      resources: () =>
        list(reader, "values.resources", (resource) => {
          if (resource["mode"] !== "data") parts.managed++;
          if (isBody(resource["values"])) add(parts, resource, resource["values"], {}, true, keep);
        }),
      child_modules: () => reader.array(module),
    });
  eachKey(reader, { root_module: module });
}

/** The `resources` of a raw version 4 state file. */
export function rawState(reader: JsonReader, parts: StateParts, keep: Keep): void {
  list(reader, "resources", (resource) => {
    const instances = Array.isArray(resource["instances"]) ? resource["instances"] : [];
    for (const instance of instances) addInstance(resource, instance, parts, keep);
  });
}

function addInstance(resource: Body, instance: unknown, parts: StateParts, keep: Keep): void {
  const { module, mode, type, name, provider } = resource;
  // A deposed object is one that Terraform has already set out to destroy.
  if (!isBody(instance) || !isBody(instance["attributes"]) || instance["deposed"] !== undefined) return;
  if (typeof type !== "string" || typeof name !== "string") {
    throw new PlanError("resources", "a resource without a type or a name");
  }
  if (isTooDeep(instance["attributes"]))
    throw new PlanError(`${type}.${name}`, "its values are nested deeper than any resource's");
  if (mode !== "data") parts.managed++;
  const key = instance["index_key"];
  const index = key === undefined ? "" : `[${JSON.stringify(key)}]`;
  const own = `${mode === "data" ? "data." : ""}${type}.${name}${index}`;
  const entry = {
    address: typeof module === "string" ? `${module}.${own}` : own,
    module_address: typeof module === "string" ? module : "",
    mode: mode === "data" ? "data" : "managed",
    type,
    name,
    // provider["registry.terraform.io/hashicorp/aws"].alias
    provider_name: /\["([^"]+)"\]/.exec(String(provider))?.[1] ?? "",
  };
  add(parts, entry, instance["attributes"], {}, true, keep);
}
