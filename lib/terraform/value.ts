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

/** An attribute or block that no configuration sets, so that the provider will: a plan shows these as unknown. */
export interface Unset {
  /** Without indices. */
  readonly path: string;
  /** True where the plan was made from something that its configuration does not show: a `dynamic` may set it. */
  readonly isDoubtful: boolean;
}

/** The form of an unknown text, where that much is known: parts in a row, or a value written as JSON. */
export type Form = { readonly joined: readonly Value[] } | { readonly encoded: Value };

/** A value that is not decided by the documents read. */
export class Unknown {
  constructor(
    /** The expression as written. */
    readonly expression: string,
    /** Why it is not known, as the end of a sentence: "variable `type` has no default". */
    readonly why: string,
    /** The attributes it is one of, unchanged; none for what is computed from them or from anything else. */
    readonly references: readonly Reference[] = [],
    /** Every value it can take, where that much is known (the branches of a conditional). */
    readonly candidates: readonly Value[] | null = null,
    /** Everything it depends on. */
    readonly mentions: readonly Reference[] = references,
    readonly unset: Unset | null = null,
    /** What it is put together from; policy documents are read through it. */
    readonly form: Form | null = null,
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

/** A value as text, for messages and look-ups; what should have been text may be anything. */
export function textOf(value: Value): string {
  if (value instanceof Unknown) return value.expression;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** An own property, never one of the prototype: keys come from untrusted files. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An unknown that is picked from others, or computed from them, which can make anything of them. */
export function derived(
  expression: string,
  why: string,
  from: readonly Value[],
  picked: boolean,
  candidates: readonly Value[] | null = null,
  form: Form | null = null,
): Unknown {
  const leaves = from.flatMap(leavesOf);
  const mentions = leaves.flatMap((leaf) => (isUnknown(leaf) ? leaf.mentions : []));
  const isOneOf = picked && leaves.every((leaf) => isUnknown(leaf) && leaf.references.length > 0);
  return new Unknown(expression, why, isOneOf ? mentions : [], candidates, mentions, null, form);
}

function leavesOf(value: Value): Value[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isObject(value) ? Object.values(value).flatMap(leavesOf) : [value];
}

/** An attribute of something unknown. */
export function attributeOf(base: Unknown, key: string | number): Unknown {
  if (typeof key === "number") return base;
  const inside = (reference: Reference) => ({
    ...reference,
    attribute: reference.attribute === "" ? key : `${reference.attribute}.${key}`,
  });
  return new Unknown(
    `${base.expression}.${key}`,
    base.why,
    base.references.map(inside),
    null,
    base.mentions.map(inside),
  );
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
