import { accelerator, country, limitedTo, maxAccelerators, maxTpp, section, text } from "./fields";

export const cap = section("a mapping with name and maxAccelerators, maxTpp or both", {
  name: text("a name for the cap").describe("A name for findings to refer to; once only."),
  countries: limitedTo(country, "country codes").describe(
    "The countries it counts, together, as ISO 3166-1 alpha-2 codes. Default: every country.",
  ),
  accelerators: limitedTo(accelerator, "accelerator ids or classes").describe(
    "Accelerator ids of the catalogue (nvidia-h200-sxm) or classes (3A090.a, 3A090.b) it counts, together. Default: any.",
  ),
  maxAccelerators: maxAccelerators.describe(
    "The most accelerators, chips and not machines, over everything judged together. Needed unless maxTpp is there.",
  ),
  maxTpp: maxTpp.describe(
    "The most total processing performance: accelerators × TPP of each, over everything judged together. Needed unless maxAccelerators is there.",
  ),
}).superRefine(({ maxAccelerators, maxTpp }, context) => {
  if (maxAccelerators !== undefined || maxTpp !== undefined) return;
  context.addIssue({
    code: "custom",
    path: ["maxAccelerators"],
    message: "missing; expected maxAccelerators, maxTpp or both: a cap without either limits nothing",
  });
});
