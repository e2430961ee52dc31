import * as z from "zod";
import { policySchema } from "./schema";

/** The text of `policy.schema.json`, for editors: JSON Schema draft 2020-12 of the policy file as written. */
export function policyJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, { target: "draft-2020-12", io: "input" });
  const head = {
    $schema,
    title: "Landfall policy",
    description:
      "landfall.yaml or landfall.json: who receives the accelerators, and what applies beyond the law.",
  };
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`;
}
