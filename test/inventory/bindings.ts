import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a resource type lets one write, and what its provider tells of it besides. */
export interface Binding {
  /** Settable paths in Terraform's names, blocks included. */
  readonly settable: ReadonlySet<string>;
  /** Top-level attributes that only the provider sets. */
  readonly computed: ReadonlySet<string>;
}

interface Member {
  readonly name: string;
  /** The struct behind it, if the file declares one of that name. */
  readonly type: string;
}

/** The provider whose attributes the tables list; with the bindings of a newer one the sweeps must find the rest. */
export const TABLES_OF = "6.25.0";

/** The version of the AWS provider that the installed bindings, cdktf's or cdktn's, are made of. */
export function boundProvider(): string {
  const { cdktf, cdktn } = require("@cdktf/provider-aws/package.json") as Readonly<
    Record<string, { readonly provider: { readonly version: string } } | undefined>
  >;
  const { version } = (cdktf ?? cdktn)?.provider ?? { version: "" };
  return version;
}

/** A resource's body with a value at a path. */
export function bodyAt(path: string, value: unknown): unknown {
  return path.split(".").reduceRight((inner, name) => ({ [name]: inner }), value);
}

const STRUCT = /export interface (\w+)([^{]*)\{(.*?)\n\}/gs;
const MEMBER = /#(\w+) [^}]*\}(?:(?!#\w+ ).)*?\n {4}readonly \w+\??: (\w*)/gs;
const COMPUTED = /\/\/ (\w+) - computed: true, optional: false/g;

/** The resource types of the installed AWS provider bindings, read as text: loading them takes minutes. */
export function readBindings(): ReadonlyMap<string, Binding> {
  const lib = join(dirname(require.resolve("@cdktf/provider-aws/package.json")), "lib");
  const folders = readdirSync(lib).filter((name) => !name.startsWith("data-aws-"));
  return new Map(folders.flatMap((name) => readBinding(join(lib, name))));
}

function readBinding(folder: string): [string, Binding][] {
  const index = join(folder, "index.d.ts");
  if (!existsSync(index)) return [];
  const text = readFileSync(index, "utf8");
  const type = /tfResourceType = "(aws_\w+)"/.exec(text)?.[1];
  const config = /export interface (\w+) extends cdkt[fn]\.TerraformMetaArguments/.exec(text)?.[1];
  if (type === undefined || config === undefined) return [];
  const structs = structsOf([text, ...extraStructs(folder)].join("\n"));
  return [[type, { settable: new Set(pathsOf(config, structs)), computed: computedOf(folder) }]];
}

/** Large resources keep their structs in files of their own. */
function extraStructs(folder: string): string[] {
  const structs = join(folder, "index-structs");
  if (!existsSync(structs)) return [];
  const files = readdirSync(structs).filter((name) => name.endsWith(".d.ts"));
  return files.map((name) => readFileSync(join(structs, name), "utf8"));
}

function structsOf(text: string): ReadonlyMap<string, readonly Member[]> {
  return new Map(
    [...text.matchAll(STRUCT)].map(([, name = "", , body = ""]) => [
      name,
      [...body.matchAll(MEMBER)].map(([, member = "", type = ""]) => ({ name: member, type })),
    ]),
  );
}

/** Every path below a struct; a struct inside itself is not entered twice. */
function pathsOf(
  struct: string,
  structs: ReadonlyMap<string, readonly Member[]>,
  prefix = "",
  inside: readonly string[] = [],
): string[] {
  if (inside.includes(struct)) return [];
  return (structs.get(struct) ?? []).flatMap(({ name, type }) => [
    `${prefix}${name}`,
    ...pathsOf(type, structs, `${prefix}${name}.`, [...inside, struct]),
  ]);
}

function computedOf(folder: string): ReadonlySet<string> {
  const code = readFileSync(join(folder, "index.js"), "utf8");
  return new Set([...code.matchAll(COMPUTED)].map(([, name = ""]) => name));
}
