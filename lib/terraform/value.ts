/** A value of a Terraform configuration: JSON, with `Unknown` wherever the document alone does not decide. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value } | Unknown;

/** A resource, data source or module output that an unknown value comes from. */
export interface Reference {
  /** Address without attribute: `aws_subnet.gpu[0]`, `data.aws_subnet.x`, `module.vpc`; without index, all instances. */
  readonly address: string;
  /** What is read of it: `id`, `names[0]`; empty for the object itself. */
  readonly attribute: string;
  /** The document that holds the address. */
  readonly document: string;
}

/** A value that is not decided by the documents read. */
export class Unknown {
  constructor(
    /** The expression as written. */
    readonly expression: string,
    /** Why it is not known, as the end of a sentence: "variable `type` has no default". */
    readonly why: string,
    readonly references: readonly Reference[] = [],
    /** Every value it can take, where that much is known (the branches of a conditional). */
    readonly candidates: readonly Value[] | null = null,
  ) {}
}

/** What was followed to reach a value. */
export class Trace {
  /** Steps in reading order, for the derivation: "var.type = "p5.48xlarge" (default)". */
  readonly steps: string[] = [];
  /** Variables whose default was taken; another value can be given at plan. */
  readonly assumed: Set<string> = new Set();
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return value instanceof Unknown;
}

export function isObject(value: unknown): value is Record<string, Value> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/** An own property, never one of the prototype: keys come from untrusted files. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The first unknown anywhere inside, if any. */
export function findUnknown(value: Value): Unknown | undefined {
  if (value instanceof Unknown) return value;
  if (Array.isArray(value)) return first(value, findUnknown);
  if (isObject(value)) return first(Object.values(value), findUnknown);
  return undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
