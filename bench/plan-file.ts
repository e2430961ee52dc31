import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { type Kind, kinds, launchTemplate, type Made, securityGroup, subnet, vpc } from "./plan-kinds";
import { randomFrom } from "./random";

const SEED = 20261123;
const REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"];
const ZONE_IDS: Readonly<Record<string, string>> = {
  "us-east-1": "use1",
  "us-west-2": "usw2",
  "eu-west-1": "euw1",
  "eu-central-1": "euc1",
};
const PROVIDER = "registry.terraform.io/hashicorp/aws";
/** A team's own resources, and those of each of its services, whose module has one block for all services. */
const OWN = 250;
const PER_SERVICE = 25;
const SERVICES = 10;
const TEAM = OWN + PER_SERVICE * SERVICES;

/** What others of the module refer to. */
const MAIN = [vpc, subnet, securityGroup, launchTemplate];

/** The share of the other resources that stand already, where any do; of what is created a plan says less. */
const STANDING = 0.1;

/** A resource as the parts of a plan tell of it. */
interface Planned {
  /** Without its module: `aws_vpc.main`. */
  readonly name: string;
  readonly module: string;
  readonly made: Made;
  readonly stands: boolean;
  readonly values: Record<string, unknown>;
  readonly unknown: Record<string, unknown>;
  readonly sensitive: Record<string, unknown>;
}

/** A team's module call, which holds a module for each of its services. */
interface Team {
  readonly at: number;
  readonly region: string;
  readonly own: readonly Planned[];
  readonly services: readonly { readonly address: string; readonly resources: readonly Planned[] }[];
}

/**
 * Writes what `terraform show -json` says of a large estate: mostly networks, roles, records and alarms, a few
 * machines, and one resource in seventy with accelerators in countries that are allowed. A team at a time, so that
 * the plan may be larger than memory. Answers its size in bytes.
 *
 * @param resources rounded up to whole teams
 */
export function writePlan(path: string, resources: number): number {
  const out = new Output(path);
  const teams = Math.ceil(resources / TEAM);
  try {
    out.write(
      '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"child_modules":[',
    );
    out.each(teams, (at) => json(plannedModule(teamOf(at), () => true)));
    out.write(']}},"resource_changes":[');
    out.each(teams, (at) => all(teamOf(at)).map(change).map(json).join(","));
    out.write(
      '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"child_modules":[',
    );
    out.each(teams, (at) => json(plannedModule(teamOf(at), ({ stands }) => stands)));
    out.write(`]}}},"configuration":{"provider_config":${json(providers())},"root_module":{"module_calls":{`);
    out.each(teams, (at) => `"team_${at}":${json(call(teamOf(at)))}`);
    out.write('}}},"timestamp":"2026-11-23T00:00:00Z","applyable":true,"complete":true,"errored":false}\n');
    return out.end();
  } finally {
    out.close();
  }
}

/** The same at every pass over the teams. Every other team is new; in the rest its main resources stand already. */
function teamOf(at: number): Team {
  const random = randomFrom(SEED + at);
  const pick = <Of>(from: readonly Of[]) => from[Math.floor(random() * from.length)] as Of;
  const region = pick(REGIONS);
  const address = `module.team_${at}`;
  const make = (kind: Kind, name: string, module: string): Planned => {
    const made = kind({ region, name: `${module}-${name}`.replace(/module\.|\W+$|[^\w-]/g, "-"), pick });
    const isMain = name === "main";
    const stands = at % 2 === 1 && (isMain || random() < STANDING);
    return planned(made, { name: `${made.type}.${name}`, module, region, stands, isGrown: at % 2 === 1 });
  };
  const several = (module: string, count: number, kindOf: (i: number) => Kind) => [
    ...MAIN.map((kind) => make(kind, "main", module)),
    ...Array.from({ length: count - MAIN.length }, (_, i) => make(kindOf(i), `r${i}`, module)),
  ];
  const chosen = Array.from({ length: PER_SERVICE }, () => pick(kinds));
  return {
    at,
    region,
    own: several(address, OWN, () => pick(kinds)),
    services: Array.from({ length: SERVICES }, (_, i) => {
      const module = `${address}.module.service["svc-${i}"]`;
      return { address: module, resources: several(module, PER_SERVICE, (i) => chosen[i] as Kind) };
    }),
  };
}

interface Standing {
  readonly name: string;
  readonly module: string;
  readonly region: string;
  readonly stands: boolean;
  /** True where what it refers to stands. */
  readonly isGrown: boolean;
}

function planned(made: Made, { name, module, region, stands, isGrown }: Standing): Planned {
  const values: Record<string, unknown> = { ...made.set };
  const unknown: Record<string, unknown> = {};
  for (const key of made.computed ?? []) {
    if (stands) values[key] = decided(key, `${module}.${name}`, region);
    else unknown[key] = true;
  }
  for (const [key, reference] of Object.entries(made.from ?? {})) {
    const [top = "", inner] = key.split(".");
    const at = reference.lastIndexOf(".");
    const id = decided(reference.slice(at + 1), `${module}.${reference.slice(0, at)}`, region);
    const value = /(_ids|_identifier)$/.test(key) ? [id] : id;
    if (inner === undefined) (isGrown ? values : unknown)[top] = isGrown ? value : true;
    else {
      values[top] = [{ version: "$Latest", ...(isGrown ? { [inner]: value } : {}) }];
      unknown[top] = [isGrown ? {} : { [inner]: true }];
    }
  }
  for (const key of made.absent ?? []) values[key] = null;
  for (const key of made.empty ?? []) values[key] = [];
  const blocks = Object.entries(values).filter(([, value]) => typeof value === "object" && value !== null);
  const sensitive = Object.fromEntries(
    blocks.map(([key, value]) => [key, Array.isArray(value) ? value.map(markOf) : {}]),
  );
  return {
    name,
    module,
    made,
    stands,
    values,
    unknown: { ...(stands ? {} : sensitive), ...unknown },
    sensitive,
  };
}

/** How a plan marks an element of which nothing is unknown, or sensitive. */
function markOf(element: unknown): unknown {
  return typeof element === "object" ? {} : false;
}

/** What AWS decides of an attribute: mostly an id. */
function decided(key: string, address: string, region: string): unknown {
  if (key === "region") return region;
  if (key === "policy") return "";
  if (key === "availability_zone") return `${region}a`;
  if (key === "availability_zone_id") return `${ZONE_IDS[region]}-az1`;
  if (key === "availability_zones") return [`${region}a`];
  if (key === "desired_capacity") return 2;
  if (/^(host_id|placement_group)$/.test(key)) return "";
  if (/^(mixed_instances_policy|resources|ingress|egress)$/.test(key)) return [];
  const digits = createHash("md5").update(`${address}.${key}`).digest("hex").slice(0, 17);
  return key.includes("arn") ? `arn:aws:iam::123456789012:thing/${digits}` : `${key.split("_")[0]}-${digits}`;
}

function all({ own, services }: Team): Planned[] {
  return [...own, ...services.flatMap(({ resources }) => resources)];
}

function head({ name, module, made }: Planned) {
  return {
    address: `${module}.${name}`,
    mode: "managed",
    type: made.type,
    name: name.slice(name.indexOf(".") + 1),
    provider_name: PROVIDER,
  };
}

function plannedModule({ at, own, services }: Team, wanted: (planned: Planned) => boolean) {
  const listed = (resources: readonly Planned[]) =>
    resources.filter(wanted).map((resource) => ({
      ...head(resource),
      schema_version: 0,
      values: resource.values,
      sensitive_values: resource.sensitive,
    }));
  return {
    resources: listed(own),
    address: `module.team_${at}`,
    child_modules: services.map(({ address, resources }) => ({ resources: listed(resources), address })),
  };
}

function change(resource: Planned) {
  const { values, unknown, sensitive, stands } = resource;
  const { address, ...rest } = head(resource);
  return {
    address,
    module_address: resource.module,
    ...rest,
    change: {
      actions: [stands ? "no-op" : "create"],
      before: stands ? values : null,
      after: values,
      after_unknown: unknown,
      before_sensitive: stands ? sensitive : false,
      after_sensitive: sensitive,
    },
  };
}

function providers() {
  const one = (region: string, alias?: string) => ({
    name: "aws",
    full_name: PROVIDER,
    ...(alias ? { alias } : {}),
    expressions: { region: { constant_value: region } },
  });
  return Object.fromEntries([
    ["aws", one("us-east-1")],
    ...REGIONS.map((region) => [`aws.${region}`, one(region, region)]),
  ]);
}

function call({ own, services, region }: Team) {
  const service = services[0]?.resources ?? [];
  return {
    source: "./team",
    expressions: { region: { constant_value: region } },
    module: {
      resources: own.map((resource) => configured(resource, region)),
      module_calls: {
        service: {
          source: "./service",
          expressions: {
            name: { references: ["each.key"] },
            size: { references: ["each.value.size", "each.value"] },
          },
          for_each_expression: { references: ["var.services"] },
          module: {
            resources: service.map((resource) => configured(resource, region)),
            variables: { name: {}, size: { default: "small" } },
          },
        },
      },
      variables: { region: {}, services: { default: {} } },
    },
  };
}

function configured({ name, made }: Planned, region: string) {
  const expressions: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(made.set)) {
    if (key !== "tags_all") expressions[key] = { constant_value: value };
  }
  for (const [key, reference] of Object.entries(made.from ?? {})) {
    const [top = "", inner] = key.split(".");
    const expression = { references: [reference, reference.split(".").slice(0, 2).join(".")] };
    expressions[top] = inner === undefined ? expression : [{ [inner]: expression }];
  }
  return {
    address: name,
    mode: "managed",
    type: made.type,
    name: name.slice(name.indexOf(".") + 1),
    provider_config_key: `aws.${region}`,
    expressions,
    schema_version: 0,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** A file that is written as it comes. */
class Output {
  private readonly descriptor: number;
  private bytes = 0;

  constructor(path: string) {
    this.descriptor = openSync(path, "w");
  }

  write(text: string): void {
    this.bytes += writeSync(this.descriptor, text);
  }

  /** What `text` makes of each number, with commas between. */
  each(count: number, text: (at: number) => string): void {
    for (let at = 0; at < count; at++) this.write(`${at === 0 ? "" : ","}${text(at)}`);
  }

  end(): number {
    return this.bytes;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
