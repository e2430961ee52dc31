import type { z } from "zod";
import { quote } from "../text/show";
import { issueAt, type LineOf, type PolicyIssue } from "./error";
import type { Plugin } from "./policy";
import { policySchema, policySchemaWith } from "./schema";

/** A policy as a program or a file writes it. */
export type PolicyInput = z.input<typeof policySchema>;

/** A policy that is valid, as written: nothing filled in, nothing undefined. */
export type CheckedFile = Exact<z.output<typeof policySchema>>;

type Exact<T> = T extends readonly (infer Entry)[]
  ? Exact<Entry>[]
  : T extends object
    ? { [Key in keyof T]: Exact<Exclude<T[Key], undefined>> }
    : T;

type Path = readonly PropertyKey[];

/** The value as a policy, or everything that keeps it from being one. */
export function check(
  value: unknown,
  plugins: readonly Plugin[] = [],
  lineOf: LineOf = () => undefined,
): CheckedFile | { issues: PolicyIssue[] } {
  const own = plugins.flatMap(({ rules }) => rules);
  const result = (own.length === 0 ? policySchema : policySchemaWith(own)).safeParse(value);
  const found = result.success ? [] : result.error.issues.flatMap(spread);
  const issues = [...found, ...inheritedNames(value)].map(({ path, message }) =>
    issueAt(path, message, lineOf),
  );
  if (issues.length > 0 || !result.success) return { issues };
  // Drops what is undefined and what the caller could still change.
  return JSON.parse(JSON.stringify(result.data)) as CheckedFile;
}

interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** zod reports all unknown keys of a mapping at once, the schema's message has a line for each. */
export function spread(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  const messages = issue.message.split("\n");
  return issue.keys.map((key, index) => ({
    path: [...issue.path, key],
    message: messages[index] ?? "unknown key",
  }));
}

/** `known` takes any name but those every object has; zod would drop `__proto__` in silence. */
function inheritedNames(value: unknown): Problem[] {
  const known = typeof value === "object" && value !== null && "known" in value ? value.known : undefined;
  if (typeof known !== "object" || known === null) return [];
  return Object.keys(known)
    .filter((name) => name === "" || name in Object.prototype)
    .map((name) => ({
      path: ["known", name],
      message: `unknown key; expected the name of a thing outside the code, got ${quote(name)}`,
    }));
}
