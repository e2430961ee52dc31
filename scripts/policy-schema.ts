import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { policyJsonSchema } from "../lib/policy/json-schema";

writeFileSync(join(__dirname, "..", "policy.schema.json"), policyJsonSchema());
