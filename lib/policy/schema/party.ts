import { country, section, text } from "./fields";

const name = text("the party's name as its documents give it").describe(
  "The party's full legal name, as licences and screening lists would give it.",
);

const headquarters = country.describe(
  "The country the party is headquartered in, as an ISO 3166-1 alpha-2 code in capitals (MY, US). Where it is headquartered counts, not where it is registered or operates.",
);

const company = section("a mapping with name and headquarters", { name, headquarters });

export const party = section("a mapping with name and headquarters", {
  name,
  headquarters,
  ultimateParent: company
    .optional()
    .describe(
      "The company at the top of the ownership chain, with its own headquarters. Default: the party itself. Export rules follow the ultimate parent wherever the party stands.",
    ),
});
