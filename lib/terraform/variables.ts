import { basename } from "node:path";
import { decode } from "../text/encoding";
import { type Body, type Configuration, isBody } from "./configuration";
import { InputError } from "./input";
import { own } from "./value";

/** A file that Terraform takes values of variables from without being told. */
export interface VariableValues {
  readonly path: string;
  /** null for one in HCL, which may set any. */
  readonly values: Body | null;
}

export function isVariableFile(path: string): boolean {
  return /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(basename(path));
}

export function readVariables(path: string, bytes: Uint8Array): VariableValues {
  if (!path.endsWith(".json")) return { path, values: null };
  try {
    const values: unknown = JSON.parse(decode(bytes) ?? "");
    if (isBody(values)) return { path, values };
  } catch {
    // Said below: Terraform would not read it either.
  }
  throw new InputError(path, "the file is not a JSON object with values of variables");
}

/** The values take the place of the defaults; where they cannot be read there is no default to judge by. */
export function withValues(configuration: Configuration, files: readonly VariableValues[]): Configuration {
  if (files.length === 0) return configuration;
  const unread = files.some(({ values }) => values === null);
  const given = Object.assign(Object.create(null), ...files.map(({ values }) => values ?? {})) as Body;
  const variables = [...configuration.variables].map(([name, body]): [string, Body] => {
    if (unread) return [name, withoutDefault(body)];
    const value = own(given, name);
    return [name, value === undefined ? body : { ...body, default: value }];
  });
  return { ...configuration, variables: new Map(variables) };
}

function withoutDefault(body: Body): Body {
  const { default: _, ...rest } = body;
  return rest;
}
