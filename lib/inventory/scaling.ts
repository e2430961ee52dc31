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
    for (const target of targetsOf(policy, scales.target, managed)) {
      found.set(target, [...(found.get(target) ?? []), limit]);
    }
  }
  return found;
}

function targetsOf(policy: Resource, path: string, managed: readonly Resource[]): Resource[] {
  return policy.read(path).flatMap(({ value }) => {
    if (isUnknown(value)) return value.mentions.flatMap((reference) => policy.follow(reference));
    return managed.filter(
      (resource) =>
        resource.input === policy.input && resource.read("name").some((name) => name.value === value),
    );
  });
}
