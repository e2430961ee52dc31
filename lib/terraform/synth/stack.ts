import { quote } from "../../text/show";
import { type Block, bareReference, type Configuration, type ProviderBlock } from "../configuration";
import { type Evaluated, evaluate, followTrace, type Scope, step } from "../expressions/evaluate";
import { isLeftAlone } from "../lifecycle";
import type { Provider } from "../resource";
import { isObject, isUnknown, own, Trace, Unknown, type Value } from "../value";
import { expand, type Instance, instanceSuffix } from "./instances";
import { onceByPath, readPath } from "./walk";

type Outputs = (remoteState: Record<string, Value>, name: string, trace: Trace) => Value | undefined;

/** One synthesized stack: evaluates its expressions inside the document. */
export class Stack implements Scope {
  readonly name: string;
  readonly evaluated = new Map<string, Evaluated>();
  private readonly blocks = new Map<string, Block>();
  private readonly expanded = new Map<Block, Instance[]>();
  private readonly evaluating = new Set<string>();
  private readonly values = new Map<string, { value: Value | undefined; trace: Trace }>();
  private readonly providers = new Map<string, Provider>();

  constructor(
    readonly configuration: Configuration,
    /** The file it was read from: unlike the stack's name, it is unique in a run. */
    readonly document: string,
    /** Reads an output of another stack of the run by that stack's backend. */
    private readonly outputsOf: Outputs,
  ) {
    this.name = configuration.stack;
    for (const block of configuration.blocks) this.blocks.set(addressOf(block), block);
  }

  lookUp(name: string, path: readonly (string | number)[], trace: Trace): Value {
    switch (name) {
      case "var":
        return this.readRest(path, (variable) => this.variable(variable, trace));
      case "local":
        return this.readRest(path, (local) => this.local(local, trace));
      case "data":
        return this.blockValue(`data.${path[0]}.${path[1]}`, path.slice(2), trace);
      case "module":
        return new Unknown(`module.${path.join(".")}`, "outputs of modules are known only at plan", [
          { address: `module.${path[0]}`, attribute: path.slice(1).join("."), document: this.document },
        ]);
      case "each":
      case "count":
        return new Unknown(`${name}.${path.join(".")}`, `\`${name}\` is not set here`);
      case "path":
      case "terraform":
      case "self":
        return new Unknown(`${name}.${path.join(".")}`, `\`${name}\` is known only when Terraform runs`);
      default:
        return this.blockValue(`${name}.${path[0]}`, path.slice(1), trace);
    }
  }

  /** An output's value, for other stacks. */
  output(name: string, trace: Trace): Value | undefined {
    const body = this.configuration.outputs.get(name);
    return body && this.found(`output.${name}`, trace, (taken) => evaluate(body["value"], this, taken));
  }

  /** The instances `count` or `for_each` make; see `Resource.multiplicity`. */
  instances(block: Block): Instance[] {
    let instances = this.expanded.get(block);
    if (instances === undefined) {
      instances = expand(block, this);
      this.expanded.set(block, instances);
    }
    return instances;
  }

  /** The provider configuration a block names, or Terraform's default for its type. */
  provider(block: Block): Provider {
    const written = own(block.body, "provider");
    const fallback = block.type.split("_")[0] as string;
    if (written === undefined || written === null) return this.providerByKey(fallback);
    const name = typeof written === "string" ? bareReference(written) : JSON.stringify(written);
    return this.providerByKey(name);
  }

  providerByKey(key: string): Provider {
    let provider = this.providers.get(key);
    if (provider === undefined) {
      provider = this.makeProvider(key);
      this.providers.set(key, provider);
    }
    return provider;
  }

  private makeProvider(key: string): Provider {
    const [local, alias = null] = key.split(".");
    const found = this.configuration.providers.filter((p) => p.name === local && p.alias === alias);
    return {
      key,
      kind: this.providerKind(local as string),
      read: onceByPath((path) =>
        found.length === 1 ? readPath((found[0] as ProviderBlock).body, this, path) : [],
      ),
      missing: missing(key, found.length),
    };
  }

  private providerKind(local: string): string {
    const source = this.configuration.providerSources.get(local) ?? local;
    return source.toLowerCase().split("/").pop() as string;
  }

  private readRest(path: readonly (string | number)[], read: (name: string) => Value): Value {
    return path.slice(1).reduce<Value>(step, read(String(path[0])));
  }

  private variable(name: string, trace: Trace): Value {
    const body = this.configuration.variables.get(name);
    if (body === undefined) return new Unknown(`var.${name}`, `variable \`${name}\` is not declared`);
    if (!Object.hasOwn(body, "default")) {
      return new Unknown(`var.${name}`, `variable \`${name}\` has no default`);
    }
    const value = (body["default"] ?? null) as Value;
    trace.assumed.add(name);
    trace.steps.push(`var.${name} has the default ${describe(value)}`);
    return value;
  }

  private local(name: string, trace: Trace): Value {
    if (!this.configuration.locals.has(name)) {
      return new Unknown(`local.${name}`, `local \`${name}\` is not declared`);
    }
    const raw = this.configuration.locals.get(name);
    return this.found(`local.${name}`, trace, (taken) => evaluate(raw, this, taken));
  }

  /** What an attribute of a resource or data source will be, where its block says so itself. */
  private blockValue(address: string, path: readonly (string | number)[], trace: Trace): Value {
    const block = this.blocks.get(address);
    if (block === undefined) return new Unknown(address, `\`${address}\` is not in this document`);
    const { instance, rest } = this.select(block, path);
    const [attribute, ...deeper] = rest;
    const key = `${address}${instance.suffix}.${attribute}`;
    if (block.type === "terraform_remote_state" && attribute === "outputs" && readsOwnWorkspace(block)) {
      const name = String(deeper[0]);
      const value = this.found(`${key}.${name}`, trace, (taken) => this.remoteOutput(block, name, taken));
      if (value !== undefined) return deeper.slice(1).reduce<Value>(step, value);
    }
    if (block.mode === "data" && block.type === "aws_region" && isRegionName(attribute)) {
      const region = this.found(key, trace, (taken) => this.dataRegion(block, instance.scope, taken));
      if (region !== undefined) return region;
    }
    const raw = attribute === undefined ? undefined : own(block.body, String(attribute));
    if (raw === undefined || raw === null || isLeftAlone(block.body, String(attribute)))
      return this.computed(block, address + instance.suffix, rest);
    const value = this.found(key, trace, (taken) => {
      const value = evaluate(raw, instance.scope, taken);
      taken.steps.push(`${address}.${attribute} = ${describe(value)}`);
      return value;
    });
    return deeper.reduce<Value>(step, value);
  }

  /** Takes a leading instance key off the path. */
  private select(
    block: Block,
    path: readonly (string | number)[],
  ): { instance: Instance; rest: readonly (string | number)[] } {
    const any: Instance = { block, suffix: "", scope: this, multiplicity: 1, trace: new Trace() };
    const instances = this.once(`instances of ${addressOf(block)}`, () => this.instances(block), [any]);
    if (!isRepeated(block)) return { instance: instances[0] ?? any, rest: path };
    const suffix = instanceSuffix(path[0]);
    const chosen =
      instances.find((one) => one.suffix === suffix) ?? instances.find((one) => one.suffix === "");
    return { instance: chosen ?? any, rest: path.slice(1) };
  }

  private computed(block: Block, address: string, path: readonly (string | number)[]): Unknown {
    const attribute = path.join(".");
    const why = block.mode === "data" ? "data sources are read at plan" : "it is known after apply";
    return new Unknown(attribute === "" ? address : `${address}.${attribute}`, why, [
      { address, attribute, document: this.document },
    ]);
  }

  private remoteOutput(block: Block, name: string, trace: Trace): Value | undefined {
    const state = evaluate({ backend: block.body["backend"], config: block.body["config"] }, this, trace);
    return isObject(state) ? this.outputsOf(state, name, trace) : undefined;
  }

  private dataRegion(block: Block, scope: Scope, trace: Trace): Value | undefined {
    const reading = readPath(block.body, scope, "region")[0] ?? this.provider(block).read("region")[0];
    if (reading) followTrace(trace, reading.trace);
    return reading?.value;
  }

  /** What a key stands for, with what led to it: found once, since chains of references are trees otherwise. */
  private found<Found extends Value | undefined>(
    key: string,
    trace: Trace,
    find: (taken: Trace) => Found,
  ): Found | Unknown {
    let known = this.values.get(key);
    if (known === undefined) {
      if (this.evaluating.has(key)) return new Unknown(key, "it refers to itself");
      const taken = new Trace();
      known = { value: this.once(key, () => find(taken), undefined), trace: taken };
      this.values.set(key, known);
    }
    followTrace(trace, known.trace);
    return known.value as Found;
  }

  /** Guards against values that refer to themselves, which Terraform refuses. */
  private once<T>(key: string, compute: () => T, otherwise: T): T {
    if (this.evaluating.has(key)) return otherwise;
    this.evaluating.add(key);
    try {
      return compute();
    } finally {
      this.evaluating.delete(key);
    }
  }
}

export function addressOf(block: Block): string {
  const address = `${block.type}.${block.name}`;
  return block.mode === "data" ? `data.${address}` : address;
}

/** The state of another workspace holds what another configuration, or another time, has made of the stack. */
function readsOwnWorkspace({ body }: Block): boolean {
  return [undefined, null, "default", "${terraform.workspace}"].includes(
    own(body, "workspace") as string | null | undefined,
  );
}

function isRepeated(block: Block): boolean {
  return own(block.body, "count") !== undefined || own(block.body, "for_each") !== undefined;
}

function isRegionName(attribute: string | number | undefined): boolean {
  return attribute === "name" || attribute === "region" || attribute === "id";
}

function missing(key: string, found: number): string | null {
  if (found === 1) return null;
  if (found > 1) return `provider \`${key}\` is configured ${found} times`;
  return `provider \`${key}\` is not configured here, so its region comes from the environment`;
}

/** For a step of a derivation: what holds others is not written out. */
function describe(value: Value): string {
  if (isUnknown(value)) return shortened(value.expression);
  if (typeof value === "string") return quote(value);
  return Array.isArray(value) ? "[…]" : isObject(value) ? "{…}" : String(value);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
