import * as z from "zod";
import { EXCEPTION_CODES, licenseExceptions } from "../../jurisdictions";
import type { OwnRule } from "../../rules/rule";
import { show } from "../../text/show";
import { AUTHORIZATION_KINDS } from "../policy";
import { isBuiltIn, ruleIds } from "../rule-ids";
import { entries, entriesProblem, restsOnList } from "./entries";
import {
  accelerator,
  country,
  date,
  limitedTo,
  maxAccelerators,
  maxTpp,
  notOneOf,
  oneOf,
  section,
  someOf,
  text,
} from "./fields";

const builtIn = ruleIds.filter((id) => !/^(gate|policy)\/|^org\/caps$/.test(id));

/** A legal determination says whether renting is an export, or that a listed party is somebody else. */
const DETERMINABLE = [
  "us-ear/headquarters-a",
  "us-ear/headquarters-b",
  "us-ear/entity-list",
  "us-ear/affiliates",
];

/** An authorization is for placements, data or parties, and not for what everything comes to. */
function satisfiedWith(own: readonly OwnRule[]) {
  const satisfiable = [
    ...builtIn,
    ...own.filter(({ judges }) => judges !== "quantity").map(({ id }) => id),
  ] as const;
  return z.enum(satisfiable as unknown as [string, ...string[]], {
    error: ({ input }) => {
      const rule = own.find(({ id }) => id === input);
      return typeof input === "string" && (isBuiltIn(input) || rule !== undefined)
        ? `expected the id of a rule that an authorization can satisfy, got ${show(input)}; ${unsatisfiable(input)}`
        : notOneOf(input, satisfiable);
    },
  });
}

function unsatisfiable(id: string): string {
  if (id === "org/caps") return "a cap of the organization's own is raised under caps";
  return !isBuiltIn(id)
    ? "what everything comes to together is limited by the rule itself"
    : "gate/* and policy/* findings say that something is unknown or amiss, which no authorization settles";
}

const fields = {
  reference: text("the number or title of the document").describe(
    "The number or title of the licence, notice, approval or memorandum; once only.",
  ),
  kind: oneOf(AUTHORIZATION_KINDS).describe(
    "license, license-exception, validated-end-user; approved-recipient, which needs recipients; legal-determination, a lawyer's recorded conclusion, which satisfies only us-ear/headquarters-a and -b, under access: cloud, and us-ear/entity-list and us-ear/affiliates.",
  ),
  exception: oneOf(EXCEPTION_CODES)
    .optional()
    .describe(
      "The licence exception used, for kind license-exception. NAC and ACA never cover 3A090.a chips for data centres; AIA, ACM and LPP rest on a rule that is not enforced and satisfy only us-ear/worldwide-a. Default: as the reference says, with no such check.",
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
  entries,
  maxAccelerators: maxAccelerators.describe(
    "The most accelerators it covers, chips and not machines, over everything judged together. Default: no limit.",
  ),
  maxTpp: maxTpp.describe(
    "The most total processing performance it covers: accelerators × TPP of each, over everything judged together. Default: no limit.",
  ),
  validFrom: date.describe("The first day it holds, YYYY-MM-DD."),
  validUntil: date.describe("The last day it holds, YYYY-MM-DD, not before validFrom."),
};

function entryWith(own: readonly OwnRule[]) {
  const satisfies = someOf(satisfiedWith(own), "rule ids").describe(
    "The rules it satisfies: us-ear/*, my-sta/*, org/country, residency/*, and those of plugins that judge placements or parties. gate/* and policy/* cannot be satisfied.",
  );
  return section("a mapping with reference, kind, satisfies, validFrom and validUntil", {
    ...fields,
    satisfies,
  });
}

type Fields = z.output<ReturnType<typeof entryWith>>;
type Report = (path: (string | number)[], message: string) => void;

/** @param own rules that plugins bring */
export function authorizationWith(own: readonly OwnRule[]) {
  return entryWith(own).superRefine((entry, context) => {
    const report: Report = (path, message) => context.addIssue({ code: "custom", path, message });
    checkDates(entry, report);
    checkKind(entry, report);
    checkException(entry, report);
    checkEntries(entry, report);
  });
}

function checkDates({ validFrom, validUntil }: Fields, report: Report): void {
  if (validFrom > validUntil)
    report(["validUntil"], `expected ${validFrom} (validFrom) or a later day, got ${show(validUntil)}`);
}

/** What is looked up by name has no country, chip or quantity to be limited to. */
function checkEntries(entry: Fields, report: Report): void {
  const problem = entriesProblem(entry.satisfies, entry.entries);
  if (problem !== undefined) report(["entries"], problem);
  const screening = entry.satisfies.find(restsOnList);
  if (screening === undefined) return;
  for (const limit of ["accelerators", "countries", "maxAccelerators", "maxTpp"] as const)
    if (entry[limit] !== undefined)
      report(
        [limit],
        `expected no such limit, as ${screening} is about a party; record another rule in an entry of its own`,
      );
}

function checkException({ kind, exception, satisfies }: Fields, report: Report): void {
  if (exception === undefined) return;
  if (kind !== "license-exception")
    report(["exception"], `expected no exception, as kind is ${kind}; only license-exception takes one`);
  const ofDiffusion = licenseExceptions.some((one) => one.code === exception && one.ofDiffusion);
  for (const [index, rule] of satisfies.entries())
    if (ofDiffusion && rule !== "us-ear/worldwide-a")
      report(
        ["satisfies", index],
        `expected us-ear/worldwide-a, the only rule that ${exception} can satisfy, as both rest on the AI Diffusion rule, got ${show(rule)}`,
      );
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
        `expected one of ${DETERMINABLE.join(", ")}, the only rules a legal-determination can satisfy, got ${show(rule)}`,
      );
}
