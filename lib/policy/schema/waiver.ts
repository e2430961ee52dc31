import * as z from "zod";
import type { OwnRule } from "../../rules/rule";
import { show } from "../../text/show";
import { ruleIds } from "../rule-ids";
import { entries, entriesProblem } from "./entries";
import { APPROVER, date, notOneOf, REASON, SHORTEST_REASON, section, text } from "./fields";

const builtIn = ruleIds.filter((id) => !id.startsWith("policy/"));

/** @param own rules that plugins bring */
export function waiverWith(own: readonly OwnRule[]) {
  const waivable = [...builtIn, ...own.map(({ id }) => id)];
  const rule = z
    .enum(waivable as [string, ...string[]], {
      error: ({ input }) =>
        typeof input === "string" && input.startsWith("policy/")
          ? `expected the id of a rule that can be waived, got ${show(input)}; policy/* findings are corrected in this file, never waived`
          : notOneOf(input, waivable),
    })
    .describe("The id of the rule whose finding is set aside. policy/* cannot be waived.");
  return section("a mapping with rule, address, reason, approvedBy and expires", {
    rule,
    ...fields,
  }).superRefine((waiver, context) => {
    const message = entriesProblem([waiver.rule], waiver.entries);
    if (message !== undefined) context.addIssue({ code: "custom", path: ["entries"], message });
  });
}

const fields = {
  stack: text("a stack name or glob")
    .optional()
    .describe("The stack of the finding, by name or glob. Default: any stack."),
  address: text("a Terraform address").describe(
    "The Terraform address of the finding, exactly, or a module path (module.legacy) that covers what is inside; for a finding about a party its path in this file (endUsers[0]).",
  ),
  entries,
  reason: text(REASON, SHORTEST_REASON).describe(
    "Why the finding is set aside, in 20 characters or more. Printed with it.",
  ),
  approvedBy: text(APPROVER).describe("The person who approves and answers for it."),
  expires: date.describe(
    "The last day it holds. After it the finding stands again, and the waiver is reported.",
  ),
};
