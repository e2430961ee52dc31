/** Writes docs/reference/policy.md from the policy's JSON Schema. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { policyJsonSchema } from "../lib/policy/json-schema";
import { table } from "./table";

export const PAGE = join(__dirname, "..", "docs", "reference", "policy.md");

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

const HEAD = `# Policy file

<!-- Written by \`npm run docs\` from the policy's JSON Schema. -->

\`landfall.yaml\`, else \`landfall.json\`, in the working directory; \`--policy FILE\` names another. \`landfall init\` writes
one with comments. It is read strictly: a key that is not listed here, an unknown rule id or a day that does not exist
is an error, and nothing is judged. Countries are ISO 3166-1 alpha-2 codes, days are \`YYYY-MM-DD\`. The JSON Schema is
\`landfall/policy.schema.json\` of the package.

The least there can be:

\`landfall.yaml\`:

\`\`\`yaml
version: 1
organization: { name: Example Compute Inc., headquarters: US }
\`\`\`

\`\`\`sh
landfall check
\`\`\`

`;

/** The same keys for every rule: shown once. */
const RULES = "rules";

export function policyPage(schema: Schema = JSON.parse(policyJsonSchema())): string {
  const keys = Object.entries(schema.properties ?? {});
  const sections = keys.flatMap(([key, one]) => section(key, one, schema));
  return `${HEAD}${rows("", schema, schema)}\n\n${sections.join("\n\n")}\n`;
}

/** A section for a key that holds keys of its own, with those below them. */
function section(path: string, schema: Schema, root: Schema): string[] {
  const inner = path === RULES ? Object.values(schema.properties ?? {})[0] : entryOf(schema, root);
  if (inner?.properties === undefined) return [];
  const below = Object.entries(inner.properties).filter(([key]) => !path.endsWith(`.${key}`));
  const title = `## ${path}\n\n${followed(schema, root).description ?? ""}`;
  const note = path === RULES ? "\n\nEach key is the id of a [rule](../rules/README.md), and holds:" : "";
  return [
    `${title}${note}\n\n${rows(path, inner, root)}`,
    ...below.flatMap(([key, one]) => (sameAsBefore(path, key) ? [] : section(`${path}.${key}`, one, root))),
  ];
}

/** A party's keys are those of the organization, which come first. */
function sameAsBefore(path: string, key: string): boolean {
  return path === "endUsers" && (key === "ultimateParent" || key === "owners");
}

function rows(path: string, schema: Schema, root: Schema): string {
  const { properties = {}, required = [] } = schema;
  return table(
    ["Key", "Type", "Default", "Meaning"],
    Object.entries(properties).map(([key, one]) => {
      const { meaning, fallback } = described(one, root);
      const name =
        hasSection(one, root) && path === "" ? `[\`${key}\`](#${key.toLowerCase()})` : `\`${key}\``;
      return [name, typeOf(one, root), required.includes(key) ? "needed" : fallback || "none", meaning];
    }),
  );
}

function hasSection(schema: Schema, root: Schema): boolean {
  return entryOf(schema, root)?.properties !== undefined;
}

/** The mapping that a key holds, or a list of. */
function entryOf(schema: Schema, root: Schema): Schema | undefined {
  const one = followed(schema, root);
  return one.items === undefined ? one : followed(one.items, root);
}

function followed(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : { ...root.$defs?.[name], ...schema };
}

/** The description, whose last words may state the default. */
function described(schema: Schema, root: Schema): { meaning: string; fallback: string } {
  const { description } = followed(schema, root);
  if (description === undefined) throw new Error(`no description: ${JSON.stringify(schema).slice(0, 200)}`);
  const stated = /\s*\bDefault: ([^.;,]+?)([.;,]\s*|$)/.exec(description);
  if (stated === null) return { meaning: description, fallback: "" };
  const rest = description.slice(stated.index + stated[0].length);
  const whole = stated[2]?.startsWith(".") === true || rest === "";
  if (!whole) return { meaning: description, fallback: stated[1] ?? "" };
  return { meaning: `${description.slice(0, stated.index)} ${rest}`.trim(), fallback: stated[1] ?? "" };
}

function typeOf(schema: Schema, root: Schema): string {
  const one = followed(schema, root);
  if (one.const !== undefined) return `\`${one.const}\``;
  if (one.enum !== undefined)
    return one.enum.length > 12 ? "an id" : one.enum.map((value) => `\`${value}\``).join(", ");
  if (one.format === "date") return "day";
  if (one.pattern === "^[A-Z]{2}$") return "country";
  if (one.type === "array") return `list of ${plural(one.items, root)}`;
  if (one.type === "object") return "mapping";
  return (
    { string: "text", boolean: "`true` or `false`", integer: "whole number", number: "number" }[
      one.type ?? ""
    ] ?? "text"
  );
}

function plural(schema: Schema | undefined, root: Schema): string {
  const type = schema === undefined ? "" : typeOf(schema, root);
  return { country: "countries", mapping: "mappings", text: "texts", "an id": "ids" }[type] ?? type;
}

if (require.main === module) writeFileSync(PAGE, policyPage());
