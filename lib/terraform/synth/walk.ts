import { evaluate, isLiteral, type Scope, step } from "../expressions/evaluate";
import { HIDDEN, type Reading, type TextTest } from "../resource";
import { isObject, isUnknown, own, Trace, Unknown, type Value } from "../value";

/** A place in a block. */
interface Node {
  /** Raw JSON, or an evaluated value when there is no scope. */
  readonly raw: unknown;
  /** What expressions are evaluated in; null below an expression that is already evaluated. */
  readonly scope: Scope | null;
  readonly path: string;
  readonly trace: Trace;
  /** The block it stands in; null for the resource's own. */
  readonly block: Node | null;
  /** See `Reading.written`. */
  readonly written?: string | undefined;
  /** Inside a `dynamic` block, whose iterator means nothing elsewhere. */
  readonly isRepeated?: true | undefined;
  /** Reads what stands beside it at the top, where `raw` is only a part of that. */
  readonly beside?: Beside | undefined;
}

type Beside = (path: string) => Reading[];

/**
 * Values at a dotted path below a raw block; see `Resource.read`.
 *
 * @param beside reads other paths, where the block is only the part that this one leads into
 */
export function readPath(raw: unknown, scope: Scope | null, path: string, beside?: Beside): Reading[] {
  // Of most that is asked for nothing is written.
  const written = isObject(raw) ? glanced(raw, topOf(path)) : raw;
  if (written === undefined || written === null) return [];
  return descend({ raw, scope, path: "", trace: new Trace(), block: null, beside }, path.split("."));
}

/** The name at the top of a dotted path. */
export function topOf(path: string): string {
  const dot = path.indexOf(".");
  return dot < 0 ? path : path.slice(0, dot);
}

/** The same readings again for the same path: subnets and providers are read for every resource that uses them. */
export function onceByPath(read: (path: string) => Reading[]): (path: string) => Reading[] {
  let known: Map<string, Reading[]> | undefined;
  return (path) => {
    const before = known?.get(path);
    if (before !== undefined) return before;
    const readings = read(path);
    // That there is nothing is told faster than it is looked up.
    if (readings.length > 0) {
      known ??= new Map();
      known.set(path, readings);
    }
    return readings;
  };
}

function descend(node: Node, steps: readonly string[]): Reading[] {
  const { raw } = node;
  if (raw === undefined || raw === null) return [];
  if (raw instanceof Unknown)
    return [
      reading(
        steps.reduce((at, step) => inside(at, step), node),
        raw,
      ),
    ];
  if (typeof raw === "string" && node.scope !== null) return descend(evaluated(node), steps);
  if (Array.isArray(raw)) {
    return raw.flatMap((item, i) => descend({ ...node, raw: item, path: `${node.path}[${i}]` }, steps));
  }
  const [head, ...rest] = steps;
  if (head === undefined) {
    const done = node.scope === null ? node : evaluated(node);
    return [reading(done, done.raw as Value)];
  }
  if (typeof raw !== "object") return [];
  return [...members(node, head), ...dynamicBlocks(node, head)].flatMap((one) => descend(one, rest));
}

/** What stands under a name, or may. */
function members(node: Node, name: string): Node[] {
  const raw = node.raw as Record<string, unknown>;
  if (node.scope === null || hasPlainKeys(raw)) {
    const value = own(raw, name);
    return value === undefined ? [] : [child(node, name, value)];
  }
  return entriesOf(node)
    .filter(({ key }) => key === name || isUnknown(key))
    .map(({ key, raw }) => child(node, name, isUnknown(key) ? key : raw));
}

/** The members of an object; in an argument, as opposed to a block, keys are templates as well. */
function entriesOf({
  raw,
  scope,
  trace,
}: Pick<Node, "raw" | "scope" | "trace">): { key: Value; raw: unknown }[] {
  const isPlain = scope === null || hasPlainKeys(raw as object);
  return Object.entries(raw as object).map(([key, value]) => ({
    key: isPlain ? key : evaluate(key, scope, trace),
    raw: value,
  }));
}

const plainKeys = new WeakMap<object, boolean>();

/** Whether every key is what it says, as it is nearly everywhere; objects are asked again and again. */
function hasPlainKeys(raw: object): boolean {
  let plain = plainKeys.get(raw);
  if (plain === undefined) {
    plain = Object.keys(raw).every(isPlainKey);
    plainKeys.set(raw, plain);
  }
  return plain;
}

const keysSeen = new Map<string, boolean>();

/** Few names are written many times. */
function isPlainKey(key: string): boolean {
  let plain = keysSeen.get(key);
  if (plain === undefined) {
    plain = !/[^ -#&-~]/.test(key);
    if (keysSeen.size >= MOST_KEYS) keysSeen.clear();
    keysSeen.set(key, plain);
  }
  return plain;
}

const MOST_KEYS = 10_000;

/** A string may evaluate to anything: a leaf, a list, or an object that the path goes on into. */
function evaluated(node: Node): Node {
  if (node.scope === null) return node;
  const trace = typeof node.raw === "object" || isTemplate(node.raw) ? copy(node.trace) : node.trace;
  const written = typeof node.raw === "string" && !node.isRepeated ? node.raw : undefined;
  return { ...node, raw: evaluate(node.raw, node.scope, trace), scope: null, trace, written };
}

function isTemplate(raw: unknown): boolean {
  return typeof raw === "string" && !isLiteral(raw);
}

/** Every text below a raw block, evaluated, and every key that is no plain name; the block's comment left out. */
export function readTexts(raw: unknown, scope: Scope | null): Reading[] {
  return texts({ raw, scope, path: "", trace: new Trace(), block: null });
}

function texts(node: Node): Reading[] {
  const { raw } = node;
  if (raw instanceof Unknown || typeof raw !== "object" || raw === null) {
    if (typeof raw !== "string" || node.scope === null) return [reading(node, raw as Value)];
    return texts(evaluated(node));
  }
  if (Array.isArray(raw))
    return raw.flatMap((item, i) => texts({ ...node, raw: item, path: `${node.path}[${i}]`, block: node }));
  return entriesOf(node)
    .filter(({ key }) => key !== "//" || node.path !== "")
    .flatMap(({ key, raw }) => {
      const name = isUnknown(key) ? key.expression : String(key);
      const inside = child(node, name, raw);
      return /^\w*$/.test(name) ? texts(inside) : [reading(inside, key), ...texts(inside)];
    });
}

/**
 * Every dotted path below a raw block whose last name is wanted, without indices; `dynamic` blocks count as the
 * blocks they make.
 */
export function pathsBelow(raw: unknown, scope: Scope | null, isWanted: (name: string) => boolean): string[] {
  const found: string[] = [];
  collectPaths(raw, scope, [], { isWanted, found });
  return found;
}

interface Search {
  readonly isWanted: (name: string) => boolean;
  readonly found: string[];
}

/** Most names are not wanted, so no path is put together before one is. */
function collectPaths(raw: unknown, scope: Scope | null, names: string[], search: Search): void {
  if (typeof raw === "string") {
    if (scope !== null && !isLiteral(raw))
      collectPaths(evaluate(raw, scope, new Trace()), null, names, search);
  } else if (Array.isArray(raw)) {
    for (const item of raw) collectPaths(item, scope, names, search);
  } else if (typeof raw === "object" && raw !== null && !(raw instanceof Unknown)) {
    collectMembers(raw, scope, names, search);
  }
}

function collectMembers(raw: object, scope: Scope | null, names: string[], search: Search): void {
  for (const written of Object.keys(raw)) {
    const value = (raw as Record<string, unknown>)[written];
    const key = scope === null || isPlainKey(written) ? written : evaluate(written, scope, new Trace());
    if (key === "//" && names.length === 0) continue;
    if (key === "dynamic" && scope !== null) collectDynamicPaths(value, scope, names, search);
    else collectPathsIn(isUnknown(key) ? key.expression : String(key), value, scope, names, search);
  }
}

function collectPathsIn(
  name: string,
  raw: unknown,
  scope: Scope | null,
  names: string[],
  search: Search,
): void {
  names.push(name);
  if (search.isWanted(name)) search.found.push(names.join("."));
  collectPaths(raw, scope, names, search);
  names.pop();
}

function collectDynamicPaths(dynamic: unknown, scope: Scope, names: string[], search: Search): void {
  for (const labels of objects(dynamic)) {
    for (const [name, block] of Object.entries(labels)) {
      for (const one of objects(block)) collectPathsIn(name, one["content"], scope, names, search);
    }
  }
}

/** What stands at the top under a name; hidden where `dynamic` blocks or keys that are not known may put something there. */
export function glanced(raw: unknown, name: string): unknown {
  if (raw instanceof Unknown) return HIDDEN;
  if (typeof raw !== "object" || raw === null) return undefined;
  const body = raw as Record<string, unknown>;
  const value = own(body, name);
  if (value !== undefined) return value instanceof Unknown ? HIDDEN : value;
  const isDynamic = objects(own(body, "dynamic")).some((labels) => Object.hasOwn(labels, name));
  return isDynamic || !hasPlainKeys(body) ? HIDDEN : undefined;
}

/** Whether any text below passes the test, keys included. */
export function someText(raw: unknown, test: TextTest): boolean {
  if (typeof raw === "string") return test(raw, false);
  if (typeof raw !== "object" || raw === null) return false;
  if (Array.isArray(raw)) {
    for (const item of raw) if (someText(item, test)) return true;
    return false;
  }
  for (const key of Object.keys(raw)) {
    if (test(key, true) || someText((raw as Record<string, unknown>)[key], test)) return true;
  }
  return false;
}

function child(node: Node, name: string, raw: unknown): Node {
  return inside(node, name, raw, node);
}

/** What stands under a name of it was not written as such. */
function inside(node: Node, name: string, raw = node.raw, block = node.block): Node {
  const { scope, trace, isRepeated } = node;
  const path = node.path === "" ? name : `${node.path}.${name}`;
  return { raw, scope, path, trace, block, written: undefined, isRepeated, beside: undefined };
}

/** `dynamic` blocks of this name, unrolled where their `for_each` is known. */
function dynamicBlocks(node: Node, name: string): Node[] {
  const { scope } = node;
  const dynamic = own(node.raw as Record<string, unknown>, "dynamic");
  if (dynamic === undefined || scope === null) return [];
  return objects(dynamic)
    .flatMap((labels) => objects(own(labels, name)))
    .flatMap((block) => unroll(block, node, scope, name));
}

function unroll(block: Record<string, unknown>, node: Node, scope: Scope, name: string): Node[] {
  const iterator = typeof block["iterator"] === "string" ? block["iterator"] : name;
  const trace = copy(node.trace);
  const collection = evaluate(block["for_each"], scope, trace);
  // Of a list the key is a number, of a set the element itself.
  const noKey = new Unknown(`${iterator}.key`, "lists and sets are not told apart");
  return elementsOf(collection).map(([key, value], i) => ({
    raw: block["content"],
    scope: withIterator(scope, iterator, Array.isArray(collection) ? noKey : key, value),
    path: `${inside(node, name).path}[${i}]`,
    trace,
    block: node,
    isRepeated: true,
  }));
}

/** Key and value of every element of a `for_each`; one unknown element where it is not known. */
export function elementsOf(collection: Value): [Value, Value][] {
  if (isUnknown(collection)) return [[collection, collection]];
  if (Array.isArray(collection))
    return collection.map((item, i) => [typeof item === "string" ? item : i, item]);
  if (isObject(collection)) return Object.entries(collection);
  const nothing = new Unknown(String(collection), "`for_each` is neither a list nor an object");
  return [[nothing, nothing]];
}

export function withIterator(scope: Scope, iterator: string, key: Value, value: Value): Scope {
  return {
    lookUp(name, path, trace) {
      if (name !== iterator) return scope.lookUp(name, path, trace);
      const [head, ...rest] = path;
      const base = head === "key" ? key : head === "value" ? value : undefined;
      if (base === undefined) return new Unknown(name, `\`${iterator}\` has only a key and a value`);
      return rest.reduce<Value>(step, base);
    },
  };
}

function reading(node: Node, value: Value): Reading {
  return {
    path: node.path,
    value,
    trace: node.trace,
    ...(node.written === undefined ? {} : { written: node.written }),
    sibling: (path, outwards = 0) => {
      const block = outer(node.block, outwards);
      if (block === null) return [];
      return block.beside === undefined ? descend(block, path.split(".")) : block.beside(path);
    },
  };
}

function outer(block: Node | null, outwards: number): Node | null {
  return block === null || outwards === 0 ? block : outer(block.block, outwards - 1);
}

function objects(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(objects);
  return typeof node === "object" && node !== null ? [node as Record<string, unknown>] : [];
}

export function copy(trace: Trace): Trace {
  const result = new Trace();
  result.steps.push(...trace.steps);
  for (const name of trace.assumed) result.assumed.add(name);
  return result;
}
