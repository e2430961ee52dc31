import type { Body } from "../configuration";
import type { JsonReader } from "../json-reader";

/** Top-level attributes of a resource that are worth keeping. */
export type Wanted = ReadonlySet<string> | "everything";

/** What to keep of resources; a large plan is mostly other things. */
export interface Keep {
  /** Of a type; null: not the resource itself. */
  of(type: string): Wanted | null;
  /** Whether a resource of the type is kept whole if the name of an attribute, anywhere inside, `tells`. */
  isOpen(type: string): boolean;
  tells(name: string): boolean;
  /** Whether an attribute at the top of a type is known to tell nothing, whatever its name. */
  isIdle(type: string, name: string): boolean;
  /**
   * Which other attributes are kept, by what they hold; they are noted. Then marks of what is not known and
   * expressions are kept whole.
   */
  readonly wants?: ((value: unknown, name: string) => boolean) | undefined;
}

/** A resource as a plan or state lists it, cut down to what is judged. */
export interface PlannedResource {
  readonly address: string;
  /** Module path with indices: `module.a["x"].module.b`; empty for the root. */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** What stands afterwards. */
  readonly after: Body;
  /** Sparse mirror of `after`: true where a value is not known. */
  readonly unknown: unknown;
  /** True when nothing is changed: it already stands. */
  readonly stands: boolean;
  /** Attributes of it that `Keep.wants` noticed; undefined where all is held, or nobody looked. */
  readonly noticed?: readonly string[] | undefined;
  /** The provider's source address: `registry.terraform.io/hashicorp/aws`. */
  readonly providerName: string;
}

/** A resource's block in the configuration. */
export interface ConfiguredResource {
  readonly providerKey: string;
  readonly expressions: Body;
  /** The expression of its `for_each`. */
  readonly forEach: unknown;
}

/** A module of the configuration, and where its inputs and outputs come from. */
export interface ConfiguredModule {
  /** By what comes before the name in the address (`aws_vpc`, `data.aws_vpc`), and by name. */
  readonly resources: Map<string, Map<string, ConfiguredResource>>;
  /** Expressions of the module's outputs. */
  readonly outputs: Map<string, Body>;
  /** Defaults of its variables, where they have one. */
  readonly defaults: Map<string, unknown>;
  readonly calls: Map<string, ModuleCallConfiguration>;
}

export interface ModuleCallConfiguration {
  /** What the caller passes to each input. */
  readonly inputs: Body;
  /** The expression of its `for_each`. */
  readonly forEach: unknown;
  readonly module: ConfiguredModule;
}

export interface ProviderConfiguration {
  readonly expressions: Body;
  /** Module path without indices; empty for the root. */
  readonly module: string;
}

/** Everything of a plan that is judged. */
export interface PlanParts {
  readonly resources: PlannedResource[];
  /** Managed resources listed, kept or not. */
  managed: number;
  /** Resources that stand afterwards, by the list of changes and by the planned values. */
  changed: number;
  planned: number;
  readonly root: ConfiguredModule;
  readonly providers: Map<string, ProviderConfiguration>;
  readonly variables: Map<string, unknown>;
  /** The small keys at the top: format_version, errored, complete… */
  readonly head: Record<string, unknown>;
  deferred: number;
  /** Resources that Terraform says went into the plan's values, module path and index left out. */
  readonly relevant: Set<string>;
  /** Resources that some expression of the configuration refers to. `dynamic` blocks are not among the expressions. */
  readonly mentioned: Set<string>;
}

export function emptyParts(): PlanParts {
  return {
    resources: [],
    managed: 0,
    changed: 0,
    planned: 0,
    root: emptyModule(),
    providers: new Map(),
    variables: new Map(),
    head: Object.create(null),
    deferred: 0,
    relevant: new Set(),
    mentioned: new Set(),
  };
}

export function emptyModule(): ConfiguredModule {
  return { resources: new Map(), outputs: new Map(), defaults: new Map(), calls: new Map() };
}

/** Reads the keys of an object, giving each to its handler and skipping the rest; null is an object without keys. */
export function eachKey(reader: JsonReader, handlers: Readonly<Record<string, () => void>>): void {
  if (reader.next() === "other" && reader.take() === null) return;
  reader.object((key) => {
    const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined;
    if (handler) handler();
    else reader.skip();
  });
}
