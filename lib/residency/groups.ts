import type { Resource } from "../terraform/resource";
import { isUnknown, textOf } from "../terraform/value";
import type { Destination } from "./flow";
import { notKnown } from "./flow";
import type { Places } from "./places";
import { dataShapeOf } from "./tables";

/** The members of global databases, tables and caches, which exchange data whoever names whom. */
export class Groups {
  private byKey: Map<string, Set<Resource>> | undefined;

  constructor(
    private readonly resources: readonly Resource[],
    private readonly places: Places,
  ) {}

  /** Where the other members of a resource's group stand. */
  destinations(resource: Resource, path: string, isStated: (name: string) => boolean): Destination[] {
    const { keys, problem } = keysOf(resource, path);
    if (problem !== null) return [notKnown(`the group at ${path}`, problem)];
    const members = new Set(keys.flatMap((key) => [...this.members(key)]));
    const others = [...members].filter((member) => member !== resource);
    const names = keys.filter((key) => key.startsWith("name ")).map((key) => key.slice("name ".length));
    if (others.length === 0 && !isGroup(resource) && keys.length > 0 && !names.some(isStated)) {
      return [notKnown(`group \`${names[0] ?? path}\``, "its other members are not in the documents")];
    }
    return others.flatMap((member) => this.places.of(member) ?? []);
  }

  /** Everything joined under a key, and under the keys of the groups found there. */
  private members(key: string, seen = new Set<string>()): Set<Resource> {
    this.byKey ??= this.index();
    const found = new Set(this.byKey.get(key));
    seen.add(key);
    for (const member of [...found]) {
      for (const other of allKeys(member)) {
        if (!seen.has(other)) for (const one of this.members(other, seen)) found.add(one);
      }
    }
    return found;
  }

  private index(): Map<string, Set<Resource>> {
    const found = new Map<string, Set<Resource>>();
    for (const resource of this.resources) {
      for (const key of allKeys(resource)) found.set(key, (found.get(key) ?? new Set()).add(resource));
    }
    return found;
  }
}

/** Types that are the group, not a member. */
function isGroup({ type }: Resource): boolean {
  return /global_cluster$|global_replication_group$|global_table$|multi_region_cluster$/.test(type);
}

const known = new WeakMap<Resource, string[]>();

function allKeys(resource: Resource): string[] {
  let keys = known.get(resource);
  if (keys === undefined) {
    const paths = dataShapeOf(resource.type)?.attributes.filter(({ names }) => names === "group") ?? [];
    keys = [...new Set(paths.flatMap(({ path }) => keysOf(resource, path).keys))];
    known.set(resource, keys);
  }
  return keys;
}

/** What a resource's group is known by: a name, or the resource that is the group. */
function keysOf(resource: Resource, path: string): { keys: string[]; problem: string | null } {
  const own = isGroup(resource) ? [at(resource)] : [];
  const readings = resource
    .read(path)
    .filter(({ value }) => !(isUnknown(value) && value.unset !== null) && value !== "");
  let problem: string | null = null;
  const named = readings.flatMap(({ value }) => {
    if (!isUnknown(value)) return [`name ${textOf(value)}`];
    const targets = value.references.flatMap((reference) => resource.follow(reference));
    if (targets.length === 0 && !isGroup(resource)) problem = value.why;
    return targets.map(at);
  });
  return { keys: [...own, ...named], problem };
}

function at({ input, address }: Resource): string {
  return `at ${input} ${address}`;
}
