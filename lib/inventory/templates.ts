import type { Reading, Resource } from "../terraform/resource";
import { isUnknown, type Value } from "../terraform/value";
import type { ResourceShape } from "./shape";
import { shapeOf } from "./shapes";

/** Templates a resource takes its machine from, and references to some that the documents do not hold. */
export interface Templates {
  readonly resources: readonly Resource[];
  readonly unread: readonly { readonly reading: Reading; readonly why: string }[];
}

export const NO_TEMPLATES: Templates = { resources: [], unread: [] };

/** The templates of every resource that has some. */
export function findTemplates(managed: readonly Resource[]): Map<Resource, Templates> {
  const byName = indexByName(managed);
  const found = new Map<Resource, Templates>();
  for (const resource of managed) {
    const shape = shapeOf(resource.type);
    if (shape?.templates) found.set(resource, templatesOf(resource, shape, byName));
  }
  return found;
}

type NameIndex = ReadonlyMap<string, readonly Resource[]>;

/** By reference or by name. */
function templatesOf(resource: Resource, shape: ResourceShape, byName: NameIndex): Templates {
  const resources = new Set<Resource>();
  const unread: { reading: Reading; why: string }[] = [];
  for (const reading of (shape.templates ?? []).flatMap((path) => resource.read(path))) {
    const found = follow(reading, resource, byName);
    for (const template of found) resources.add(template);
    if (found.length === 0) unread.push({ reading, why: whyUnread(reading.value) });
  }
  return { resources: [...resources], unread };
}

function follow(reading: Reading, resource: Resource, byName: NameIndex): readonly Resource[] {
  const { value } = reading;
  if (!isUnknown(value)) return byName.get(`${resource.input} ${String(value)}`) ?? [];
  return value.references
    .flatMap((reference) => resource.follow(reference))
    .filter((target) => target.mode === "managed" && shapeOf(target.type)?.isTemplate);
}

function whyUnread(value: Value): string {
  if (isUnknown(value)) return `the template is not in the documents (${value.why})`;
  return `the template \`${String(value)}\` is not in the documents`;
}

function indexByName(managed: readonly Resource[]): NameIndex {
  const index = new Map<string, Resource[]>();
  for (const resource of managed) {
    if (!shapeOf(resource.type)?.isTemplate) continue;
    for (const { value } of ["name", "launch_template_name"].flatMap((path) => resource.read(path))) {
      if (isUnknown(value)) continue;
      const key = `${resource.input} ${String(value)}`;
      index.set(key, [...(index.get(key) ?? []), resource]);
    }
  }
  return index;
}
