import { countryName } from "../../jurisdictions";
import { type Matrix, matrixFrom } from "../../matrix/matrix";
import type { Verdicts } from "../../matrix/verdicts";
import type { Assumption } from "../../policy/assume";
import type { Policy } from "../../policy/policy";
import type { AuthorizationUse } from "../../policy/usage";
import type { Result, Survey } from "../../result";
import { visible } from "../pretty-lines";
import { type Remark, remarksOf, verdictLine } from "../words";
import { type Debt, debtsOf } from "./debts";
import { type Entry, entriesOf } from "./entries";
import { type Placed, type PlacedRow, placedOf, rowsOf } from "./placed";
import { type Route, routesOf } from "./routes";
import { type AppliedRule, appliedRules } from "./rules";
import { type Shading, shadingOf } from "./shading";
import { type Spot, spotsOf } from "./spots";
import { type PartyTotal, partyTotals, type Sum, sumOf, type Totals, totalsOf } from "./totals";

/** A boundary as the map outlines it. */
export interface Outline {
  readonly name: string;
  /** "policy", or the provider whose tags draw it. */
  readonly from: string;
  readonly countries: readonly string[];
  readonly accounts: readonly string[] | null;
}

/** All that the report shows, as plain data: no text of the inputs in it can rewrite a terminal or reverse a line. */
export interface Picture {
  readonly tool: Result["tool"];
  readonly policy: Result["policy"];
  readonly organization: string;
  readonly verdict: Result["verdict"];
  readonly verdictLine: string;
  readonly remarks: readonly Remark[];
  readonly law: Result["law"];
  readonly sum: Sum;
  readonly totals: Totals;
  readonly parties: readonly PartyTotal[];
  readonly spots: readonly Spot[];
  readonly routes: readonly Route[];
  readonly outlines: readonly Outline[];
  readonly declaredFlows: Policy["flows"];
  readonly shading: Shading;
  readonly placements: readonly PlacedRow[];
  readonly findings: readonly Entry[];
  readonly matrix: Matrix;
  readonly authorizations: readonly Granted[];
  readonly debts: readonly Debt[];
  readonly scenarios: readonly Assumption[];
  readonly rules: readonly AppliedRule[];
  readonly inputs: Result["inputs"];
  readonly screening: Result["screening"];
  /** Names of countries by alpha-2 code, of all that the page may name. */
  readonly countryNames: Readonly<Record<string, string>>;
}

/** An authorization with what the run takes of it. */
export type Granted = Policy["authorizations"][number] & AuthorizationUse;

export interface Run {
  readonly survey: Survey;
  readonly result: Result;
  readonly policy: Policy;
  /** Of every accelerator of the catalogue in every country. */
  readonly verdicts: Verdicts;
}

/** What a run comes to, for people. Pure. */
export function pictureOf({ survey, result, policy, verdicts }: Run): Picture {
  const placed = placedOf(survey.inventory, result);
  const { tool, verdict, law, inputs, screening, scenarios } = result;
  return visible<Picture>({
    tool,
    policy: result.policy,
    organization: policy.organization.name,
    verdict,
    verdictLine: verdictLine(result),
    remarks: remarksOf(result),
    law,
    sum: sumOf(placed),
    totals: totalsOf(placed),
    parties: partyTotals(placed, policy, result.findings),
    spots: spotsOf(placed),
    routes: routesOf(survey.data.flows, result.findings),
    outlines: survey.data.boundaries.map(({ name, from, countries, accounts }) => ({
      name,
      from,
      countries,
      accounts,
    })),
    declaredFlows: policy.flows,
    shading: shadingOf(verdicts, policy.asOf, chipsOf(placed)),
    placements: rowsOf(placed),
    findings: entriesOf(result.findings),
    matrix: matrixFrom(verdicts, policy),
    authorizations: policy.authorizations.flatMap((granted, i) => {
      const use = result.authorizations[i];
      return use === undefined ? [] : [{ ...granted, ...use }];
    }),
    debts: debtsOf(policy, result.findings),
    scenarios,
    rules: appliedRules(policy, result.notJudged),
    inputs,
    screening,
    countryNames: Object.fromEntries(verdicts.countries.map((code) => [code, countryName(code)])),
  });
}

function chipsOf(placed: readonly Placed[]): string[] {
  return [...new Set(placed.map(({ accelerator }) => accelerator))];
}
