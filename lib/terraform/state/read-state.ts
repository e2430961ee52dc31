import { type Body, isBody } from "../configuration";
import type { JsonReader } from "../json-reader";
import { eachKey, type Keep, type PlannedResource } from "../plan/parts";
import { add, list, PlanError, textOr } from "../plan/read-plan";

/** What a state lists. */
export interface StateParts {
  readonly resources: PlannedResource[];
  managed: number;
}

/** Handlers for the `values` of `terraform show -json` of a state. An object that is deposed stands until it is destroyed. */
export function shownState(reader: JsonReader, parts: StateParts, keep: Keep): void {
  const module = (): void =>
    eachKey(reader, {
      resources: () =>
        list(reader, "values.resources", (resource) => {
          const values = resource["values"] ?? {};
          if (!isBody(values))
            throw new PlanError(textOr(resource["address"], "values.resources"), "its values are no object");
          if (resource["mode"] !== "data") parts.managed++;
          add(parts, resource, values, {}, true, keep);
        }),
      child_modules: () => reader.array(module),
    });
  eachKey(reader, { root_module: module });
}

/** The `resources` of a raw version 4 state file. */
export function rawState(reader: JsonReader, parts: StateParts, keep: Keep): void {
  list(reader, "resources", (resource) => {
    const { type, name, instances } = resource;
    if (typeof type !== "string" || typeof name !== "string")
      throw new PlanError("resources", "a resource without a type or a name");
    if (!Array.isArray(instances)) throw new PlanError(`${type}.${name}`, "a resource without its instances");
    for (const instance of instances) addInstance(resource, type, name, instance, parts, keep);
  });
}

function addInstance(
  { module, mode, provider }: Body,
  type: string,
  name: string,
  instance: unknown,
  parts: StateParts,
  keep: Keep,
): void {
  const body = isBody(instance) ? instance : {};
  const own = `${mode === "data" ? "data." : ""}${type}.${name}${indexOf(body["index_key"])}`;
  const address = typeof module === "string" && module !== "" ? `${module}.${own}` : own;
  const attributes = body["attributes"];
  if (!isBody(attributes)) {
    throw new PlanError(
      address,
      Object.hasOwn(body, "attributes_flat")
        ? "its attributes are written as Terraform 0.11 did; run `terraform apply -refresh-only` and check the state again"
        : "an instance without attributes",
    );
  }
  if (mode !== "data") parts.managed++;
  const entry = {
    address,
    module_address: typeof module === "string" ? module : "",
    mode: mode === "data" ? "data" : "managed",
    type,
    name,
    // provider["registry.terraform.io/hashicorp/aws"].alias
    provider_name: /\["([^"]+)"\]/.exec(textOr(provider, ""))?.[1] ?? "",
  };
  add(parts, entry, attributes, {}, true, keep);
}

/** An instance key as an address has it: `["a"]`, `[0]`, or nothing. */
function indexOf(key: unknown): string {
  if (key === undefined || key === null) return "";
  // Terraform doubles what would start a template.
  return `[${JSON.stringify(key).replace(/[$%](?=\{)/g, "$&$&")}]`;
}
