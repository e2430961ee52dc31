import { providerPlace } from "../inventory/region";
import { cloudOf } from "../inventory/shapes";
import type { Resource } from "../terraform/resource";
import { isUnknown, type Reference, textOf, type Unknown, type Value } from "../terraform/value";
import type { Asking, Comparator } from "./asking";
import { compareAccount, compareOrganization, comparePrincipal } from "./comparators/accounts";
import { compareArnOrId, compareKey, compareReference, compareWholeArn } from "./comparators/arn";
import { compareBucket } from "./comparators/bucket";
import { comparePermissions, comparePolicy } from "./comparators/document";
import { compareModel } from "./comparators/model";
import { compareCidr, compareEndpointService, compareImage, compareUrl } from "./comparators/network";
import { compareCountry, compareRegion, compareRegionOrZone, compareZone } from "./comparators/places";
import { compareText } from "./comparators/text";
import { Mask } from "./documents/mask";
import { areInSameAccount } from "./documents/same-account";
import { type Destination, inCountries, notKnown } from "./flow";
import type { Names } from "./shape";

const comparators: Partial<Record<Names, Comparator>> = {
  region: compareRegion,
  zone: compareZone,
  "region-or-zone": compareRegionOrZone,
  country: compareCountry,
  account: compareAccount,
  arn: compareWholeArn,
  "arn-or-id": compareArnOrId,
  "kms-key": compareKey,
  bucket: compareBucket,
  "endpoint-service": compareEndpointService,
  cidr: compareCidr,
  principal: comparePrincipal,
  model: compareModel,
  url: compareUrl,
  image: compareImage,
  reference: compareReference,
  organization: compareOrganization,
  text: compareText,
};

/** What is asked of one attribute of a resource. */
export function askingOf(surroundings: Omit<Asking, "compare" | "names">, names: Names): Asking {
  const asking: Asking = {
    ...surroundings,
    names,
    compare: (value, part) => destinationsOf(value, askingOf(surroundings, part)),
  };
  return asking;
}

/** Where a value leads; none where it stays or names nothing. */
export function destinationsOf(value: Value, asking: Asking): Destination[] {
  if (value === null || value === "" || value === false) return [];
  if (asking.names === "permissions") return isUnset(value) ? [] : comparePermissions(value, asking);
  if (asking.names === "policy-document") return isUnset(value) ? [] : comparePolicy(value, asking);
  if (!isUnknown(value)) return ofKnown(value, asking);
  if (isUnset(value)) return [];
  if (value.candidates !== null) return value.candidates.flatMap((one) => destinationsOf(one, asking));
  if (value.form !== null && "joined" in value.form) return ofJoined(value, asking);
  if (value.form !== null && asking.names === "text") return destinationsOf(value.form.encoded, asking);
  if (value.references.length === 0) return [unresolved(value, asking)];
  return value.references.flatMap((reference) => followed(reference, value, asking));
}

function isUnset(value: Value): boolean {
  return isUnknown(value) && value.unset !== null;
}

function ofKnown(value: Value, asking: Asking): Destination[] {
  if (typeof value === "object" && value !== null && asking.names !== "text") {
    return Object.values(value).flatMap((one) => destinationsOf(one, asking));
  }
  const text = textOf(value);
  const country =
    Object.hasOwn(asking.known, text) && !/^\d{12}$/.test(text) ? asking.known[text] : undefined;
  if (country !== undefined) return [inCountries(text, null, [country])];
  return compared(text, new Mask(), asking);
}

function ofJoined(value: Unknown, asking: Asking): Destination[] {
  const mask = new Mask();
  const text = mask.text(value);
  return text === undefined ? [unresolved(value, asking)] : compared(text, mask, asking);
}

function compared(text: string, mask: Mask, asking: Asking): Destination[] {
  const comparator = comparators[asking.names];
  if (comparator !== undefined) return comparator(text, asking, mask);
  return [notKnown(mask.shown(text), "nothing about it tells where it leads")];
}

function unresolved({ expression, why }: Unknown, { names }: Asking): Destination {
  const to = notKnown(expression, why);
  return names === "account" || names === "principal" || names === "organization"
    ? { ...to, countries: null }
    : to;
}

/** Attributes that say which thing it is, where it is or whose; what others hold their author chooses. */
const IDENTITY =
  /^(?:\w+_)?(?:ids?|arns?|names?|bucket|region|identifier|endpoint|dns_name|domain_name|url|urls|uri|host|zone|zones|cidr_blocks?|alias|address)$/;

/** Data sources that give back what they are told. */
const ECHOES =
  /^aws_(arn|ssm_parameter|ssm_parameters_by_path|secretsmanager_secret_version|cloudformation_(export|stack)|lambda_invocation|default_tags|iam_policy_document|s3_object|s3_bucket_object)$/;

function followed(reference: Reference, value: Unknown, asking: Asking): Destination[] {
  const { resource, directory } = asking;
  if (reference.address.startsWith("module.")) {
    const call = directory.module(reference);
    if (call !== undefined)
      return call.providers.map((provider) => ofModule(call.address, providerPlace(provider, "aws")));
  }
  const targets = resource.follow(reference);
  const attribute = reference.attribute.replace(/(\.\d+|\[[^\]]*\])+$/, "");
  const isTold = targets.length > 0 && (attribute === "" || IDENTITY.test(attribute));
  if (!isTold || targets.some((target) => cloudOf(target.type) === undefined))
    return [unresolved(value, asking)];
  return targets.flatMap((target) => ofTarget(target, value, asking));
}

/** What a module gives back is in the plan; until then it is taken to be where the module's providers are. */
function ofModule(
  address: string,
  { location, countries, problem }: ReturnType<typeof providerPlace>,
): Destination {
  const why = problem?.why ?? `what ${address} gives back is known only at plan`;
  return { ...inCountries(address, location.region, countries), problem: why, isToldLater: true };
}

function ofTarget(target: Resource, value: Unknown, asking: Asking): Destination[] {
  const { names, places, resource } = asking;
  if (target.mode === "data") {
    if (target.type === "aws_caller_identity")
      return areInSameAccount(target, resource) ? [] : [otherAccount(target)];
    if (/^aws_(organizations_\w+)$/.test(target.type)) return asking.compare(target.address, "organization");
    if (target.type === "aws_partition") return [];
    if (target.type === "aws_s3_bucket" || ECHOES.test(target.type))
      return [{ ...unresolved(value, asking) }];
  }
  const isAboutAccounts = names === "account" || names === "principal";
  const account = areInSameAccount(target, resource) ? [] : [otherAccount(target)];
  if (isAboutAccounts) return account;
  return [...account, places.of(target) ?? []].flat();
}

function otherAccount({ address, provider }: Resource): Destination {
  return {
    ...notKnown(address, `the account of provider ${provider.key} may be another`),
    countries: null,
  };
}
