import * as z from "zod";
import { show } from "../../text/show";
import { AUTHORIZATION_KINDS } from "../policy";
import { isRuleId, ruleIds } from "../rule-ids";
import {
  accelerator,
  country,
  date,
  expected,
  limitedTo,
  notOneOf,
  oneOf,
  section,
  someOf,
  text,
} from "./fields";

const satisfiable = ruleIds.filter((id) => !/^(gate|policy)\//.test(id));

/** A legal determination says whether renting is an export; of that only the headquarters rules depend. */
const DETERMINABLE = ["us-ear/headquarters-a", "us-ear/headquarters-b"];

const satisfied = z.enum(satisfiable as [string, ...string[]], {
  error: ({ input }) =>
    typeof input === "string" && isRuleId(input)
      ? `expected the id of a rule that an authorization can satisfy, got ${show(input)}; gate/* and policy/* findings say that something is unknown or amiss, which no authorization settles`
      : notOneOf(input, satisfiable),
});

const A_NUMBER = "a whole number of accelerators, at least 1";

const fields = section("a mapping with reference, kind, satisfies, validFrom and validUntil", {
  reference: text("the number or title of the document").describe(
    "The number or title of the licence, notice, approval or memorandum; once only.",
  ),
  kind: oneOf(AUTHORIZATION_KINDS).describe(
    "license, license-exception, validated-end-user; approved-recipient, which needs recipients; legal-determination, a lawyer's recorded conclusion, which satisfies only us-ear/headquarters-a and -b and only under access: cloud.",
  ),
  satisfies: someOf(satisfied, "rule ids").describe(
    "The rules it satisfies: us-ear/*, my-sta/*, org/country, residency/*. gate/* and policy/* cannot be satisfied.",
  ),
  accelerators: limitedTo(accelerator, "accelerator ids or classes").describe(
    "Accelerator ids of the catalogue (nvidia-h200-sxm) or classes (3A090.a, 3A090.b) it covers. Default: any.",
  ),
  countries: limitedTo(country, "country codes").describe(
    "Countries it covers, as ISO 3166-1 alpha-2 codes. Default: any.",
  ),
  recipients: limitedTo(text("a party's name"), "names of parties").describe(
    "Names of the organization and end users it covers, as this file writes them. Default: any; needed for approved-recipient.",
  ),
  maxAccelerators: z
    .int({ error: expected(A_NUMBER) })
    .min(1, { error: expected(A_NUMBER) })
    .optional()
    .describe(
      "The most accelerators it covers, chips and not machines, over everything judged together. Default: no limit.",
    ),
  validFrom: date.describe("The first day it holds, YYYY-MM-DD."),
  validUntil: date.describe("The last day it holds, YYYY-MM-DD, not before validFrom."),
});

type Fields = z.output<typeof fields>;
type Report = (path: (string | number)[], message: string) => void;

export const authorization = fields.superRefine((entry, context) => {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path, message });
  checkDates(entry, report);
  checkKind(entry, report);
});

function checkDates({ validFrom, validUntil }: Fields, report: Report): void {
  if (validFrom > validUntil)
    report(["validUntil"], `expected ${validFrom} (validFrom) or a later day, got ${show(validUntil)}`);
}

function checkKind({ kind, recipients, satisfies }: Fields, report: Report): void {
  if (kind === "approved-recipient" && recipients === undefined)
    report(
      ["recipients"],
      "missing; expected the names of the approved parties, as kind is approved-recipient",
    );
  if (kind !== "legal-determination") return;
  for (const [index, rule] of satisfies.entries())
    if (!DETERMINABLE.includes(rule))
      report(
        ["satisfies", index],
        `expected ${DETERMINABLE.join(" or ")}, the only rules a legal-determination can satisfy, got ${show(rule)}`,
      );
}
