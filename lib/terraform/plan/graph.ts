import { isBody } from "../configuration";
import { evaluate, type Scope, step } from "../expressions/evaluate";
import { own, type Reference, type Trace, Unknown, type Value } from "../value";
import { type ModuleStep, moduleOfAddress, modulePath, moduleSteps, parseReference } from "./addresses";
import type { ConfiguredModule, ConfiguredResource, PlannedResource, PlanParts } from "./parts";

/** Deeper than references lead; beyond it they go round in circles. */
const DEEPEST = 60;

/** What `each` means where an expression stands. */
export interface Each {
  /** The expression of the `for_each`. */
  readonly expression: unknown;
  /** The key of the instance, in brackets; empty where it is not known. */
  readonly index: string;
}

const NO_EACH: Each = { expression: undefined, index: "" };

/** Where an expression leads. */
export interface Followed {
  readonly references: Reference[];
  /** False when some of what it refers to could not be followed to a resource. */
  readonly whole: boolean;
  /** True where something that the configuration does not show went into the plan. */
  readonly isDoubtful: boolean;
}

interface ModulePlace {
  readonly steps: readonly ModuleStep[];
  /** The path without indices. */
  readonly bare: string;
  readonly module: ConfiguredModule | undefined;
}

/** Follows a plan's configuration: what expressions refer to, through module inputs and outputs. */
export class PlanGraph {
  /** Positions in the list of resources, by type, module path without indices, and name; of types that were asked for. */
  private readonly planned = new Map<string, ReadonlyMap<string, ReadonlyMap<string, number[]>>>();

  private readonly places = new Map<string, ModulePlace>();

  private readonly isDoubtful: boolean;

  /** References already followed; null as long as one is, so that a circle ends. */
  private readonly followed = new Map<string, Reference[] | null>();

  constructor(
    private readonly parts: PlanParts,
    private readonly document: string,
  ) {
    this.isDoubtful = [...parts.relevant].some((name) => !parts.mentioned.has(name));
  }

  /** A resource's block in the configuration; undefined where the plan carries none for it. */
  configured(resource: PlannedResource): ConfiguredResource | undefined {
    const { module } = this.place(resource.module);
    return module?.resources.get(kindOf(resource))?.get(resource.name);
  }

  /** The resources that an expression of a module refers to, followed through inputs and outputs. */
  references(expression: unknown, module: string, each: Each): Followed {
    const found = new Map<string, Reference>();
    let whole = true;
    for (const reference of referencesIn(expression)) {
      const targets = this.follow(reference, this.place(module).steps, each, 0);
      if (targets === null) whole = false;
      for (const one of targets ?? []) found.set(`${one.address} ${one.attribute}`, one);
    }
    return { references: [...found.values()], whole, isDoubtful: this.isDoubtful };
  }

  /** What an expression of a provider or module call is known to be; `Unknown` otherwise. */
  value(expression: unknown, module: string, trace: Trace, depth = 0): Value {
    if (!isBody(expression)) return new Unknown("", "it is not set");
    const references = referencesIn(expression);
    if ("constant_value" in expression) {
      // A plan of a JSON configuration shows a template as a constant.
      return evaluate(expression["constant_value"], this.scope(module, depth), trace);
    }
    const [only] = references;
    if (references.length === 1 && only !== undefined) return this.variable(only, module, trace, depth);
    return new Unknown(references.join(", "), "the plan does not show how it is computed");
  }

  private variable(reference: string, module: string, trace: Trace, depth: number): Value {
    const { kind, name, index, rest } = parseReference(reference);
    if (kind !== "variable" || depth > DEEPEST)
      return new Unknown(reference, "the plan does not show its value");
    const whole = this.wholeVariable(name, reference, module, trace, depth);
    return stepsIn(index + (rest === "" ? "" : `.${rest}`)).reduce<Value>(step, whole);
  }

  private wholeVariable(name: string, reference: string, module: string, trace: Trace, depth: number): Value {
    const steps = moduleSteps(module);
    if (steps.length === 0) return this.rootVariable(name, trace);
    const call = this.module(steps.slice(0, -1))?.calls.get((steps.at(-1) as ModuleStep).name);
    const input = call && own(call.inputs, name);
    if (input !== undefined) return this.value(input, modulePath(steps.slice(0, -1)), trace, depth + 1);
    const fallback = call?.module.defaults.get(name);
    return fallback === undefined
      ? new Unknown(reference, "its value is not in the plan")
      : (fallback as Value);
  }

  private rootVariable(name: string, trace: Trace): Value {
    const value = this.parts.variables.get(name);
    if (value === undefined) return new Unknown(`var.${name}`, "its value is not in the plan");
    trace.steps.push(`var.${name} = ${JSON.stringify(value)}`);
    return value as Value;
  }

  private scope(module: string, depth: number): Scope {
    return {
      lookUp: (name, path, trace) =>
        name === "var" && path.length === 1
          ? this.variable(`var.${path[0]}`, module, trace, depth + 1)
          : new Unknown(`${name}.${path.join(".")}`, "the plan does not show its value"),
    };
  }

  /** The resources behind a reference; none for an index such as `each.key`, null where it leads elsewhere. */
  private follow(
    reference: string,
    steps: readonly ModuleStep[],
    each: Each,
    depth: number,
  ): Reference[] | null {
    if (depth > DEEPEST) return null;
    if (/^each\.value\b/.test(reference)) return this.element(reference, steps, each, depth);
    const known = `${modulePath(steps)} ${reference}`;
    if (!this.followed.has(known)) {
      this.followed.set(known, null);
      this.followed.set(known, this.followOnce(reference, steps, depth));
    }
    return this.followed.get(known) ?? null;
  }

  private followOnce(reference: string, steps: readonly ModuleStep[], depth: number): Reference[] | null {
    const { kind, name, index, rest } = parseReference(reference);
    if (kind === "resource") return this.resources(name, index, rest, steps);
    if (kind === "module") return this.output(name, index, rest, steps, depth);
    if (kind === "variable" && steps.length > 0) return this.input(name, steps, depth);
    return /^(each\.key|count\.index)$/.test(reference) ? [] : null;
  }

  private resources(
    name: string,
    index: string,
    rest: string,
    steps: readonly ModuleStep[],
  ): Reference[] | null {
    const module = modulePath(steps);
    const all = this.positions(module, name).map((at) => this.parts.resources[at] as PlannedResource);
    const here = all.filter((resource) => resource.module === module);
    const chosen = (here.length > 0 ? here : all).filter(
      (one) => index === "" || one.address.endsWith(name + index),
    );
    if (chosen.length === 0) return null;
    return chosen.map(({ address }) => ({ address, attribute: rest, document: this.document }));
  }

  private output(
    name: string,
    index: string,
    rest: string,
    steps: readonly ModuleStep[],
    depth: number,
  ): Reference[] | null {
    const inside = [...steps, { name, index }];
    const output = rest.split(/[.[]/)[0] as string;
    return this.followAll(this.module(inside)?.outputs.get(output), inside, NO_EACH, depth);
  }

  private input(name: string, steps: readonly ModuleStep[], depth: number): Reference[] | null {
    const outside = steps.slice(0, -1);
    const { name: called, index } = steps.at(-1) as ModuleStep;
    const call = this.module(outside)?.calls.get(called);
    return this.followAll(
      call && own(call.inputs, name),
      outside,
      { expression: call?.forEach, index },
      depth,
    );
  }

  /** `each.value.id`: the element of what `for_each` goes over that has the same key. */
  private element(
    reference: string,
    steps: readonly ModuleStep[],
    each: Each,
    depth: number,
  ): Reference[] | null {
    const targets = this.followAll(each.expression, steps, NO_EACH, depth);
    const same = targets?.filter(({ address }) => each.index !== "" && address.endsWith(each.index)) ?? [];
    const attribute = reference.replace(/^each\.value\.?/, "");
    return (
      targets &&
      (same.length > 0 ? same : targets).map((one) => ({ ...one, attribute: one.attribute || attribute }))
    );
  }

  private followAll(
    expression: unknown,
    steps: readonly ModuleStep[],
    each: Each,
    depth: number,
  ): Reference[] | null {
    const references = referencesIn(expression);
    const targets = references.map((one) => this.follow(one, steps, each, depth + 1));
    if (targets.length === 0 || targets.includes(null)) return null;
    const all = targets.flatMap((one) => one ?? []);
    return [...new Map(all.map((one) => [`${one.address} ${one.attribute}`, one])).values()];
  }

  /** A module path taken apart; many resources are in one. */
  private place(path: string): ModulePlace {
    let found = this.places.get(path);
    if (found === undefined) {
      const steps = moduleSteps(path);
      found = {
        steps,
        bare: steps.map(({ name }) => `module.${name}`).join("."),
        module: this.module(steps),
      };
      this.places.set(path, found);
    }
    return found;
  }

  /** Where in the list of resources those of an address stand. */
  at(address: string): number[] {
    const module = moduleOfAddress(address);
    const { name } = parseReference(module === "" ? address : address.slice(module.length + 1));
    return this.positions(module, name).filter((at) => this.parts.resources[at]?.address === address);
  }

  /** The same of all of a name in the instances of a module. */
  private positions(module: string, short: string): readonly number[] {
    const [name = "", type = ""] = short.split(".").reverse();
    let ofType = this.planned.get(type);
    if (ofType === undefined) {
      ofType = this.ofType(type);
      this.planned.set(type, ofType);
    }
    const all = ofType.get(this.place(module).bare)?.get(name) ?? [];
    return all.filter((at) => shortAddress(this.parts.resources[at] as PlannedResource) === short);
  }

  private ofType(type: string): Map<string, Map<string, number[]>> {
    const found = new Map<string, Map<string, number[]>>();
    this.parts.resources.forEach((resource, at) => {
      if (resource.type !== type) return;
      const { bare } = this.place(resource.module);
      let module = found.get(bare);
      if (module === undefined) {
        module = new Map();
        found.set(bare, module);
      }
      const same = module.get(resource.name);
      if (same) same.push(at);
      else module.set(resource.name, [at]);
    });
    return found;
  }

  private module(steps: readonly ModuleStep[]): ConfiguredModule | undefined {
    return steps.reduce<ConfiguredModule | undefined>(
      (module, { name }) => module?.calls.get(name)?.module,
      this.parts.root,
    );
  }
}

/** The references anywhere in an expression or a block of expressions; the longest of each, which Terraform lists first. */
export function referencesIn(expression: unknown): string[] {
  const found: string[] = [];
  collectReferences(expression, found);
  return found;
}

function collectReferences(expression: unknown, found: string[]): void {
  if (Array.isArray(expression)) {
    for (const one of expression) collectReferences(one, found);
  } else if (isBody(expression)) {
    const own: unknown = expression["references"];
    if (Array.isArray(own)) {
      for (const one of longest(own)) found.push(one);
    } else for (const key of Object.keys(expression)) collectReferences(expression[key], found);
  }
}

function longest(references: readonly unknown[]): string[] {
  const texts = references.filter((one): one is string => typeof one === "string");
  return texts.filter((one) => !texts.some((other) => other !== one && isWithin(other, one)));
}

function isWithin(longer: string, shorter: string): boolean {
  return longer.startsWith(shorter) && (longer[shorter.length] === "." || longer[shorter.length] === "[");
}

/** `.a[0]["b"]` as the keys it goes through. */
function stepsIn(path: string): (string | number)[] {
  return [...path.matchAll(/\.([\w-]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, number, key]) =>
    number === undefined ? (name ?? (key as string)) : Number(number),
  );
}

function shortAddress(resource: PlannedResource): string {
  return `${kindOf(resource)}.${resource.name}`;
}

function kindOf({ mode, type }: PlannedResource): string {
  return mode === "data" ? `data.${type}` : type;
}
