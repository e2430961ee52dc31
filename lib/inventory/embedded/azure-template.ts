import type { Provider, Reading, Resource } from "../../terraform/resource";
import { isObject, isUnknown, own, Trace, type Value } from "../../terraform/value";
import { evaluateAzure, ownOf } from "./azure-expression";
import { AzureTemplateScope, type Given, givenIn, sectionOf } from "./azure-scope";
import { azureName, azureType } from "./azure-shapes";
import { renamed } from "./names";
import {
  merged,
  type Opened,
  opened,
  providerIn,
  providerNowhere,
  readingOf,
  virtualResource,
} from "./opened";

/** What a resource inside others takes from them. */
interface Parent {
  readonly type: string;
  readonly name: string;
  readonly location: Reading | undefined;
}

/** One template, with those nested in it. */
export class AzureTemplate {
  private readonly reasons = new Set<string>();
  private readonly made: {
    readonly type: string;
    readonly location: Reading | undefined;
    resource(): Resource;
  }[] = [];
  private readonly nested: Opened[] = [];
  private readonly scope: AzureTemplateScope;
  private readonly multiplicity: number | null;

  constructor(
    private readonly holder: Resource,
    private readonly body: Record<string, Value>,
    given: Given,
    private readonly home: Reading | undefined,
    private readonly trace: Trace,
    /** Of the template around it; the scope only where it is evaluated there. */
    outer?: { readonly multiplicity: number | null; readonly scope: AzureTemplateScope | undefined },
  ) {
    this.scope = outer?.scope ?? new AzureTemplateScope(body, given, home);
    this.multiplicity = outer === undefined ? holder.multiplicity : outer.multiplicity;
  }

  open(): Opened {
    const resources = ownOf(this.body, "resources");
    if (!Array.isArray(resources) && !isObject(resources)) {
      return opened([], ["its template has no `resources` that can be read"]);
    }
    this.addAll(resources, undefined);
    return opened(
      [...this.made.map((one) => one.resource()), ...this.nested.flatMap((one) => one.resources)],
      [...this.reasons, ...this.nested.flatMap((one) => one.unread ?? [])],
    );
  }

  /** A list, or an object by symbolic names. */
  private addAll(resources: Value[] | Record<string, Value>, parent: Parent | undefined): void {
    for (const one of Object.values(resources)) this.add(one, parent);
  }

  private add(declaration: Value, parent: Parent | undefined): void {
    const written = isObject(declaration) ? ownOf(declaration, "type") : undefined;
    if (!isObject(declaration) || typeof written !== "string" || written.startsWith("[")) {
      this.reasons.add("what one of its resources is cannot be read");
      return;
    }
    const trace = merged(this.trace);
    const condition = evaluateAzure(ownOf(declaration, "condition") ?? true, this.scope, trace);
    if (condition === false || ownOf(declaration, "existing") === true) return;
    const type =
      parent && !written.includes(".") ? `${parent.type}/${written}` : (written.split("@")[0] ?? written);
    const name = this.nameOf(declaration, parent);
    const why = unreadType(type);
    if (why !== null) this.reasons.add(`\`${name}\` ${why}`);
    if (/^microsoft\.resources\/deployments$/i.test(type)) {
      this.deploy(declaration, name, trace);
      return;
    }
    const location = this.locationOf(declaration, trace) ?? parent?.location;
    this.make(declaration, { type, name, location }, trace);
    const children = ownOf(declaration, "resources");
    if (Array.isArray(children) || isObject(children)) this.addAll(children, { type, name, location });
  }

  private make(declaration: Record<string, Value>, { type, name, location }: Parent, trace: Trace): void {
    const { resources: _, ...rest } = declaration;
    const value = renamed(evaluateAzure(rest, this.scope, trace), azureName);
    this.made.push({
      type: type.toLowerCase(),
      location,
      resource: () =>
        virtualResource({
          holder: this.holder,
          within: `${type}/${name}`,
          type: azureType(type),
          name,
          value,
          trace,
          provider: providerAt(location ?? this.parentLocation(type), this.holder),
          multiplicity: times(this.multiplicity, this.copies(declaration, trace)),
        }),
    });
  }

  /** A child without a location stands where its parent does, if only one can be that. */
  private parentLocation(type: string): Reading | undefined {
    const parent = type.toLowerCase().replace(/\/[^/]*$/, "");
    const parents = this.made.filter((one) => one.type === parent && one.type.includes("/"));
    return parents.length === 1 ? parents[0]?.location : undefined;
  }

  private nameOf(declaration: Record<string, Value>, parent: Parent | undefined): string {
    const name = evaluateAzure(ownOf(declaration, "name") ?? "?", this.scope, new Trace());
    const own = isUnknown(name) ? String(ownOf(declaration, "name")) : String(name);
    return parent === undefined ? own : `${parent.name}/${own}`;
  }

  private locationOf(declaration: Record<string, Value>, trace: Trace): Reading | undefined {
    const raw = ownOf(declaration, "location");
    if (raw === undefined || raw === null) return undefined;
    const followed = merged(trace);
    return readingOf("location", evaluateAzure(raw, this.scope, followed), followed);
  }

  /** How many a `copy` makes; null when not known. */
  private copies(declaration: Record<string, Value>, trace: Trace): number | null {
    const copy = ownOf(declaration, "copy");
    if (copy === undefined || copy === null) return 1;
    const count = isObject(copy) ? evaluateAzure(ownOf(copy, "count") ?? null, this.scope, trace) : null;
    return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : null;
  }

  private deploy(declaration: Record<string, Value>, name: string, trace: Trace): void {
    const properties = ownOf(declaration, "properties");
    const inner = isObject(properties) ? ownOf(properties, "template") : undefined;
    if (!isObject(properties) || !isObject(inner)) {
      this.reasons.add(`\`${name}\` is a deployment whose template is elsewhere`);
      return;
    }
    const options = sectionOf(properties, "expressionEvaluationOptions");
    const isInner = /^inner$/i.test(String(own(options, "scope") ?? "outer"));
    const passed = evaluateAzure(ownOf(properties, "parameters") ?? {}, this.scope, trace);
    const given = givenIn(passed, `${name}.parameters`, trace);
    // Another resource group or subscription may stand anywhere.
    const isHere = ["resourceGroup", "subscriptionId", "location"].every(
      (key) => ownOf(declaration, key) === undefined,
    );
    const home = isHere ? this.home : this.locationOf(declaration, trace);
    const template = new AzureTemplate(this.holder, inner, given, home, trace, {
      multiplicity: times(this.multiplicity, this.copies(declaration, trace)),
      scope: isInner ? undefined : this.scope,
    });
    this.nested.push(template.open());
  }
}

function times(a: number | null, b: number | null): number | null {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : a * b;
}

/** Why a resource of this type can make more than it shows; null when it cannot. */
export function unreadType(type: string): string | null {
  if (/^microsoft\.resources\/deploymentscripts$/i.test(type))
    return "is a script, which can make any resource";
  if (/^microsoft\.resources\/deploymentstacks$/i.test(type))
    return "is a deployment stack, whose template is not read";
  if (/^microsoft\.solutions\/applications$/i.test(type)) {
    return "is a managed application: what it makes is not in the template";
  }
  if (/^microsoft\.customproviders\//i.test(type)) return "is made by a custom provider";
  return null;
}

/** Where a resource stands, which for Azure is its own to say. */
export function providerAt(location: Reading | undefined, { provider }: Resource): Provider {
  const known = { ...provider, read: () => [] };
  if (location !== undefined) return providerIn(location, known);
  return providerNowhere(known, "the resource names no `location`");
}
