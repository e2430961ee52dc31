import type { Provider, Reading, Resource } from "../resource";
import { pathsBelow, readPath, readTexts } from "../synth/walk";
import { type Reference, Trace, type Value } from "../value";
import { PlanGraph } from "./graph";
import { merge } from "./merge";
import type { PlannedResource, PlanParts, ProviderConfiguration } from "./parts";

/** The resources of a plan, as the inventory reads them. */
export function planResources(
  parts: PlanParts,
  stage: "plan" | "state",
  stack: string,
  input: string,
): Resource[] {
  const graph = new PlanGraph(parts, input);
  const index = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  const resources = parts.resources.map(
    (planned) => new Planned(planned, stage, parts, graph, stack, input, index, byName),
  );
  for (const resource of resources) {
    addTo(index, resource.address, resource);
    for (const name of resource.names()) addTo(byName, name, resource);
  }
  return resources;
}

class Planned implements Resource {
  readonly multiplicity = 1;
  readonly trace = new Trace();
  private merged: Value | undefined;
  private made: Provider | undefined;

  constructor(
    private readonly planned: PlannedResource,
    readonly stage: "plan" | "state",
    private readonly parts: PlanParts,
    private readonly graph: PlanGraph,
    readonly stack: string,
    readonly input: string,
    private readonly index: ReadonlyMap<string, readonly Resource[]>,
    private readonly byName: ReadonlyMap<string, readonly Resource[]>,
  ) {}

  get address(): string {
    return this.planned.address;
  }
  get mode(): Resource["mode"] {
    return this.planned.mode;
  }
  get type(): string {
    return this.planned.type;
  }
  get name(): string {
    return this.planned.name;
  }
  get stands(): boolean {
    return this.planned.stands;
  }

  read(path: string): Reading[] {
    return readPath(this.values(), null, path);
  }

  paths(): string[] {
    return pathsBelow(this.values(), null);
  }

  texts(): Reading[] {
    return readTexts(this.values(), null);
  }

  get provider(): Provider {
    this.made ??= providerOf(this.planned, this.parts, this.graph);
    return this.made;
  }

  follow(reference: Reference): readonly Resource[] {
    return this.index.get(reference.address) ?? [];
  }

  named(name: string): readonly Resource[] {
    return this.byName.get(name) ?? [];
  }

  /** What other resources may know it by, instead of a reference. */
  names(): string[] {
    return ["id", "arn", "name"].flatMap((key) => {
      const value = this.planned.after[key];
      return typeof value === "string" && value !== "" ? [value] : [];
    });
  }

  private values(): Value {
    const { after, unknown, module } = this.planned;
    // Without a block in the configuration nothing tells what is set, so nothing counts as unset.
    const { expressions, forEach } = this.graph.configured(this.planned) ?? {};
    const each = { expression: forEach, index: /\[[^\]]*\]$/.exec(this.address)?.[0] ?? "" };
    this.merged ??= merge(after, unknown, expressions, "", (expression) =>
      this.graph.references(expression, module, each),
    );
    return this.merged;
  }
}

function providerOf(planned: PlannedResource, parts: PlanParts, graph: PlanGraph): Provider {
  const key = graph.configured(planned)?.providerKey ?? "";
  const provider = parts.providers.get(key);
  const kind = (
    planned.providerName === "" ? planned.type.split("_")[0] : planned.providerName.split("/").pop()
  ) as string;
  return {
    key: key === "" ? kind : key,
    kind,
    missing: provider ? null : `the plan holds no configuration of the provider of ${planned.address}`,
    read: (path) => (provider ? readProvider(provider, graph, path) : []),
  };
}

function readProvider(
  { expressions, module }: ProviderConfiguration,
  graph: PlanGraph,
  path: string,
): Reading[] {
  const trace = new Trace();
  const [attribute = "", ...rest] = path.split(".");
  const expression = blockOf(expressions[attribute], rest);
  if (expression === undefined) return [];
  const value = graph.value(expression, module, trace);
  return value === null ? [] : [{ path, value, trace, sibling: () => [] }];
}

/** An expression inside a provider's blocks (`endpoints.ec2`): the first block that has it. */
function blockOf(expression: unknown, rest: readonly string[]): unknown {
  const [head, ...deeper] = rest;
  if (head === undefined || expression === undefined) return expression;
  const blocks = Array.isArray(expression) ? expression : [expression];
  for (const block of blocks) {
    const found =
      typeof block === "object" && block !== null && Object.hasOwn(block, head)
        ? blockOf((block as Record<string, unknown>)[head], deeper)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function addTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
