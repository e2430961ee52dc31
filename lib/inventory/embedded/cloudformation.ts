import type { Provider, Reading, Resource } from "../../terraform/resource";
import {
  findUnknown,
  isObject,
  isUnknown,
  own,
  type Reference,
  Trace,
  Unknown,
  type Value,
} from "../../terraform/value";
import { cloudControlName, cloudControlType } from "../aws-cloud-control";
import { evaluateCondition, evaluateIntrinsics, type Names, NO_VALUE } from "./cloudformation-functions";
import { parameterValue } from "./cloudformation-parameters";
import { renamed } from "./names";
import {
  follow,
  merged,
  type Opened,
  opened,
  providerIn,
  providerNowhere,
  together,
  virtualResource,
} from "./opened";
import { documentsOf } from "./text";

/** The resources of the CloudFormation templates that a stack or stack set holds. */
export function openCloudFormation(holder: Resource, paths: readonly string[]): Opened {
  const parameters = paths.filter((path) => leafOf(path).startsWith("parameter"));
  const links = paths.filter((path) => leafOf(path).endsWith("_url")).flatMap((path) => holder.read(path));
  const bodies = paths
    .filter((path) => !parameters.includes(path) && !leafOf(path).endsWith("_url"))
    .flatMap((path) => holder.read(path));
  const linked = opened(
    [],
    links.map(
      ({ value }) => `its template is at ${isUnknown(value) ? "an address that is not known" : value}`,
    ),
  );
  if (bodies.length === 0 && links.length === 0)
    return opened([], ["its template is not in the configuration"]);
  const homes = homesOf(holder);
  const read = together(
    bodies.flatMap((body) => homes.map((home) => ({ body, home }))),
    ({ body, home }) => openBody(body, holder, home, parameters),
  );
  return together([linked, read], (part) => part);
}

function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Where a template's resources are made. */
interface Home {
  readonly provider: Provider;
  readonly multiplicity: number | null;
}

const STACK_SET = "a stack set stands in the regions that its instances name";

/** A stack's own region; every region of a stack set, in accounts whose number is not known. */
function homesOf(holder: Resource): Home[] {
  if (!/_stack_set$/.test(holder.type)) {
    return [{ provider: regional(holder), multiplicity: holder.multiplicity }];
  }
  const multiplicity = holder.multiplicity === 0 ? 0 : null;
  const regions = holder.read("stack_instances_group.regions");
  if (regions.length === 0) return [{ provider: providerNowhere(holder.provider, STACK_SET), multiplicity }];
  return regions.map((region) => ({ provider: providerIn(region, holder.provider), multiplicity }));
}

/** The holder's provider, in the region that the holder itself names, if any. */
export function regional(holder: Resource): Provider {
  return providerIn(holder.read("region")[0], holder.provider);
}

function openBody(body: Reading, holder: Resource, home: Home, parameters: readonly string[]): Opened {
  const { documents, unread } = documentsOf(body);
  const read = together(documents, (document) => {
    if (!isObject(document)) return opened([], [`${body.path} is no CloudFormation template`]);
    return new Template(document, holder, home, parameters, body).open();
  });
  const none = documents.length === 0 ? [`${body.path} is no CloudFormation template`] : [];
  return opened(
    read.resources,
    [unread, read.unread, ...none].filter((why) => why !== null),
  );
}

class Template implements Names {
  readonly mappings: Value;
  private readonly reasons = new Set<string>();
  private readonly conditions = new Map<string, { value: boolean | Unknown; trace: Trace }>();
  private readonly parameters = new Map<string, Reading>();
  private readonly made = new Map<string, Resource>();
  /** Tells references inside this template from those of the configuration. */
  private readonly document: string;

  constructor(
    private readonly body: Record<string, Value>,
    private readonly holder: Resource,
    private readonly home: Home,
    private readonly parameterPaths: readonly string[],
    private readonly source: Reading,
  ) {
    this.mappings = own(body, "Mappings") ?? null;
    this.document = `${holder.input}#${holder.address}#${source.path}`;
  }

  open(): Opened {
    for (const transform of [own(this.body, "Transform") ?? []].flat()) {
      // Without Fn::ForEach, which is refused by itself, it adds nothing that could be a resource.
      if (transform !== "AWS::LanguageExtensions")
        this.refuse(`the transform ${shown(transform)} rewrites it`);
    }
    const resources = own(this.body, "Resources");
    if (!isObject(resources)) {
      this.refuse(`${this.source.path} has no \`Resources\` that can be read`);
      return opened([], this.reasons);
    }
    for (const [id, declaration] of Object.entries(resources)) this.add(id, declaration);
    return opened([...this.made.values()], this.reasons);
  }

  private add(id: string, declaration: Value): void {
    const type = isObject(declaration) ? own(declaration, "Type") : undefined;
    if (!isObject(declaration) || typeof type !== "string") {
      const isLoop = id.startsWith("Fn::");
      this.refuse(isLoop ? "it makes resources with a function" : `what \`${id}\` is cannot be read`);
      return;
    }
    const trace = merged(this.source.trace);
    const condition = own(declaration, "Condition");
    if (typeof condition === "string" && this.condition(condition, trace) === false) return;
    const hidden = unreadType(type);
    if (hidden !== null) this.refuse(`\`${id}\` ${hidden}`);
    const properties = evaluateIntrinsics(own(declaration, "Properties") ?? {}, this, trace);
    this.made.set(
      id,
      virtualResource({
        holder: this.holder,
        within: id,
        type: cloudControlType(type) ?? "awscc_unknown",
        name: id,
        value: properties === NO_VALUE ? {} : renamed(properties, cloudControlName),
        trace,
        provider: this.home.provider,
        multiplicity: this.home.multiplicity,
        follow: (reference) => this.follow(reference),
      }),
    );
  }

  private follow({ document, address }: Reference): readonly Resource[] | undefined {
    if (document !== this.document) return undefined;
    const found = this.made.get(address.slice(this.holder.address.length + 1));
    return found === undefined ? [] : [found];
  }

  ref(name: string, trace: Trace): Value {
    if (name.startsWith("AWS::")) return this.pseudo(name, trace);
    if (this.declares("Parameters", name)) return this.parameter(name, trace);
    if (this.declares("Resources", name)) return this.attribute(name, "Ref");
    return new Unknown(`Ref ${name}`, `\`${name}\` is not in the template`);
  }

  attribute(resource: string, attribute: string): Value {
    const expression = attribute === "Ref" ? `Ref ${resource}` : `${resource}.${attribute}`;
    if (!this.declares("Resources", resource)) {
      return new Unknown(expression, `\`${resource}\` is not in the template`);
    }
    const address = `${this.holder.address}#${resource}`;
    const name = attribute === "Ref" ? "id" : cloudControlName(attribute);
    return new Unknown(expression, "it is known when the stack is made", [
      { address, attribute: name, document: this.document },
    ]);
  }

  condition(name: string, trace: Trace): boolean | Unknown {
    let known = this.conditions.get(name);
    if (known === undefined) {
      const declared = own(this.section("Conditions"), name);
      const taken = new Trace();
      // Stands while it is being evaluated: a condition that refers to itself is not known.
      this.conditions.set(name, {
        value: new Unknown(name, `condition \`${name}\` refers to itself`),
        trace: taken,
      });
      const value =
        declared === undefined
          ? new Unknown(name, `condition \`${name}\` is not in the template`)
          : evaluateCondition(declared, this, taken);
      known = { value, trace: taken };
      this.conditions.set(name, known);
    }
    follow(trace, known.trace);
    return known.value;
  }

  refuse(why: string): void {
    this.reasons.add(why);
  }

  private parameter(name: string, trace: Trace): Value {
    let reading = this.parameters.get(name);
    if (reading === undefined) {
      const declaration = own(this.section("Parameters"), name) ?? null;
      reading = parameterValue(name, declaration, this.holder, this.parameterPaths);
      this.parameters.set(name, reading);
    }
    follow(trace, reading.trace);
    if (!findUnknown(reading.value)) {
      const step = `parameter ${name} = ${JSON.stringify(reading.value)} (${reading.path})`;
      if (!trace.steps.includes(step)) trace.steps.push(step);
    }
    return reading.value;
  }

  private pseudo(name: string, trace: Trace): Value {
    if (name === "AWS::NoValue") return NO_VALUE;
    if (name !== "AWS::Region") return new Unknown(name, "it is known when the stack is made");
    const { provider } = this.home;
    const [region] = provider.missing === null ? provider.read("region") : [];
    if (region === undefined) {
      return new Unknown(name, provider.missing ?? `provider \`${provider.key}\` sets no region`);
    }
    follow(trace, region.trace);
    return region.value;
  }

  private declares(section: string, name: string): boolean {
    return own(this.section(section), name) !== undefined;
  }

  private section(name: string): Record<string, Value> {
    const section = own(this.body, name);
    return isObject(section) ? section : {};
  }
}

/** Why a resource of this type can make more than it shows; null when it cannot. */
export function unreadType(type: string): string | null {
  if (type === "AWS::CloudFormation::Stack") return "is a nested stack, whose template is elsewhere";
  if (type === "AWS::CloudFormation::StackSet") return "is a stack set, which deploys a template elsewhere";
  if (type === "AWS::CloudFormation::CustomResource" || type.startsWith("Custom::")) {
    return "is a custom resource: what its code makes is not in the template";
  }
  if (type.endsWith("::MODULE")) return `is a module (${type}), whose inside is not in the template`;
  if (type.startsWith("AWS::Serverless::")) return `is of ${type}, which a transform turns into others`;
  if (type.startsWith("AWS::ServiceCatalog::CloudFormationProvisionedProduct")) {
    return "is a product of Service Catalog, whose template is elsewhere";
  }
  return cloudControlType(type) === undefined ? `is of the extension type ${type}` : null;
}

function shown(value: Value): string {
  if (typeof value === "string") return `\`${value}\``;
  const name = isObject(value) ? own(value, "Name") : undefined;
  return typeof name === "string" ? `\`${name}\`` : "of the template";
}
