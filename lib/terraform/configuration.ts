import { show } from "../text/show";
import { own } from "./value";

/** A JSON object as read, not yet evaluated. */
export type Body = Readonly<Record<string, unknown>>;

export interface Block {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly body: Body;
}

export interface ProviderBlock {
  /** The local name resources refer to it by: `aws`, `google-beta`. */
  readonly name: string;
  readonly alias: string | null;
  readonly body: Body;
}

/** One Terraform root module written in JSON, its blocks taken apart but nothing evaluated. */
export interface Configuration {
  readonly stack: string;
  readonly blocks: readonly Block[];
  readonly providers: readonly ProviderBlock[];
  readonly variables: ReadonlyMap<string, Body>;
  readonly locals: ReadonlyMap<string, unknown>;
  readonly modules: ReadonlyMap<string, Body>;
  readonly outputs: ReadonlyMap<string, Body>;
  /** Addresses, without indices, of blocks that take over what exists already. */
  readonly imported: ReadonlySet<string>;
  /** Local provider name → source as written (`hashicorp/aws`). */
  readonly providerSources: ReadonlyMap<string, string>;
  /** Backend type and settings, for references between stacks. */
  readonly backend: { readonly type: string; readonly config: Body } | null;
}

/** A document that is JSON but not a Terraform configuration. `path` is the place inside it. */
export class ConfigurationError extends Error {
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(problem);
  }
}

/** Takes a parsed `*.tf.json` document apart. Throws `ConfigurationError` where a block is not one. */
export function readConfiguration(stack: string, root: Body): Configuration {
  const terraform = labelled(root["terraform"], 0, "terraform").map(({ body }) => body);
  return {
    stack,
    blocks: [...blocks(root, "resource", "managed"), ...blocks(root, "data", "data")],
    providers: labelled(root["provider"], 1, "provider").map(({ labels, body, path }) => ({
      name: labels[0] as string,
      alias: aliasOf(body, path),
      body,
    })),
    variables: named(root, "variable"),
    locals: new Map(labelled(root["locals"], 0, "locals").flatMap(({ body }) => withoutComments(body))),
    modules: named(root, "module"),
    outputs: named(root, "output"),
    imported: new Set(labelled(root["import"], 0, "import").map(({ body }) => importedAddress(body))),
    providerSources: new Map(terraform.flatMap(providerSources)),
    backend: terraform.map(backendOf).find((backend) => backend !== null) ?? null,
  };
}

/** Merges the files of one root module: all blocks together. */
export function mergeRoots(roots: readonly Body[]): Body {
  const merged: Record<string, unknown> = Object.create(null);
  for (const root of roots) {
    for (const [key, value] of withoutComments(root)) {
      merged[key] = key in merged ? [merged[key], value].flat() : value;
    }
  }
  return merged;
}

/** An override file laid over a configuration, as Terraform does it: argument by argument, block by block. */
export function overridden(base: Configuration, over: Configuration): Configuration {
  return {
    stack: base.stack,
    blocks: laid(base.blocks, over.blocks, ({ mode, type, name }) => `${mode} ${type}.${name}`),
    providers: laid(base.providers, over.providers, ({ name, alias }) => `${name}.${alias ?? ""}`),
    variables: laidByName(base.variables, over.variables),
    locals: new Map([...base.locals, ...over.locals]),
    modules: laidByName(base.modules, over.modules),
    outputs: laidByName(base.outputs, over.outputs),
    imported: new Set([...base.imported, ...over.imported]),
    providerSources: new Map([...base.providerSources, ...over.providerSources]),
    backend: over.backend ?? base.backend,
  };
}

function laid<T extends { readonly body: Body }>(
  base: readonly T[],
  over: readonly T[],
  key: (block: T) => string,
): T[] {
  const known = new Set(base.map(key));
  const changed = base.map((block) => {
    const bodies = over.filter((one) => key(one) === key(block)).map(({ body }) => body);
    return { ...block, body: bodies.reduce(laidBody, block.body) };
  });
  return [...changed, ...over.filter((block) => !known.has(key(block)))];
}

function laidByName(base: ReadonlyMap<string, Body>, over: ReadonlyMap<string, Body>): Map<string, Body> {
  const result = new Map(base);
  for (const [name, body] of over) result.set(name, laidBody(base.get(name) ?? {}, body));
  return result;
}

/** `dynamic` blocks of both are kept: which of them a plain block replaces matters to nobody here. */
function laidBody(base: Body, over: Body): Body {
  const dynamic = [base["dynamic"], over["dynamic"]].flat().filter((one) => one !== undefined);
  return { ...base, ...over, ...(dynamic.length > 0 && { dynamic }) };
}

function blocks(root: Body, key: "resource" | "data", mode: Block["mode"]): Block[] {
  return labelled(root[key], 2, key).map(({ labels, body }) => {
    const [type, name] = labels as [string, string];
    return { mode, type, name, body };
  });
}

function named(root: Body, key: string): Map<string, Body> {
  return new Map(labelled(root[key], 1, key).map(({ labels, body }) => [labels[0] as string, body]));
}

interface Labelled {
  readonly labels: readonly string[];
  readonly body: Body;
  readonly path: string;
}

/** Blocks under `depth` labels. Terraform lets every level be an object or a list of objects. */
function labelled(node: unknown, depth: number, path: string, labels: readonly string[] = []): Labelled[] {
  if (node === undefined || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((item, i) => labelled(item, depth, `${path}[${i}]`, labels));
  if (!isBody(node)) {
    throw new ConfigurationError(path, `${show(node)} stands where a block (a JSON object) is expected`);
  }
  if (depth === 0) return [{ labels, body: node, path }];
  return withoutComments(node).flatMap(([label, child]) =>
    labelled(child, depth - 1, `${path}.${label}`, [...labels, label]),
  );
}

/** `aws.west` of `${aws.west}`: Terraform takes a reference with or without its braces. */
export function bareReference(text: string): string {
  return text.replace(/^\$\{\s*(.*?)\s*\}$/, "$1");
}

function importedAddress(body: Body): string {
  return bareReference(String(body["to"])).replace(/\[.*$/, "");
}

function providerSources(terraform: Body): [string, string][] {
  return labelled(terraform["required_providers"], 0, "terraform.required_providers").flatMap(({ body }) =>
    withoutComments(body).flatMap(([name, requirement]): [string, string][] => {
      const source = isBody(requirement) ? requirement["source"] : undefined;
      return typeof source === "string" ? [[name, source]] : [];
    }),
  );
}

function backendOf(terraform: Body): Configuration["backend"] {
  const first = labelled(terraform["backend"], 1, "terraform.backend")[0];
  return first ? { type: first.labels[0] as string, config: first.body } : null;
}

function aliasOf(body: Body, path: string): string | null {
  const alias = own(body, "alias");
  if (alias === undefined || alias === null) return null;
  if (typeof alias === "string") return alias;
  throw new ConfigurationError(`${path}.alias`, `${show(alias)} is not a provider alias (text expected)`);
}

function withoutComments(body: Body): [string, unknown][] {
  return Object.entries(body).filter(([key]) => key !== "//");
}

export function isBody(node: unknown): node is Body {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
