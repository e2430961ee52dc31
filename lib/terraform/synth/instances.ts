import type { Block } from "../configuration";
import { evaluate, type Scope } from "../expressions/evaluate";
import { isUnknown, own, Trace, Unknown, type Value } from "../value";
import { elementsOf, withIterator } from "./walk";

/** Beyond this many, instances are counted instead of listed. */
const MOST_LISTED = 1_000;

/** One instance of a block: what `count` and `for_each` make of it. */
export interface Instance {
  readonly block: Block;
  /** `[0]`, `["a"]` or nothing. */
  readonly suffix: string;
  readonly scope: Scope;
  /** See `Resource.multiplicity`. */
  readonly multiplicity: number | null;
  /** What decided that this instance exists. */
  readonly trace: Trace;
}

export function expand(block: Block, scope: Scope): Instance[] {
  const single: Instance = { block, suffix: "", scope, multiplicity: 1, trace: new Trace() };
  const count = own(block.body, "count");
  if (count !== undefined && count !== null) return counted(single, evaluate(count, scope, single.trace));
  const forEach = own(block.body, "for_each");
  if (forEach === undefined || forEach === null) return [single];
  return collected(single, evaluate(forEach, scope, single.trace));
}

export function instanceSuffix(key: string | number | undefined): string {
  return key === undefined ? "" : `[${JSON.stringify(key)}]`;
}

function collected(single: Instance, collection: Value): Instance[] {
  const elements = elementsOf(collection);
  if (elements.length === 0) return nothing(single);
  return elements.map(([key, value]) => ({
    ...single,
    suffix: isUnknown(key) ? "" : instanceSuffix(key as string | number),
    scope: withIterator(single.scope, "each", key, value),
    multiplicity: isUnknown(key) ? null : 1,
  }));
}

function counted(single: Instance, value: Value): Instance[] {
  const count = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (count === 0) return nothing(single);
  if (typeof count === "number" && count <= MOST_LISTED) {
    return Array.from({ length: Math.max(0, Math.trunc(count)) }, (_, i) => ({
      ...single,
      suffix: `[${i}]`,
      scope: withCount(single.scope, i),
    }));
  }
  const index = isUnknown(value)
    ? value
    : new Unknown("count.index", "instances this many are not listed one by one");
  const multiplicity = typeof count === "number" ? count : null;
  return [{ ...single, scope: withCount(single.scope, index), multiplicity }];
}

/** Nothing is made; but when a variable's default says so, the block stays in sight with a count of zero. */
function nothing(single: Instance): Instance[] {
  return single.trace.assumed.size === 0 ? [] : [{ ...single, multiplicity: 0 }];
}

function withCount(scope: Scope, index: Value): Scope {
  return {
    lookUp: (name, path, trace) =>
      name === "count" && path[0] === "index" ? index : scope.lookUp(name, path, trace),
  };
}
