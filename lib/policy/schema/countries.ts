import { country, limitedTo, listOf, section } from "./fields";

export const countries = section("a mapping with allow, deny or both", {
  allow: limitedTo(country, "country codes").describe(
    "The only countries accelerators may stand in. Default: every country the law leaves open. Elsewhere org/country reports a finding.",
  ),
  deny: listOf(country, "country codes")
    .optional()
    .describe("Countries accelerators may not stand in, even where the law allows it. Default: none."),
}).superRefine(({ allow = [], deny = [] }, context) => {
  for (const [index, denied] of deny.entries()) {
    if (allow.includes(denied))
      context.addIssue({
        code: "custom",
        path: ["deny", index],
        message: `expected a country that is not also allowed, got the text "${denied}", which countries.allow names too`,
      });
  }
});
