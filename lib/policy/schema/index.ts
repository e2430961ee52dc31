import * as z from "zod";
import type { OwnRule } from "../../rules/rule";
import { authorizationWith } from "./authorization";
import { boundary } from "./boundary";
import { cap } from "./cap";
import { countries } from "./countries";
import { facts } from "./facts";
import { country, date, expected, listOf, oneOf, section, text } from "./fields";
import { flow } from "./flow";
import { party } from "./party";
import { rulesWith } from "./rules";
import { screening } from "./screening";
import { unique } from "./unique";
import { waiverWith } from "./waiver";

const known = z
  .record(z.string(), country, { error: expected("a mapping of names to country codes") })
  .describe(
    "Countries of things the code only refers to, by the name it uses (Outpost ARN, subnet id, bucket, account, host), as ISO 3166-1 alpha-2 codes. Default: none, and what stands at an unknown place is blocked.",
  );

const A_MODULE = "a module path such as ./rules/cap.js, or the name of a package";

/** The policy file as written, with rules that plugins bring. Unknown keys are errors everywhere. */
export const policySchemaWith = (own: readonly OwnRule[]) =>
  section("a mapping with version and organization", {
    $schema: z
      .string({ error: expected("the address of a JSON Schema") })
      .optional()
      .describe("The address of this schema, for editors of a JSON policy. Without effect."),
    version: z
      .literal(1, { error: expected("the number 1") })
      .describe("The version of this file format: 1."),
    asOf: date
      .optional()
      .describe(
        "The day the rules are read for, YYYY-MM-DD. Default: the day of the run. The --as-of option goes before it; every result prints the day used.",
      ),
    organization: party.describe("Who receives and operates the compute."),
    endUsers: unique(listOf(party, "parties with name and headquarters"), (user) => user.name, "name")
      .optional()
      .describe(
        "Tenants and customers. [] states internal use only; left out, that is assumed, and us-ear/red-flags reports it where accelerators under export control stand abroad.",
      ),
    access: oneOf(["cloud", "owned"])
      .optional()
      .describe(
        "cloud: the compute is rented from a provider; owned: the hardware is bought or leased. Default: cloud. Neither softens a rule.",
      ),
    facts: facts
      .optional()
      .describe(
        "What somebody found out about the deployment: what published red flags (rule us-ear/red-flags) and Malaysia's notice (rule my-sta/transfer) ask for. A fact left out raises nothing, but the end users: that nobody names them is a flag itself. Default: none.",
      ),
    screening: screening
      .optional()
      .describe(
        "The screening list that the organization, its parents, owners and end users are compared with (rules us-ear/entity-list and us-ear/affiliates). Default: none, and results say that nobody was screened.",
      ),
    countries: countries
      .optional()
      .describe(
        "Where the organization itself lets accelerators stand, on top of the law (rule org/country). Default: wherever the law does.",
      ),
    caps: unique(listOf(cap, "caps"), ({ name }) => name, "name")
      .optional()
      .describe(
        "The most accelerators or processing performance the organization itself lets stand, on top of the law (rule org/caps). Default: none.",
      ),
    rules: rulesWith(own)
      .optional()
      .describe(
        "Levels of single rules. Raising a level needs nothing more; lowering one below its default needs reason, approvedBy and until. Default: the level of each rule.",
      ),
    boundaries: unique(listOf(boundary, "boundaries"), ({ name }) => name, "name")
      .optional()
      .describe(
        "Data residency: the countries and accounts within which sets of stacks keep their data. Default: none.",
      ),
    flows: unique(
      listOf(flow, "flows"),
      ({ from, to, resources }) => [from, to, ...resources].join(" "),
      "from, to and resources",
    )
      .optional()
      .describe(
        "Data that may go from one boundary into another, through the resource types named and no others. One that lets nothing pass is a finding. Default: none.",
      ),
    authorizations: unique(
      listOf(authorizationWith(own), "authorizations"),
      ({ reference }) => reference,
      "reference",
    )
      .optional()
      .describe(
        "Licences, exceptions, approvals and legal determinations that a person holds and records here; the tool grants nothing. Expired, unused and exceeded ones are findings. Default: none.",
      ),
    waivers: unique(
      listOf(waiverWith(own), "waivers"),
      ({ rule, stack = "*", address }) => [rule, stack, address].join(" "),
      "rule, stack and address",
    )
      .optional()
      .describe(
        "Single findings set aside until a day. Expired and unused ones are findings. Default: none.",
      ),
    plugins: unique(listOf(text(A_MODULE), "modules"), (name) => name, "module")
      .optional()
      .describe(
        "Modules with rules of the organization's own: paths relative to this file (./rules/cap.js), or names of installed packages. Reading this policy runs their code. Default: none.",
      ),
    known: known.optional(),
  });

/** The same with the rules of this version alone. */
export const policySchema = policySchemaWith([]);
