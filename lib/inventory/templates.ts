import type { Reading, Resource } from "../terraform/resource";
import { isUnknown, textOf, type Value } from "../terraform/value";
import { identified } from "./identity";
import { settledMachines } from "./read-names";
import { regionPlace } from "./region";
import type { ResourceShape } from "./shape";
import { cloudOf, shapeOf } from "./shapes";

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
  const readings = (shape.templates ?? []).flatMap((path) =>
    settledMachines(resource.read(path), path, shape),
  );
  for (const reading of readings) {
    const found = follow(reading, resource, byName);
    for (const template of found) resources.add(template);
    if (found.length === 0) unread.push({ reading, why: whyUnread(reading.value) });
  }
  return { resources: [...resources], unread };
}

function follow(reading: Reading, resource: Resource, byName: NameIndex): readonly Resource[] {
  const { value } = reading;
  if (!isUnknown(value)) {
    const named = [
      ...(byName.get(`${resource.input} ${textOf(value)}`) ?? []),
      ...identified(value, resource),
    ];
    return named.filter((template) => isTemplate(template) && isBeside(template, resource));
  }
  const targets = identified(value, resource);
  return targets.every(isTemplate) ? targets : [];
}

/** A data source is the template itself once it is read; a configuration shows only what it looks for. */
function isTemplate({ mode, type, stage }: Resource): boolean {
  return (mode === "managed" || stage !== "synth") && shapeOf(type)?.isTemplate === true;
}

/** A name means a template of the region it is used in; one made elsewhere only happens to be called the same. */
function isBeside(template: Resource, resource: Resource): boolean {
  const [there, here] = [template, resource].map((one) => {
    const { region, country } = regionPlace(one, {}, cloudOf(one.type) ?? "aws").location;
    return region === null && country === null ? one.provider.key : `${region} ${country}`;
  });
  return there === here;
}

function whyUnread(value: Value): string {
  if (isUnknown(value)) return `the template is not in the documents (${value.why})`;
  return `the template \`${textOf(value)}\` is not in the documents`;
}

function indexByName(managed: readonly Resource[]): NameIndex {
  const index = new Map<string, Resource[]>();
  for (const resource of managed) {
    if (!shapeOf(resource.type)?.isTemplate) continue;
    for (const { value } of ["name", "launch_template_name"].flatMap((path) => resource.read(path))) {
      if (isUnknown(value)) continue;
      const key = `${resource.input} ${textOf(value)}`;
      index.set(key, [...(index.get(key) ?? []), resource]);
    }
  }
  return index;
}
