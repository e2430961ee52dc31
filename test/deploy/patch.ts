import type { NotEmulated } from "./not-emulated";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Switches of provider `aws` that let it talk to an emulator; its endpoint and keys come by environment. */
const FOR_EMULATOR = {
  s3_use_path_style: true,
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  // What the emulator does not know it answers with 500, which is retried for a quarter of an hour otherwise.
  max_retries: 4,
};

/** A synthesized stack for the providers of the mirror and the emulator. */
export function forEmulator(body: JsonObject, providers: Readonly<Record<string, string>>): JsonObject {
  const terraform = record(body["terraform"]);
  const required = Object.entries(record(terraform["required_providers"])).map(([name, provider]) => {
    const version = providers[sourceOf(provider)];
    return [name, version === undefined ? provider : { ...record(provider), version }];
  });
  const { aws, ...others } = record(body["provider"]);
  return {
    ...body,
    terraform: { ...terraform, required_providers: Object.fromEntries(required) },
    provider: {
      ...others,
      ...(aws !== undefined && { aws: list(aws).map((one) => ({ ...record(one), ...FOR_EMULATOR })) }),
    },
  };
}

/** The region that each resource's provider is set to, by address; the first provider counts where none is named. */
export function regionsOf(body: JsonObject): Map<string, string> {
  const providers = list(record(body["provider"])["aws"] ?? []).map(record);
  const region = (name: Json | undefined) => {
    const alias = typeof name === "string" ? name.split(".")[1] : undefined;
    const provider = providers.find((one) => one["alias"] === alias) ?? providers[0];
    return String(provider?.["region"] ?? "");
  };
  const entries = resourcesOf(body, "resource");
  return new Map(entries.map(({ address, values }) => [address, region(values["provider"])]));
}

/** Providers that the stack needs and the mirror has not. */
export function missingProviders(body: JsonObject, providers: Readonly<Record<string, string>>): string[] {
  const required = Object.values(record(record(body["terraform"])["required_providers"]));
  const sources = required.map(sourceOf);
  return sources.filter((source) => providers[source] === undefined);
}

/** `aws` is short for `hashicorp/aws`, and the public registry need not be named. */
function sourceOf(provider: Json): string {
  const source = String(record(provider)["source"]).replace(/^registry\.terraform\.io\//, "");
  return source.includes("/") ? source : `hashicorp/${source}`;
}

export interface Reduced {
  readonly body: JsonObject;
  /** Addresses that were left out, with the type that is the cause. */
  readonly left: readonly { readonly address: string; readonly because: string }[];
}

/** The stack without what the emulator cannot do: those types, and whatever names them. */
export function reduced(body: JsonObject, table: Readonly<Record<string, NotEmulated>>): Reduced {
  const because = new Map<string, string>();
  const blocks = ["resource", "data"] as const;
  let sections = Object.fromEntries(blocks.map((block) => [block, resourcesOf(body, block)]));
  const all = () => blocks.flatMap((block) => sections[block] ?? []);
  for (const { address, type, values } of all()) {
    const { when } = table[type] ?? {};
    if (table[type] !== undefined && (when === undefined || values[when] !== undefined))
      because.set(address, type);
  }
  for (let before = -1; before !== because.size; ) {
    before = because.size;
    for (const [gone, type] of [...because]) {
      const severed = table[type]?.severed ?? [];
      sections = mapValues(sections, (entries) =>
        entries.map((entry) => ({ ...entry, values: without(entry.values, severed, gone) })),
      );
      for (const { address, values } of all())
        if (!because.has(address) && names(values, gone)) because.set(address, type);
    }
  }
  const gone = [...because.keys()];
  const output = Object.entries(record(body["output"])).filter(
    ([, value]) => !gone.some((address) => names(value, address)),
  );
  const kept = mapValues(sections, (entries) =>
    grouped(entries.filter(({ address }) => !because.has(address))),
  );
  return {
    body: filled({ ...body, ...kept, output: Object.fromEntries(output) }),
    left: [...because].map(([address, type]) => ({ address, because: type })),
  };
}

/** The stack without attributes that the emulator forgets. */
export function remembered(body: JsonObject, table: Readonly<Record<string, readonly string[]>>): JsonObject {
  const resources = resourcesOf(body, "resource").map((entry) => {
    const kept = Object.entries(entry.values).filter(([key]) => !table[entry.type]?.includes(key));
    return { ...entry, values: Object.fromEntries(kept) };
  });
  return { ...body, resource: grouped(resources) };
}

/** The same stack for `terraform destroy`, which a guarded store refuses otherwise. */
export function destroyable(body: JsonObject): JsonObject {
  const resources = resourcesOf(body, "resource").map((entry) => {
    const { lifecycle, ...values } = entry.values;
    if (lifecycle === undefined) return entry;
    return { ...entry, values: { ...values, lifecycle: { ...record(lifecycle), prevent_destroy: false } } };
  });
  return { ...body, resource: grouped(resources) };
}

interface Entry {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
}

function resourcesOf(body: JsonObject, block: "resource" | "data"): Entry[] {
  return Object.entries(record(body[block])).flatMap(([type, byName]) =>
    Object.entries(record(byName)).map(([name, values]) => ({
      address: `${block === "data" ? "data." : ""}${type}.${name}`,
      type,
      name,
      values: record(values),
    })),
  );
}

function grouped(entries: readonly Entry[]): JsonObject {
  const types: Record<string, Record<string, Json>> = {};
  for (const { type, name, values } of entries) {
    types[type] ??= {};
    Object.assign(types[type], { [name]: values });
  }
  return types;
}

/** Without the attributes that may name what is gone and do. */
function without(values: JsonObject, attributes: readonly string[], gone: string): JsonObject {
  const kept = Object.entries(values).flatMap(([key, value]) => {
    if (key === "depends_on") return [[key, list(value).filter((one) => !names(one, gone))]];
    return attributes.includes(key) && names(value, gone) ? [] : [[key, value]];
  });
  return Object.fromEntries(kept);
}

function names(value: Json, address: string): boolean {
  const found = new RegExp(`(?<![\\w.-])${address.replaceAll(".", "\\.")}(?![\\w-])`);
  return found.test(JSON.stringify(value));
}

/** Terraform takes no empty blocks. */
function filled(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, block]) => JSON.stringify(block) !== "{}"));
}

function mapValues<T, U>(values: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

export function record(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}
