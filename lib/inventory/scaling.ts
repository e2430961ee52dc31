import type { Resource } from "../terraform/resource";
import { isUnknown } from "../terraform/value";
import { type Count, quantityOf } from "./quantity";
import { shapeOf } from "./shapes";

/** Limits that scaling policies set for other resources. */
export type Scaling = ReadonlyMap<Resource, readonly Count[]>;

/** Finds the resources that scaling policies let grow, by reference or by name. */
export function findScaling(managed: readonly Resource[]): Scaling {
  const found = new Map<Resource, Count[]>();
  const names = new Names(managed);
  for (const policy of managed) {
    const scales = shapeOf(policy.type)?.scales;
    if (scales === undefined) continue;
    const limit = quantityOf(scales.quantity, { resource: policy, zones: null });
    for (const target of targetsOf(policy, scales.target, names).flatMap((one) => holding(one, names))) {
      found.set(target, [...(found.get(target) ?? []), limit]);
    }
  }
  return found;
}

/** The resource with the machines, where that is another one. */
function holding(target: Resource, names: Names): readonly Resource[] {
  const path = shapeOf(target.type)?.machinesIn;
  return path === undefined ? [target] : targetsOf(target, path, names);
}

function targetsOf(holder: Resource, path: string, names: Names): Resource[] {
  return holder.read(path).flatMap(({ value }) => {
    if (isUnknown(value)) return value.mentions.flatMap((reference) => holder.follow(reference));
    // By its name, which may be one part of a longer id.
    const named = [value, ...String(value).split("/")].flatMap((name) => names.in(holder.input, name));
    return [...new Set(named)];
  });
}

/** Resources by document and name, read when the first is asked for: many apps scale nothing by name. */
class Names {
  private index: Map<string, Map<unknown, Resource[]>> | undefined;

  constructor(private readonly managed: readonly Resource[]) {}

  in(input: string, name: unknown): readonly Resource[] {
    this.index ??= this.read();
    return this.index.get(input)?.get(name) ?? [];
  }

  private read(): Map<string, Map<unknown, Resource[]>> {
    const index = new Map<string, Map<unknown, Resource[]>>();
    for (const resource of this.managed) {
      const ofInput = index.get(resource.input) ?? new Map<unknown, Resource[]>();
      index.set(resource.input, ofInput);
      for (const { value } of resource.read("name")) {
        const same = ofInput.get(value);
        if (same) same.push(resource);
        else ofInput.set(value, [resource]);
      }
    }
    return index;
  }
}
