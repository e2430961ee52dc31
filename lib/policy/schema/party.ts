import * as z from "zod";
import type { Owner } from "../policy";
import { country, expected, listOf, section, text } from "./fields";

const name = text("the party's name as its documents give it").describe(
  "The party's full legal name, as licences and screening lists would give it.",
);

const headquarters = country.describe(
  "The country the party is headquartered in, as an ISO 3166-1 alpha-2 code in capitals (MY, US). Where it is headquartered counts, not where it is registered or operates.",
);

const addresses = listOf(text("an address with street and town"), "addresses")
  .optional()
  .describe(
    "Addresses of the party, each as one text with house number, street and town. A screening list is searched for them too. Default: none.",
  );

const company = section("a mapping with name and headquarters", { name, headquarters, addresses });

const A_SHARE = "a percentage from 0 to 100";

const owner: z.ZodType<Owner, Owner> = z.lazy(() =>
  section("a mapping with name and share", {
    name,
    headquarters: headquarters.optional(),
    addresses,
    share: z
      .number({ error: expected(A_SHARE) })
      .min(0, { error: expected(A_SHARE) })
      .max(100, { error: expected(A_SHARE) })
      .optional()
      .describe(
        "Percent of the party it owns, 0 to 100. Left out: not known, which counts as all that others do not own.",
      ),
    listed: z
      .boolean({ error: expected("true or false") })
      .optional()
      .describe(
        "Whether it is on the Entity List, the Military End-User List or the SDN list, as somebody found out. A match in the screening list counts in any case. Default: the screening list tells.",
      ),
    owners: owners.describe("Who owns this owner, where the chain goes on. Default: not stated."),
  }),
) as z.ZodType<Owner, Owner>;

const owners = listOf(owner, "owners with name and share")
  .superRefine((entries, context) => {
    const sum = entries.reduce((all, { share = 0 }) => all + share, 0);
    // Shares are rounded where people write them.
    if (sum > 100.5)
      context.addIssue({ code: "custom", message: `expected shares of at most 100 in all, got ${sum}` });
  })
  .optional();

export const party = section("a mapping with name and headquarters", {
  name,
  headquarters,
  addresses,
  ultimateParent: company
    .optional()
    .describe(
      "The company at the top of the ownership chain, with its own headquarters. Default: the party itself. Export rules follow the ultimate parent wherever the party stands.",
    ),
  owners: owners.describe(
    "Who owns the party, each with its share in percent and, where the chain goes on, with owners of its own (rule us-ear/affiliates). Default: nothing is stated.",
  ),
});
