import type { ControlName, GuardrailDocument, GuardrailOptions } from "../../lib/guardrails";
import { guardrails } from "../../lib/guardrails";
import type { Policy } from "../../lib/policy/policy";
import { policyOf } from "../rules/helpers";
import { type Call, type Context, type Policies, resourceOf, type Verdict } from "./simulator";

export const ORGANIZATION = "o-a1b2c3d4e5";
/** In the boundary. */
export const HOME = "111122223333";
/** In the organization alone. */
export const OTHER = "444455556666";
export const STRANGER = "999988887777";
export const BOUNDARY = "eu-personal-data";
export const OPTIONS: GuardrailOptions = { breakGlassRole: "break-glass", organizationId: ORGANIZATION };

/** A United States company with a boundary for European data. */
export const policy: Policy = policyOf({
  boundaries: [{ name: BOUNDARY, countries: ["DE", "FR", "IE"], accounts: [HOME, "111122224444"] }],
});

/** Somebody calls AWS. */
export interface Request {
  readonly expected: Verdict;
  /** What denies it. */
  readonly control?: ControlName;
  readonly action: string;
  readonly region: string;
  readonly context?: Context;
  /** The type of the resource, where the action takes several. */
  readonly on?: string;
  /** Names the resource. */
  readonly named?: string;
  /** ARN of a principal. @default an administrator of the account */
  readonly by?: string;
  /** The account that calls, and has the resource. @default the organization's other one */
  readonly from?: string;
}

export const admin = (account: string) => `arn:aws:iam::${account}:role/admin`;

export const made = guardrails(policy, OPTIONS).documents;

export function textsOf(
  documents: readonly GuardrailDocument[],
  kind: GuardrailDocument["kind"],
  boundary: string | null,
): string[] {
  return documents.filter((one) => one.kind === kind && one.boundary === boundary).map(({ text }) => text);
}

/** What binds calls of an account. */
export function policiesFor(account: string, documents: readonly GuardrailDocument[] = made): Policies {
  const of = (kind: GuardrailDocument["kind"]) => [
    textsOf(documents, kind, null),
    account === HOME ? textsOf(documents, kind, BOUNDARY) : [],
  ];
  return { serviceControl: of("service-control-policy"), resourceControl: of("resource-control-policy") };
}

export async function callOf(request: Request): Promise<Call> {
  const { action, region, context = {}, on, named, from = OTHER, by = admin(from) } = request;
  const caller = by.split(":")[4] as string;
  const known = caller === STRANGER ? "o-zzzzzzzzzz" : ORGANIZATION;
  return {
    action,
    account: from,
    principal: by,
    resource: await resourceOf(action, region, from, on, named),
    context: {
      "aws:RequestedRegion": region,
      "aws:PrincipalAccount": caller,
      "aws:PrincipalOrgID": known,
      "aws:PrincipalIsAWSService": "false",
      ...context,
    },
  };
}
