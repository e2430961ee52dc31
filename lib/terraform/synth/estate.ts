import { type Block, type Body, bareReference, type Configuration, isBody } from "../configuration";
import { evaluate, isLiteral } from "../expressions/evaluate";
import type { Estate, ModuleCall, Provider, Reading, Resource } from "../resource";
import { findUnknown, isObject, type Reference, Trace, type Value } from "../value";
import type { Instance } from "./instances";
import { addressOf, Stack } from "./stack";
import { glanced, onceByPath, pathsBelow, readPath, readTexts, someText } from "./walk";

/** Arguments of a module call that are Terraform's own, not inputs of the module. */
const MODULE_META = new Set(["source", "version", "providers", "depends_on", "//"]);

/** A configuration and the file it was read from. */
export interface SynthesizedStack {
  readonly configuration: Configuration;
  readonly input: string;
}

/** Reads synthesized stacks together, so that references between them are followed. */
export function estateOf(synthesized: readonly SynthesizedStack[]): Estate {
  const byBackend = new Map<string, Stack[]>();
  const outputs = (state: Record<string, Value>, name: string, trace: Trace) => {
    const key = stateKey(state["backend"], state["config"]);
    const [stack, other] = (key !== undefined && byBackend.get(key)) || [];
    return other === undefined ? stack?.output(name, trace) : undefined;
  };
  const stacks = synthesized.map(({ configuration, input }) => ({
    stack: new Stack(configuration, input, outputs),
    input,
  }));
  for (const { stack } of stacks) {
    const { backend } = stack.configuration;
    if (backend === null) continue;
    const key = stateKey(backend.type, evaluate(backend.config, stack, new Trace()));
    if (key !== undefined) byBackend.set(key, [...(byBackend.get(key) ?? []), stack]);
  }
  const index = new Map<string, Resource[]>();
  const resources = stacks.flatMap(({ stack, input }) =>
    stack.configuration.blocks.flatMap((block) => resourcesOf(block, stack, input, index)),
  );
  return { resources, modules: stacks.flatMap(({ stack, input }) => modulesOf(stack, input)) };
}

/** Settings of a backend that say how it is reached, locked or encrypted, not where the state lies. */
const HOW = new RegExp(
  "^(access|acl$|assume_role|client_|credentials|dynamodb_table|encrypt|kms_|lock_|max_retries|password|profile|" +
    "role_arn|sas_token|secret_key|shared_|skip_|sse_|token|unlock_|use_|username)",
);

/** What tells one Terraform state from another: the backend and where in it the state lies, if that is known. */
function stateKey(backend: Value | undefined, config: Value | undefined): string | undefined {
  const settings = config !== undefined && isObject(config) ? config : {};
  const place = Object.entries(settings)
    .filter(([name, value]) => value !== null && !HOW.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return findUnknown(place) ? undefined : JSON.stringify([backend, place]);
}

function resourcesOf(block: Block, stack: Stack, input: string, index: Map<string, Resource[]>): Resource[] {
  const made = stack.instances(block).map((instance) => resourceOf(instance, stack, input, index));
  index.set(`${input} ${addressOf(block)}`, made);
  for (const resource of made) index.set(`${input} ${resource.address}`, [resource]);
  return made;
}

function resourceOf(
  instance: Instance,
  stack: Stack,
  input: string,
  index: Map<string, Resource[]>,
): Resource {
  const { block, scope, suffix } = instance;
  let provider: Provider | undefined;
  return {
    address: addressOf(block) + suffix,
    mode: block.mode,
    type: block.type,
    name: block.name,
    stack: stack.name,
    input,
    stage: "synth",
    stands: false,
    multiplicity: instance.multiplicity,
    trace: instance.trace,
    read: onceByPath((path) => readPath(block.body, scope, path)),
    paths: (isWanted) => pathsBelow(block.body, scope, isWanted),
    texts: () => readTexts(block.body, scope),
    glance: (name) => glanced(block.body, name),
    among: () => null,
    source: () => null,
    mentions: (test) => someText(block.body, (text, isName) => !isLiteral(text) || test(text, isName)),
    get provider() {
      provider ??= stack.provider(block);
      return provider;
    },
    named: () => [],
    follow: (reference: Reference) => index.get(`${reference.document} ${reference.address}`) ?? [],
  };
}

function modulesOf(stack: Stack, input: string): ModuleCall[] {
  return [...stack.configuration.modules].map(([name, body]) => ({
    address: `module.${name}`,
    stack: stack.name,
    input,
    source: typeof body["source"] === "string" ? body["source"] : "(no source)",
    texts: () => inputsOf(body, stack),
    providers: moduleProviders(body, stack),
    preconditions: outputPreconditions(stack),
  }));
}

function outputPreconditions({ configuration }: Stack): string[] {
  return [...configuration.outputs.values()]
    .flatMap((body) => [body["precondition"] ?? []].flat())
    .flatMap((one) => (isBody(one) && typeof one["condition"] === "string" ? one["condition"] : []));
}

function inputsOf(body: Body, stack: Stack): Reading[] {
  return Object.entries(body)
    .filter(([key]) => !MODULE_META.has(key))
    .flatMap(([key, value]) => readTexts({ [key]: value }, stack));
}

/** The providers passed to it; none passed means Terraform hands down every default one. */
function moduleProviders(body: Body, stack: Stack): Provider[] {
  const passed = body["providers"];
  if (isBody(passed)) {
    return Object.values(passed).map((value) => stack.providerByKey(bareReference(String(value))));
  }
  const defaults = stack.configuration.providers.filter((provider) => provider.alias === null);
  return [...new Set(defaults.map((provider) => provider.name))].map((name) => stack.providerByKey(name));
}
