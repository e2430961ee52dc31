import { type Body, isBody } from "../configuration";
import { isTooDeep } from "../input";
import type { JsonReader } from "../json-reader";
import { parseReference } from "./addresses";
import { referencesIn } from "./graph";
import {
  type ConfiguredModule,
  eachKey,
  emptyModule,
  type Keep,
  type ModuleCallConfiguration,
  type PlannedResource,
  type PlanParts,
} from "./parts";

/** A plan that is JSON but not what Terraform writes. `path` is the place inside it. */
export class PlanError extends Error {
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(problem);
  }
}

/** Keys whose values are small and kept as they are. */
const HEAD = ["format_version", "version", "errored", "complete"];

/** What to do at the top-level keys of a plan as `terraform show -json` writes it; only what is judged is held. */
export function planHandlers(reader: JsonReader, parts: PlanParts, keep: Keep): Record<string, () => void> {
  const handlers: Record<string, () => void> = {
    resource_changes: () => list(reader, "resource_changes", (change) => addChange(parts, change, keep)),
    planned_values: () => countPlanned(reader, parts),
    prior_state: () => eachKey(reader, { values: () => readDataSources(reader, parts, keep) }),
    configuration: () => readConfigurationKeys(reader, parts, keep),
    deferred_changes: () => list(reader, "deferred_changes", () => parts.deferred++),
    relevant_attributes: () =>
      list(reader, "relevant_attributes", ({ resource }) => parts.relevant.add(plainName(String(resource)))),
    variables: () => {
      for (const [name, variable] of Object.entries(bodyAt(reader.take(), "variables"))) {
        parts.variables.set(name, isBody(variable) ? variable["value"] : undefined);
      }
    },
  };
  for (const key of HEAD) {
    handlers[key] = () => {
      parts.head[key] = reader.take();
    };
  }
  return handlers;
}

function addChange(parts: PlanParts, change: Body, keep: Keep): void {
  const body = bodyAt(change["change"], `resource_changes: ${String(change["address"])}: change`);
  const actions = Array.isArray(body["actions"]) ? body["actions"] : [];
  if (change["mode"] === "managed" || change["mode"] === undefined) parts.managed++;
  // What is only forgotten goes on standing.
  const forgotten = actions.includes("forget");
  const after = forgotten ? body["before"] : body["after"];
  // What is deleted has no "after"; a deposed object goes in any case.
  if (!isBody(after) || change["deposed"] !== undefined) return;
  parts.changed++;
  const stands = actions.every((action) => ["no-op", "read", "forget"].includes(String(action)));
  add(parts, change, after, forgotten ? {} : (body["after_unknown"] ?? {}), stands, keep);
}

/** Counts what is planned, to notice a plan whose list of changes leaves some of it out. */
function countPlanned(reader: JsonReader, parts: PlanParts): void {
  const count = (): void => {
    parts.planned++;
    reader.skip();
  };
  const module = (): void =>
    eachKey(reader, { resources: () => reader.array(count), child_modules: () => reader.array(module) });
  eachKey(reader, { root_module: module });
}

/** The data sources of the state before the plan; everything else has its change. */
function readDataSources(reader: JsonReader, parts: PlanParts, keep: Keep): void {
  const module = (): void =>
    eachKey(reader, {
      resources: () =>
        list(reader, "values.resources", (resource) => {
          if (resource["mode"] !== "data" || !isBody(resource["values"])) return;
          add(parts, resource, resource["values"], {}, true, keep);
        }),
      child_modules: () => reader.array(module),
    });
  eachKey(reader, { root_module: module });
}

/** Adds a resource, cut down to what `keep` wants of it. */
export function add(
  parts: Pick<PlanParts, "resources">,
  entry: Body,
  after: Body,
  unknown: unknown,
  stands: boolean,
  keep: Keep,
): void {
  const { address, type, name } = entry;
  if (typeof address !== "string" || typeof type !== "string") {
    throw new PlanError("resource_changes", "a resource without an address or a type");
  }
  const mode = entry["mode"] === "data" ? "data" : "managed";
  const wanted = keep(type, isBody(unknown) ? { ...unknown, ...after } : after);
  if (wanted === null) return;
  const resource: PlannedResource = {
    address,
    module: moduleOf(entry, address),
    mode,
    type,
    name: String(name),
    after: only(after, wanted),
    unknown: unknown === true || !isBody(unknown) ? unknown : only(unknown, wanted),
    stands,
    providerName: String(entry["provider_name"] ?? ""),
  };
  if (isTooDeep(resource.after))
    throw new PlanError(address, "its values are nested deeper than any resource's");
  parts.resources.push(resource);
}

function moduleOf(entry: Body, address: string): string {
  if (typeof entry["module_address"] === "string") return entry["module_address"];
  // A state's entries carry it only in their address.
  const own = `${entry["mode"] === "data" ? "data." : ""}${String(entry["type"])}.${String(entry["name"])}`;
  const at = address.lastIndexOf(`.${own}`);
  return at < 0 ? "" : address.slice(0, at);
}

function only(body: Body, wanted: ReadonlySet<string>): Body {
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(body)) if (wanted.has(key)) result[key] = body[key];
  return result;
}

function readConfigurationKeys(reader: JsonReader, parts: PlanParts, keep: Keep): void {
  eachKey(reader, {
    provider_config: () => {
      for (const [key, provider] of Object.entries(bodyAt(reader.take(), "configuration.provider_config"))) {
        const { expressions, module_address: module } = bodyAt(
          provider,
          `configuration.provider_config.${key}`,
        );
        parts.providers.set(key, {
          expressions: isBody(expressions) ? expressions : {},
          module: typeof module === "string" ? module : "",
        });
      }
    },
    root_module: () => readModule(reader, parts.root, cutBy(keep, parts.mentioned), 0),
  });
}

/** What becomes of the expressions that are read. */
interface Cut {
  readonly keep: Keep;
  /** Notes what an expression refers to, before it is cut down. */
  mention(expression: unknown): void;
}

function cutBy(keep: Keep, mentioned: Set<string>): Cut {
  return {
    keep,
    mention: (expression) => {
      for (const reference of referencesIn(expression)) mentioned.add(plainName(reference));
    },
  };
}

/** `module.a["x"].data.aws_subnet.s[0].id` → `data.aws_subnet.s`. */
function plainName(reference: string): string {
  return parseReference(reference.replace(/^(module\.[^.[\]]+(\[[^\]]*\])?\.)+/, "")).name;
}

const DEEPEST_MODULES = 100;

function readModule(reader: JsonReader, module: ConfiguredModule, cut: Cut, depth: number): void {
  if (depth > DEEPEST_MODULES)
    throw new PlanError("configuration", `modules are nested more than ${DEEPEST_MODULES} deep`);
  eachKey(reader, {
    resources: () =>
      list(reader, "configuration.resources", (resource) => addConfigured(module, resource, cut)),
    outputs: () => {
      for (const [name, output] of Object.entries(bodyAt(reader.take(), "configuration.outputs"))) {
        if (!isBody(output) || !isBody(output["expression"])) continue;
        module.outputs.set(name, output["expression"]);
        cut.mention(output["expression"]);
      }
    },
    variables: () => {
      for (const [name, variable] of Object.entries(bodyAt(reader.take(), "configuration.variables"))) {
        if (isBody(variable) && "default" in variable) module.defaults.set(name, variable["default"]);
      }
    },
    module_calls: () => reader.object((name) => module.calls.set(name, readCall(reader, cut, depth))),
  });
}

function readCall(reader: JsonReader, cut: Cut, depth: number): ModuleCallConfiguration {
  const module = emptyModule();
  let inputs: Body = {};
  let forEach: unknown;
  eachKey(reader, {
    for_each_expression: () => {
      forEach = reader.take();
      cut.mention(forEach);
    },
    expressions: () => {
      inputs = bodyAt(reader.take(), "configuration.module_calls.expressions");
      cut.mention(inputs);
    },
    module: () => readModule(reader, module, cut, depth + 1),
  });
  return { inputs, forEach, module };
}

function addConfigured(module: ConfiguredModule, resource: Body, { keep, mention }: Cut): void {
  const { address, type, provider_config_key: providerKey } = resource;
  if (typeof address !== "string" || typeof type !== "string") return;
  const expressions = isBody(resource["expressions"]) ? resource["expressions"] : {};
  mention([expressions, resource["for_each_expression"], resource["count_expression"]]);
  const wanted = keep(type, expressions);
  if (wanted === null) return;
  module.resources.set(address, {
    providerKey: String(providerKey ?? ""),
    expressions: only(expressions, wanted),
    forEach: resource["for_each_expression"],
  });
}

export function list(reader: JsonReader, path: string, visit: (element: Body) => void): void {
  if (reader.next() !== "array") {
    const value = reader.take();
    if (value === null) return;
    throw new PlanError(path, `${JSON.stringify(value)?.slice(0, 60)} stands where a list is expected`);
  }
  let index = 0;
  reader.array(() => {
    visit(bodyAt(reader.take(), `${path}[${index}]`));
    index++;
  });
}

function bodyAt(value: unknown, path: string): Body {
  if (isBody(value)) return value;
  throw new PlanError(path, `${JSON.stringify(value)?.slice(0, 60)} stands where an object is expected`);
}
