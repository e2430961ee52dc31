import { type Body, isBody } from "../configuration";
import { HIDDEN, type Provider, type Reading, type Resource, type TextTest } from "../resource";
import { onceByPath, pathsBelow, readPath, readTexts, someText } from "../synth/walk";
import { own, type Reference, Trace, type Value } from "../value";
import { lastIndex } from "./addresses";
import { PlanGraph } from "./graph";
import { addsNothing, merge } from "./merge";
import type { ConfiguredResource, PlannedResource, PlanParts, ProviderConfiguration } from "./parts";

/** The resources of a plan, as the inventory reads them. */
export function planResources(
  parts: PlanParts,
  stage: "plan" | "state",
  stack: string,
  input: string,
): Resource[] {
  const document = new PlanDocument(parts, stage, stack, input);
  const resources = parts.resources.map((planned) => new Planned(planned, document));
  for (const resource of resources) document.add(resource);
  return resources;
}

/** What the resources of one document have in common. */
class PlanDocument {
  readonly graph: PlanGraph;
  private readonly providers = new Map<string, Provider>();
  private readonly byAddress = new Map<string, Resource | Resource[]>();
  private readonly byName = new Map<string, Resource | Resource[]>();

  constructor(
    private readonly parts: PlanParts,
    readonly stage: "plan" | "state",
    readonly stack: string,
    readonly input: string,
  ) {
    this.graph = new PlanGraph(parts, input);
  }

  add(resource: Planned): void {
    addTo(this.byAddress, resource.address, resource);
    for (const name of resource.names()) addTo(this.byName, name, resource);
  }

  at(address: string): readonly Resource[] {
    return [this.byAddress.get(address) ?? []].flat();
  }

  named(name: string): readonly Resource[] {
    return [this.byName.get(name) ?? []].flat();
  }

  provider(planned: PlannedResource, configured: ConfiguredResource | undefined): Provider {
    const key = configured?.providerKey ?? "";
    const kind = (
      planned.providerName === "" ? planned.type.split("_")[0] : planned.providerName.split("/").pop()
    ) as string;
    const configuration = this.parts.providers.get(key);
    if (configuration === undefined) {
      const missing = `the plan holds no configuration of the provider of ${planned.address}`;
      return { key: key === "" ? kind : key, kind, missing, read: () => [] };
    }
    const known = this.providers.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const read = onceByPath((path) => readProvider(configuration, this.graph, path));
    const made = { key: key === "" ? kind : key, kind, missing: null, read };
    this.providers.set(`${kind} ${key}`, made);
    return made;
  }
}

/** A plan lists every instance. */
const NO_TRACE = new Trace();

class Planned implements Resource {
  readonly multiplicity: number;
  readonly trace: Trace;
  private merged: Value | undefined;
  private made: Provider | undefined;
  private block: ConfiguredResource | null | undefined;

  constructor(
    private readonly planned: PlannedResource,
    private readonly document: PlanDocument,
  ) {
    this.multiplicity = 1;
    this.trace = NO_TRACE;
    this.merged = undefined;
    this.made = undefined;
    this.block = undefined;
  }

  get stage(): "plan" | "state" {
    return this.document.stage;
  }
  get stack(): string {
    return this.document.stack;
  }
  get input(): string {
    return this.document.input;
  }
  get address(): string {
    return this.planned.address;
  }
  get noticed(): readonly string[] | undefined {
    return this.planned.noticed;
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
    if (!this.holds(path)) return [];
    if (this.merged !== undefined || path.includes(".")) return readPath(this.values(), null, path);
    // Most are asked for one attribute; what stands beside it is read when that is asked for.
    const sibling = (beside: string, outwards = 0) => (outwards === 0 ? this.read(beside) : []);
    return readPath(this.valuesOf([path]), null, path).map((reading) => ({ ...reading, sibling }));
  }

  paths(isWanted: (name: string) => boolean): string[] {
    return pathsBelow(this.values(), null, isWanted);
  }

  texts(): Reading[] {
    return readTexts(this.values(), null);
  }

  glance(name: string): unknown {
    const { after, unknown } = this.planned;
    const value = own(after, name);
    const mark = isBody(unknown) ? own(unknown, name) : unknown;
    if (mark === undefined || addsNothing(value, mark)) return value;
    // What nobody sets the provider decides, and it tells nothing yet.
    const { expressions } = this.configured ?? {};
    return mark === true && expressions !== undefined && !Object.hasOwn(expressions, name)
      ? undefined
      : HIDDEN;
  }

  private get configured(): ConfiguredResource | undefined {
    if (this.block === undefined) this.block = this.document.graph.configured(this.planned) ?? null;
    return this.block ?? undefined;
  }

  mentions(test: TextTest): boolean {
    return someText(this.planned.after, test) || someText(this.planned.unknown, test);
  }

  get provider(): Provider {
    this.made ??= this.document.provider(this.planned, this.configured);
    return this.made;
  }

  follow(reference: Reference): readonly Resource[] {
    return this.document.at(reference.address);
  }

  named(name: string): readonly Resource[] {
    return this.document.named(name);
  }

  /** What other resources may know it by, instead of a reference. */
  names(): string[] {
    const names = ["id", "arn", "name"].map((key) => this.planned.after[key]);
    return names.filter((name): name is string => typeof name === "string" && name !== "");
  }

  /** Whether anything may stand at a path; of most that are asked for nothing does. */
  private holds(path: string): boolean {
    const dot = path.indexOf(".");
    const name = dot < 0 ? path : path.slice(0, dot);
    const { after, unknown } = this.planned;
    return !isNothing(own(after, name)) || !isBody(unknown) || !isNothing(own(unknown, name));
  }

  private values(): Value {
    this.merged ??= this.merge(this.planned.after, this.planned.unknown);
    return this.merged;
  }

  private valuesOf(names: readonly string[]): Value {
    const { after, unknown } = this.planned;
    const some = (body: Body) => Object.fromEntries(names.map((name) => [name, own(body, name)]));
    return this.merge(some(after), isBody(unknown) ? some(unknown) : unknown);
  }

  private merge(after: Body, unknown: unknown): Value {
    const { graph } = this.document;
    const { address, module } = this.planned;
    // Without a block in the configuration nothing tells what is set, so nothing counts as unset.
    const { expressions, forEach } = this.configured ?? {};
    const each = { expression: forEach, index: lastIndex(address) };
    return merge(after, unknown, expressions, "", (expression) => graph.references(expression, module, each));
  }
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
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
  const value = settingOf(expression, (one) => graph.value(one, module, trace));
  return value === null ? [] : [{ path, value, trace, sibling: () => [] }];
}

/** What an expression is known to be; of blocks (`endpoints`), what their attributes are. */
function settingOf(expression: unknown, known: (expression: unknown) => Value): Value {
  if (!Array.isArray(expression) || !expression.every(isBody)) return known(expression);
  const settings: Record<string, Value> = Object.create(null);
  for (const [key, one] of expression.flatMap((block) => Object.entries(block))) settings[key] = known(one);
  return settings;
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

function addTo(map: Map<string, Resource | Resource[]>, key: string, resource: Resource): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, resource);
  else if (Array.isArray(known)) known.push(resource);
  else map.set(key, [known, resource]);
}
