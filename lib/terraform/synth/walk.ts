import { evaluate, type Scope, step } from "../expressions/evaluate";
import type { Reading } from "../resource";
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
}

/** Values at a dotted path below a raw block; see `Resource.read`. */
export function readPath(raw: unknown, scope: Scope, path: string): Reading[] {
  return descend({ raw, scope, path: "", trace: new Trace(), block: null }, path.split("."));
}

function descend(node: Node, steps: readonly string[]): Reading[] {
  const { raw } = node;
  if (raw === undefined || raw === null) return [];
  if (raw instanceof Unknown) return [reading({ ...node, path: [node.path, ...steps].join(".") }, raw)];
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
  const children = [
    child(node, head, own(raw as Record<string, unknown>, head)),
    ...dynamicBlocks(node, head),
  ];
  return children.flatMap((one) => descend(one, rest));
}

/** A string may evaluate to anything: a leaf, a list, or an object that the path goes on into. */
function evaluated(node: Node): Node {
  const trace = copy(node.trace);
  const raw = node.scope === null ? node.raw : evaluate(node.raw, node.scope, trace);
  return { ...node, raw, scope: null, trace };
}

/** Every text below a raw block, evaluated; comments left out. */
export function readTexts(raw: unknown, scope: Scope): Reading[] {
  return texts({ raw, scope, path: "", trace: new Trace(), block: null });
}

function texts(node: Node): Reading[] {
  const { raw } = node;
  if (raw instanceof Unknown || typeof raw !== "object" || raw === null) {
    if (typeof raw !== "string" || node.scope === null) return [reading(node, raw as Value)];
    return texts(evaluated(node));
  }
  return Object.entries(raw)
    .filter(([key]) => key !== "//")
    .flatMap(([key, value]) => {
      const path = Array.isArray(raw) ? `${node.path}[${key}]` : child(node, key, undefined).path;
      return texts({ ...node, raw: value, path, block: node });
    });
}

/** Every dotted path below a raw block, without indices; `dynamic` blocks count as the blocks they make. */
export function pathsBelow(raw: unknown, prefix = ""): string[] {
  if (Array.isArray(raw)) return raw.flatMap((item) => pathsBelow(item, prefix));
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    if (key === "//") return [];
    if (key === "dynamic") return dynamicPaths(value, prefix);
    const path = prefix === "" ? key : `${prefix}.${key}`;
    return [path, ...pathsBelow(value, path)];
  });
}

function dynamicPaths(dynamic: unknown, prefix: string): string[] {
  return objects(dynamic).flatMap((labels) =>
    Object.entries(labels).flatMap(([name, block]) => {
      const path = prefix === "" ? name : `${prefix}.${name}`;
      return objects(block).flatMap((one) => [path, ...pathsBelow(one["content"], path)]);
    }),
  );
}

function child(node: Node, name: string, raw: unknown): Node {
  return { ...node, raw, path: node.path === "" ? name : `${node.path}.${name}`, block: node };
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
  const elements = elementsOf(evaluate(block["for_each"], scope, trace));
  return elements.map(([key, value], i) => ({
    raw: block["content"],
    scope: withIterator(scope, iterator, key, value),
    path: `${child(node, name, undefined).path}[${i}]`,
    trace,
    block: node,
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
    sibling: (path, outwards = 0) => {
      const block = outer(node.block, outwards);
      return block === null ? [] : descend(block, path.split("."));
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
