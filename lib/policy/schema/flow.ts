import { REASON, SHORTEST_REASON, section, someOf, text } from "./fields";

export const flow = section("a mapping with from, to, purpose, resources and authorization", {
  from: text("the name of a boundary").describe(
    "The boundary the data leaves: that of the stack whose resource makes the connection. One of boundaries, or one that code draws.",
  ),
  to: text("the name of a boundary").describe("The boundary it may go into; nowhere else."),
  purpose: text(REASON, SHORTEST_REASON).describe("What for, in 20 characters or more. Printed with it."),
  resources: someOf(text("a resource type or glob"), "resource types or globs").describe(
    'The resource types it may go through, or globs of them ("aws_vpc_peering_connection*").',
  ),
  authorization: text("the number or title of the document").describe(
    "The document that permits it: a transfer impact assessment, a contract, an approval. Landfall permits nothing by itself.",
  ),
}).refine(({ from, to }) => from !== to, {
  path: ["to"],
  error: "expected another boundary than from names",
});
