import type { Resource } from "../../terraform/resource";
import type { Reference, Unknown } from "../../terraform/value";
import { OWN, type Reach, unknown } from "./grants";
import { areInSameAccount } from "./same-account";

/** Data sources that tell of the account they are read in. */
const TELL_OWN_ACCOUNT: Readonly<Record<string, readonly string[]>> = {
  aws_caller_identity: ["account_id", "arn", "id"],
  aws_canonical_user_id: ["id"],
  aws_iam_openid_connect_provider: ["arn"],
  aws_iam_role: ["arn", "unique_id"],
  aws_iam_roles: ["arns"],
  aws_iam_saml_provider: ["arn"],
  aws_iam_session_context: ["issuer_arn"],
  aws_iam_user: ["arn", "user_id"],
};

/** Accounts in which AWS itself works for its customers. */
const TELL_SERVICE: Readonly<Record<string, string>> = {
  aws_billing_service_account: "billingreports.amazonaws.com",
  aws_cloudfront_log_delivery_canonical_user_id: "delivery.logs.amazonaws.com",
  aws_cloudtrail_service_account: "cloudtrail.amazonaws.com",
  aws_elb_service_account: "logdelivery.elasticloadbalancing.amazonaws.com",
  aws_redshift_service_account: "redshift.amazonaws.com",
};

/** Types whose `id` or `owner_id` is made with them, in the account they are made in; of others it may be anything. */
const OWN_IDS = /^aws_(default_)?(iam_\w+|s3_bucket|security_group|subnet|vpc|vpc_endpoint)$/;

/** Types whose ARN belongs to another account, or may. */
const ABOUT_OTHERS =
  /^aws_(organizations_|vpc_peering_|ram_|redshift_data_share|controltower_|servicecatalog_)/;

/** What an unknown stands for inside a document: an own account or identity, a service, or neither. */
export function meaningOf(one: Unknown, of: Resource | undefined): Reach {
  const why = unknown(`${one.expression} is not known: ${one.why}`);
  if (of === undefined || one.references.length === 0) return why;
  const reaches = one.references.map((reference) => reachOf(reference, of));
  const [first, ...others] = reaches;
  if (first === undefined || first.kind === "unknown") return why;
  return others.every(({ kind }) => kind === first.kind) ? first : why;
}

function reachOf(reference: Reference, of: Resource): Reach {
  const name = (reference.attribute.split(/[.[]/)[0] ?? "") as string;
  const targets = of.follow(reference);
  const services = targets.map((target) => serviceOf(target, name));
  if (services[0] !== undefined && services.every((one) => one === services[0]))
    return { kind: "service", id: services[0] };
  const isOwn =
    targets.length > 0 && targets.every((one) => tellsOwn(one, name) && areInSameAccount(one, of));
  return isOwn ? OWN : unknown("");
}

function serviceOf({ mode, type }: Resource, name: string): string | undefined {
  if (mode === "data") return Object.hasOwn(TELL_SERVICE, type) ? TELL_SERVICE[type] : undefined;
  const isReader = type === "aws_cloudfront_origin_access_identity";
  return isReader && ["iam_arn", "s3_canonical_user_id"].includes(name)
    ? "cloudfront.amazonaws.com"
    : undefined;
}

function tellsOwn({ mode, type }: Resource, name: string): boolean {
  if (mode === "data")
    return Object.hasOwn(TELL_OWN_ACCOUNT, type) && (TELL_OWN_ACCOUNT[type] ?? []).includes(name);
  if (name === "id" || name === "owner_id") return OWN_IDS.test(type);
  return type.startsWith("aws_") && !ABOUT_OTHERS.test(type) && (name === "arn" || name === "unique_id");
}

/** Whether an account is the document's own, as far as the resources around it tell. */
export function isOwnAccount(account: string, of: Resource | undefined): boolean {
  if (of === undefined) return false;
  if (of.read("arn").some(({ value }) => typeof value === "string" && value.split(":")[4] === account))
    return true;
  return of.named(account).some((one) => one.type === "aws_caller_identity" && areInSameAccount(one, of));
}

/** Whether a bucket or another resource of that name or ARN is made in the document's own account. */
export function isOwnResource(name: string, of: Resource | undefined): boolean {
  return of?.named(name).some((one) => one.mode === "managed" && areInSameAccount(one, of)) ?? false;
}
