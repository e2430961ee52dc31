import { type Body, isBody } from "../configuration";
import { HIDDEN, NO_TEXT, type Provider, type Reading, type Resource, type TextTest } from "../resource";
import { onceByPath, pathsBelow, readPath, readTexts, someText, topOf } from "../synth/walk";
import { isUnknown, own, type Reference, Trace, type Value } from "../value";
import { lastIndex } from "./addresses";
import { isAbsent } from "./cut";
import { PlanGraph, referencesIn } from "./graph";
import { addsNothing, expressionOf, type Follow, merge } from "./merge";
import type { ConfiguredResource, PlannedResource, PlanParts, ProviderConfiguration } from "./parts";

/** The resources of a plan, as the inventory reads them. */
export function planResources(
  parts: PlanParts,
  stage: "plan" | "state",
  stack: string,
  input: string,
): readonly Resource[] {
  const document = new PlanDocument(parts, stage, stack, input);
  document.resources = parts.resources.map((planned) => new Planned(planned, document));
  return document.resources;
}

/** What the resources of one document have in common. */
class PlanDocument {
  readonly graph: PlanGraph;
  resources: readonly Planned[] = [];
  /** By key and kind. */
  private readonly providers = new Map<string, Map<string, Provider>>();
  /** Of those that were asked for. */
  private readonly byAddress = new Map<string, readonly Resource[]>();
  private byName: Index | undefined;
  private readonly marks = new Map<ReadonlySet<string>, WeakMap<Body, readonly string[]>>();

  constructor(
    private readonly parts: PlanParts,
    readonly stage: "plan" | "state",
    readonly stack: string,
    readonly input: string,
  ) {
    this.graph = new PlanGraph(parts, input);
  }

  /** Which of the names are marked: resources mostly share their marks. */
  marked(names: ReadonlySet<string>, marks: Body): readonly string[] {
    let known = this.marks.get(names);
    if (known === undefined) {
      known = new WeakMap();
      this.marks.set(names, known);
    }
    let marked = known.get(marks);
    if (marked === undefined) {
      marked = Object.keys(marks).filter((name) => names.has(name) && !isAbsent(marks[name]));
      known.set(marks, marked);
    }
    return marked;
  }

  at(address: string): readonly Resource[] {
    let found = this.byAddress.get(address);
    if (found === undefined) {
      found = this.graph.at(address).map((at) => this.resources[at] as Planned);
      this.byAddress.set(address, found);
    }
    return found;
  }

  named(name: string): readonly Resource[] {
    this.byName ??= indexed(this.resources);
    return [this.byName.get(name) ?? []].flat();
  }

  provider(planned: PlannedResource, configured: ConfiguredResource | undefined): Provider {
    const key = configured?.providerKey ?? "";
    const kind = kindOf(planned);
    const configuration = this.parts.providers.get(key);
    if (configuration === undefined) {
      const missing = `the plan holds no configuration of the provider of ${planned.address}`;
      return { key: key === "" ? kind : key, kind, missing, read: () => [] };
    }
    let ofKey = this.providers.get(key);
    if (ofKey === undefined) {
      ofKey = new Map();
      this.providers.set(key, ofKey);
    }
    let known = ofKey.get(kind);
    if (known === undefined) {
      const read = onceByPath((path) => readProvider(configuration, this.graph, path));
      known = { key: key === "" ? kind : key, kind, missing: null, read };
      ofKey.set(kind, known);
    }
    return known;
  }
}

/** The last part of the provider's source, or what the type begins with. */
function kindOf({ providerName, type }: PlannedResource): string {
  return providerName === ""
    ? (type.split("_")[0] as string)
    : providerName.slice(providerName.lastIndexOf("/") + 1);
}

/** A plan lists every instance. */
const NO_TRACE = new Trace();

class Planned implements Resource {
  private merged: Value | undefined;
  private made: Provider | undefined;
  private block: ConfiguredResource | null | undefined;

  constructor(
    private readonly planned: PlannedResource,
    private readonly document: PlanDocument,
  ) {
    this.merged = undefined;
    this.made = undefined;
    this.block = undefined;
  }

  get multiplicity(): number {
    return 1;
  }
  get trace(): Trace {
    return NO_TRACE;
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
    if (this.merged !== undefined) return readPath(this.merged, null, path);
    // Most are asked for a few attributes; what stands beside them is read when that is asked for.
    const top = topOf(path);
    const value = this.valueOf(top);
    const beside = (other: string) => this.read(other);
    if (top === path && (typeof value !== "object" || isUnknown(value)))
      return [
        {
          path,
          value,
          trace: new Trace(),
          sibling: (other, outwards = 0) => (outwards === 0 ? beside(other) : []),
        },
      ];
    return readPath({ [top]: value }, null, path, beside);
  }

  paths(isWanted: (name: string) => boolean): string[] {
    return pathsBelow(this.values(), null, isWanted);
  }

  texts(): Reading[] {
    return readTexts(this.values(), null);
  }

  glance(name: string): unknown {
    const value = own(this.planned.after, name);
    const mark = this.mark(name);
    if (mark === undefined || addsNothing(value, mark)) return value;
    // What nobody sets the provider decides, and it tells nothing yet.
    return mark === true && this.configured !== undefined && !Object.hasOwn(this.configured.expressions, name)
      ? undefined
      : HIDDEN;
  }

  among(names: ReadonlySet<string>): readonly string[] | null {
    const { after, unknown, noticed } = this.planned;
    if (noticed === undefined || !isBody(unknown)) return null;
    const marked = this.document.marked(names, unknown);
    let found: string[] | undefined;
    for (const name of Object.keys(after)) {
      if (!names.has(name) && !noticed.includes(name)) continue;
      if (found === undefined) found = [name];
      else found.push(name);
    }
    if (found === undefined) return marked;
    for (const name of marked) if (!Object.hasOwn(after, name)) found.push(name);
    return found;
  }

  source(name: string): string | number | boolean | null {
    const seen = this.glance(name);
    if (typeof seen === "number" || typeof seen === "boolean") return seen;
    if (typeof seen === "string" && !seen.startsWith(NO_TEXT)) return seen;
    if (seen !== HIDDEN) return `${NO_TEXT}${JSON.stringify(seen ?? null)}`;
    if (this.mark(name) !== true || this.configured === undefined) return null;
    const references = referencesIn(this.configured.expressions[name]);
    const isOfInstance = references.some((one) => /^(each|count|self)\b/.test(one));
    return isOfInstance ? null : `${NO_TEXT}?${JSON.stringify([this.planned.module, ...references])}`;
  }

  private mark(name: string): unknown {
    const { unknown } = this.planned;
    return isBody(unknown) ? own(unknown, name) : unknown;
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

  /** What other resources may know it by, instead of a reference; empty where it is not known by that. */
  nameAt(key: (typeof NAMES)[number]): string {
    const name = this.planned.after[key];
    return typeof name === "string" ? name : "";
  }

  /** Whether anything may stand at a path; of most that are asked for nothing does. */
  private holds(path: string): boolean {
    const name = topOf(path);
    const { after, unknown } = this.planned;
    return !isAbsent(own(after, name)) || !isBody(unknown) || !isAbsent(own(unknown, name));
  }

  private values(): Value {
    this.merged ??= merge(
      this.planned.after,
      this.planned.unknown,
      this.configured?.expressions,
      "",
      this.follows,
    );
    return this.merged;
  }

  /** Without a block in the configuration nothing tells what is set, so nothing counts as unset. */
  private valueOf(name: string): Value {
    const { expressions } = this.configured ?? {};
    return merge(
      own(this.planned.after, name),
      this.mark(name),
      expressions && expressionOf(expressions, name),
      name,
      this.follows,
    );
  }

  private get follows(): Follow {
    const { graph } = this.document;
    const { address, module } = this.planned;
    return (expression) =>
      graph.references(expression, module, {
        expression: this.configured?.forEach,
        index: lastIndex(address),
      });
  }
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

const NAMES = ["id", "arn", "name"] as const;

/** Most names belong to one resource, for which a list would be a waste. */
type Index = Map<string, Resource | Resource[]>;

function indexed(resources: readonly Planned[]): Index {
  const index: Index = new Map();
  for (const resource of resources) {
    for (const key of NAMES) {
      const name = resource.nameAt(key);
      if (name === "") continue;
      const known = index.get(name);
      if (known === undefined) index.set(name, resource);
      else if (Array.isArray(known)) known.push(resource);
      else index.set(name, [known, resource]);
    }
  }
  return index;
}
