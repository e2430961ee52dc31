import * as z from "zod";
import { OWN_ID } from "../rules/define";
import { policySchema } from "./schema";

/** The text of `policy.schema.json`, for editors: JSON Schema draft 2020-12 of the policy file as written. */
export function policyJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, { target: "draft-2020-12", io: "input" });
  allowOwnRules(schema as Schema);
  const head = {
    $schema,
    title: "Landfall policy",
    description:
      "landfall.yaml or landfall.json: who receives the accelerators, and what applies beyond the law.",
  };
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What a plugin brings only its reader knows; an editor takes any id that could be one. */
function allowOwnRules({ properties = {} }: Schema): void {
  const { rules, waivers, authorizations } = properties;
  const { description: _, ...setting } = { ...rules?.properties?.["gate/opaque"] } as {
    description?: string;
  };
  Object.assign(rules as Schema, { patternProperties: { [OWN_ID]: setting } });
  for (const one of [
    waivers?.items?.properties?.["rule"],
    authorizations?.items?.properties?.["satisfies"]?.items,
  ])
    orOwn(one as Record<string, unknown>);
}

function orOwn(schema: Record<string, unknown>): void {
  const { type, enum: ids } = schema;
  delete schema["enum"];
  Object.assign(schema, {
    anyOf: [
      { type, enum: ids },
      { type, pattern: OWN_ID },
    ],
  });
}
