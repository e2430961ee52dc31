import type { Resource } from "../terraform/resource";
import { isUnknown } from "../terraform/value";
import { type Count, quantityOf } from "./quantity";
import { shapeOf } from "./shapes";

/** Limits that scaling policies set for other resources. */
export type Scaling = ReadonlyMap<Resource, readonly Count[]>;

/** Finds the resources that scaling policies let grow, by reference or by name. */
export function findScaling(managed: readonly Resource[]): Scaling {
  const found = new Map<Resource, Count[]>();
  for (const policy of managed) {
    const scales = shapeOf(policy.type)?.scales;
    if (scales === undefined) continue;
    const limit = quantityOf(scales.quantity, { resource: policy, zones: null });
    for (const target of targetsOf(policy, scales.target, managed).flatMap((one) => holding(one, managed))) {
      found.set(target, [...(found.get(target) ?? []), limit]);
    }
  }
  return found;
}

/** The resource with the machines, where that is another one. */
function holding(target: Resource, managed: readonly Resource[]): Resource[] {
  const path = shapeOf(target.type)?.machinesIn;
  return path === undefined ? [target] : targetsOf(target, path, managed);
}

function targetsOf(holder: Resource, path: string, managed: readonly Resource[]): Resource[] {
  return holder.read(path).flatMap(({ value }) => {
    if (isUnknown(value)) return value.mentions.flatMap((reference) => holder.follow(reference));
    // By its name, which may be one part of a longer id.
    const names = new Set<unknown>([value, ...String(value).split("/")]);
    return managed.filter(
      (resource) =>
        resource.input === holder.input && resource.read("name").some((name) => names.has(name.value)),
    );
  });
}
