import { show } from "../../text/show";
import { country, limitedTo, section, someOf, text } from "./fields";

const account = text("an account id in quotes").refine((id) => !/^\d+$/.test(id) || /^\d{12}$/.test(id), {
  error: ({ input }) => `expected 12 digits, in quotes, for an AWS account, got ${show(input)}`,
});

export const boundary = section("a mapping with name and countries", {
  name: text("a name for the boundary").describe("A name for findings to refer to; once only."),
  countries: someOf(country, "country codes").describe(
    "The countries the data may be stored in, copied to and routed through, as ISO 3166-1 alpha-2 codes.",
  ),
  stacks: limitedTo(text("a stack name or glob"), "stack names or globs").describe(
    'The stacks whose data it binds, by name or glob ("eu-*"). Default: every stack.',
  ),
  accounts: limitedTo(account, "account ids in quotes").describe(
    "The accounts the data may live in or be shared with, in quotes (an AWS account id has 12 digits). Default: not limited.",
  ),
});
