import { type Body, isBody } from "../configuration";
import type { JsonReader } from "../json-reader";
import { moduleOfAddress, parseReference } from "./addresses";
import { heldExpressions, heldOf } from "./cut";
import { referencesIn } from "./graph";
import {
  type ConfiguredModule,
  type ConfiguredResource,
  eachKey,
  emptyModule,
  type Keep,
  type ModuleCallConfiguration,
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
    resource_changes: () =>
      list(
        reader,
        "resource_changes",
        (change) => addChange(parts, change, keep),
        () => takeChange(reader, keep),
      ),
    planned_values: () => countPlanned(reader, parts),
    prior_state: () => eachKey(reader, { values: () => readDataSources(reader, parts, keep) }),
    configuration: () => readConfigurationKeys(reader, parts, keep),
    deferred_changes: () => list(reader, "deferred_changes", () => parts.deferred++),
    relevant_attributes: () =>
      list(reader, "relevant_attributes", ({ resource }) =>
        parts.relevant.add(plainName(textOr(resource, ""))),
      ),
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

/** What is read of a change; the rest is most of a large plan. */
const OF_ENTRY = new Set(["address", "module_address", "mode", "type", "name", "provider_name", "deposed"]);

function takeChange(reader: JsonReader, keep: Keep): unknown {
  return takeSome(reader, (name, { type }) => {
    if (OF_ENTRY.has(name)) return reader.take();
    if (name !== "change") return reader.skip();
    const isNotKept = typeof type === "string" && keep.isOpen(type) && keep.of(type) === null;
    return (
      (isNotKept ? reader.tentatively(() => takeUnkept(reader, keep)) : undefined) ?? takeChanged(reader)
    );
  });
}

function takeChanged(reader: JsonReader): unknown {
  return takeSome(reader, (name, { actions }) => {
    if (!isReadOfChange(name, actions)) return reader.skip();
    // Resources of one type mostly leave the same attributes open.
    return name === "after_unknown" ? reader.takeShared() : reader.take();
  });
}

/** What was there before is read only where it stays. */
function isReadOfChange(name: string, actions: unknown): boolean {
  if (name === "before") return !Array.isArray(actions) || actions.includes("forget");
  return name === "actions" || name === "after" || name === "after_unknown";
}

/** A change of a resource that is only counted; undefined where an attribute tells that it has to be kept. */
function takeUnkept(reader: JsonReader, { tells }: Keep): unknown {
  let isKept = false;
  const taken = takeSome(reader, (name, { actions }) => {
    if (isKept || !isReadOfChange(name, actions)) return reader.skip();
    if (name === "actions") return reader.take();
    const isObject = reader.next() === "object";
    isKept = !reader.skipUnless(tells);
    if (isKept) reader.skip();
    return isObject ? {} : null;
  });
  return isKept ? undefined : taken;
}

function addChange(parts: PlanParts, change: Body, keep: Keep): void {
  const body = bodyAt(change["change"], `resource_changes: ${textOr(change["address"], "")}: change`);
  const actions = Array.isArray(body["actions"]) ? body["actions"] : [];
  if (change["mode"] === "managed" || change["mode"] === undefined) parts.managed++;
  // What is only forgotten goes on standing.
  const forgotten = actions.includes("forget");
  const after = forgotten ? body["before"] : body["after"];
  // What is deleted has no "after"; a deposed object goes in any case.
  if (!isBody(after) || isDeposed(change["deposed"])) return;
  parts.changed++;
  const stands = actions.every((action) => ["no-op", "read", "forget"].includes(textOr(action, "")));
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
        list(
          reader,
          "values.resources",
          (resource) => {
            if (resource["mode"] !== "data" || !isBody(resource["values"])) return;
            add(parts, resource, resource["values"], {}, true, keep);
          },
          () => takeSome(reader, (_, { mode }) => (mode === "managed" ? reader.skip() : reader.take())),
        ),
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
  const held = heldOf(type, after, unknown, keep);
  if (held === null) return;
  parts.resources.push({
    address,
    module: moduleOf(entry, address),
    mode: entry["mode"] === "data" ? "data" : "managed",
    type,
    name: textOr(name, ""),
    after: held.after,
    unknown: held.unknown,
    stands,
    noticed: held.noticed,
    providerName: textOr(entry["provider_name"], ""),
  });
}

/** The key of an object that was replaced and is on its way out. */
export function isDeposed(key: unknown): boolean {
  return typeof key === "string" && key !== "";
}

/** What should be text may be anything, and `String` fails for some of it. */
export function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

function moduleOf(entry: Body, address: string): string {
  if (typeof entry["module_address"] === "string") return entry["module_address"];
  // A state's entries carry it only in their address.
  return moduleOfAddress(address);
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
  const known = new Set<string>();
  return {
    keep,
    mention: (expression) => {
      for (const reference of referencesIn(expression)) {
        // Modules refer to things of the same names.
        if (known.has(reference)) continue;
        if (known.size > MOST_KNOWN) known.clear();
        known.add(reference);
        mentioned.add(plainName(reference));
      }
    },
  };
}

const MOST_KNOWN = 10_000;

/** `module.a["x"].data.aws_subnet.s[0].id` → `data.aws_subnet.s`. */
function plainName(reference: string): string {
  const module = moduleOfAddress(reference);
  return parseReference(module === "" ? reference : reference.slice(module.length + 1)).name;
}

const DEEPEST_MODULES = 100;

function readModule(reader: JsonReader, module: ConfiguredModule, cut: Cut, depth: number): void {
  if (depth > DEEPEST_MODULES)
    throw new PlanError("configuration", `modules are nested more than ${DEEPEST_MODULES} deep`);
  eachKey(reader, {
    resources: () =>
      list(
        reader,
        "configuration.resources",
        (resource) => addConfigured(module, resource, cut),
        () => takeConfigured(reader),
      ),
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

const OF_BLOCK = new Set([
  "address",
  "type",
  "provider_config_key",
  "for_each_expression",
  "count_expression",
]);

function takeConfigured(reader: JsonReader): unknown {
  return takeSome(reader, (name) => {
    if (name === "expressions") return takeSome(reader, () => takeExpression(reader));
    return OF_BLOCK.has(name) ? reader.take() : reader.skip();
  });
}

/** What a constant says is in the plan's values; that there is one says that nobody else decides. */
const CONSTANT: Body = Object.freeze({ constant_value: null });

/** Modules refer to things of the same names. */
function takeExpression(reader: JsonReader): unknown {
  if (reader.firstKey() !== "constant_value") return reader.takeShared();
  reader.skip();
  return CONSTANT;
}

function addConfigured(module: ConfiguredModule, resource: Body, { keep, mention }: Cut): void {
  const { address, type, provider_config_key: providerKey } = resource;
  if (typeof address !== "string" || typeof type !== "string") return;
  const expressions = isBody(resource["expressions"]) ? resource["expressions"] : {};
  mention(expressions);
  mention(resource["for_each_expression"]);
  mention(resource["count_expression"]);
  const held = heldExpressions(type, expressions, keep);
  if (held === null) return;
  const dot = address.lastIndexOf(".");
  const [kind, name] = [address.slice(0, dot), address.slice(dot + 1)];
  const ofKind = module.resources.get(kind) ?? new Map<string, ConfiguredResource>();
  module.resources.set(kind, ofKind);
  ofKind.set(name, {
    providerKey: textOr(providerKey, ""),
    expressions: held,
    forEach: resource["for_each_expression"],
  });
}

/** The next value; of an object only what `take` answers at the value of each key, and does not skip. */
function takeSome(reader: JsonReader, take: (key: string, taken: Body) => unknown): unknown {
  if (reader.next() !== "object") return reader.take();
  const taken: Record<string, unknown> = {};
  reader.object((key) => {
    const value = take(key, taken);
    // Nothing is read under the name of the prototype.
    if (value !== undefined && key !== "__proto__") taken[key] = value;
  });
  return taken;
}

export function list(
  reader: JsonReader,
  path: string,
  visit: (element: Body) => void,
  take: () => unknown = () => reader.take(),
): void {
  if (reader.next() !== "array") {
    const value = reader.take();
    if (value === null) return;
    throw new PlanError(path, `${JSON.stringify(value)?.slice(0, 60)} stands where a list is expected`);
  }
  let index = 0;
  reader.array(() => {
    visit(bodyAt(take(), `${path}[${index}]`));
    index++;
  });
}

function bodyAt(value: unknown, path: string): Body {
  if (isBody(value)) return value;
  throw new PlanError(path, `${JSON.stringify(value)?.slice(0, 60)} stands where an object is expected`);
}
