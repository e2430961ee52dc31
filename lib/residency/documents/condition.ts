import { OWN, type Reach, unknown } from "./grants";
import { hasHole } from "./mask";
import { isOwnResource, meaningOf } from "./meaning";
import { accountOf, type Context } from "./principal";
import type { Condition } from "./statement";

/** What a condition key holds that tells who asks, by its name in small letters. */
const KEYS: Readonly<Record<string, "account" | "organization" | "path" | "arn" | "network" | "service">> = {
  "aws:principalaccount": "account",
  "aws:sourceaccount": "account",
  "aws:sourceowner": "account",
  "aws:vpceaccount": "account",
  "kms:calleraccount": "account",
  "s3:dataaccesspointaccount": "account",
  "vpc-lattice-svcs:sourcevpcowneraccount": "account",
  "aws:principalorgid": "organization",
  "aws:sourceorgid": "organization",
  "aws:vpceorgid": "organization",
  "aws:principalorgpaths": "path",
  "aws:sourceorgpaths": "path",
  "aws:vpceorgpaths": "path",
  "aws:principalarn": "arn",
  "aws:sourcearn": "arn",
  "s3:dataaccesspointarn": "arn",
  "aws:sourcevpc": "network",
  "aws:sourcevpcarn": "arn",
  "aws:sourcevpce": "network",
  "vpc-lattice-svcs:sourcevpc": "network",
  "aws:principalisawsservice": "service",
  "aws:principalservicename": "service",
};

/**
 * Operators that hold only where the key is there and is one of the values. Those with `IfExists`, those for all
 * values and those that deny hold without the key too.
 */
const POSITIVE = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|bool)$/;

/** Operators to which `*` and `?` in a value are a pattern. */
const PATTERN = /like$|arnequals$/;

/** The principals to which conditions narrow a statement that is open to all; undefined where none of them does. */
export function narrowed(conditions: readonly Condition[], context: Context): Reach[] | undefined {
  const found = conditions.flatMap((condition) => {
    const reaches = reachesOf(condition, context);
    return reaches === undefined ? [] : [reaches];
  });
  // All have to hold, so each is an upper limit by itself.
  return found.sort((a, b) => widest(a) - widest(b))[0];
}

const WIDTH = ["own", "account", "organization", "service", "unknown"];

function widest(reaches: readonly Reach[]): number {
  return Math.max(...reaches.map(({ kind }) => WIDTH.indexOf(kind)));
}

function reachesOf({ operator, key, values }: Condition, context: Context): Reach[] | undefined {
  const name = key.toLowerCase();
  const kind = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  if (kind === undefined || !POSITIVE.test(operator.toLowerCase())) return undefined;
  if (values === null || values.length === 0) return undefined;
  const isPattern = PATTERN.test(operator.toLowerCase());
  const reaches = values.map((value) => reachOf(kind, value, isPattern, operator, context));
  return reaches.includes(undefined) ? undefined : (reaches as Reach[]);
}

/** undefined: the value narrows nothing. */
function reachOf(
  kind: (typeof KEYS)[string],
  value: string,
  isPattern: boolean,
  operator: string,
  context: Context,
): Reach | undefined {
  if (value.includes("${")) return reachOfVariable(kind, value);
  switch (kind) {
    case "account":
      return isPattern && isWild(value) ? undefined : exactAccount(value, context);
    case "organization":
      return isPattern && isWild(value) ? undefined : organization(value, context);
    case "path":
      return isWild(value.split("/")[0] ?? "") ? undefined : organization(value.split("/")[0] ?? "", context);
    case "arn":
      return reachOfArn(value, isPattern && !/arn/i.test(operator), context);
    case "network":
      return isPattern && isWild(value) ? undefined : reachOfNetwork(value, context);
    default:
      return value.toLowerCase() === "false"
        ? undefined
        : { kind: "service", id: value === "true" ? "any" : value };
  }
}

/** Policy variables stand for what asks, but for those of the resource itself. */
function reachOfVariable(kind: string, value: string): Reach | undefined {
  if (kind === "account" && value === "${aws:ResourceAccount}") return OWN;
  return kind === "organization" && value === "${aws:ResourceOrgID}" ? { kind: "organization" } : undefined;
}

function exactAccount(value: string, context: Context): Reach | undefined {
  const reach = accountOf(value, context);
  return reach.kind === "world" ? undefined : reach;
}

/** An organization that is looked up or made is the own one. */
function organization(value: string, { mask }: Context): Reach {
  if (!hasHole(value)) return { kind: "organization", id: value };
  const references = mask.only(value)?.references ?? [];
  const isLookedUp =
    references.length > 0 &&
    references.every(({ address }) => /(^|\.)aws_organizations_organization\./.test(address));
  return isLookedUp
    ? { kind: "organization" }
    : unknown(`the organization ${mask.shown(value)} is not known`);
}

/**
 * An ARN narrows to the account in it. In patterns of texts a star runs over colons, so that what stands before
 * the account has to be written out; in patterns of ARNs each part is matched by itself.
 */
function reachOfArn(value: string, starsRun: boolean, context: Context): Reach | undefined {
  const whole = context.mask.only(value);
  if (whole) return meaningOf(whole, context.of);
  // What follows a reference to a resource is inside it: `${aws_s3_bucket.x.arn}/*`.
  const [first = ""] = /^\uE000\d+\uE001/.exec(value) ?? [];
  const start = context.mask.only(first);
  if (start) return meaningOf(start, context.of);
  const parts = value.split(":");
  const account = parts[4] ?? "";
  if (parts[0] !== "arn" || parts.length < 6 || isWild(account)) return undefined;
  if (starsRun && isWild(parts.slice(0, 4).join(":"))) return undefined;
  if (account !== "") return exactAccount(account, context);
  const name = value.replace(/\/.*$/, "");
  if (isWild(name)) return undefined;
  if (isOwnResource(name, context.of) || isOwnResource(parts[5] ?? "", context.of)) return OWN;
  return unknown(`\`${context.mask.shown(value)}\` tells no account`);
}

/** A network is known by an id that does not tell whose it is. */
function reachOfNetwork(value: string, { mask, of }: Context): Reach {
  const whole = mask.only(value);
  if (whole) return meaningOf(whole, of);
  return isOwnResource(value, of) ? OWN : unknown(`whose network \`${mask.shown(value)}\` is, is not known`);
}

function isWild(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether conditions hold an outside identity provider to a subject of its own. */
export function holdsSubject(conditions: readonly Condition[], provider: string): boolean {
  const claim = provider.startsWith("cognito-identity.") ? ":aud" : ":sub";
  return conditions.some(
    ({ operator, key, values }) =>
      key.toLowerCase().endsWith(claim) &&
      POSITIVE.test(operator.toLowerCase()) &&
      (values ?? []).length > 0 &&
      (values ?? []).every((value) => isSubject(value, PATTERN.test(operator.toLowerCase()))),
  );
}

/** `repo:*` is every repository there is, `repo:acme/*` those of one owner. */
function isSubject(value: string, isPattern: boolean): boolean {
  if (!isPattern || !isWild(value)) return value !== "";
  const certain = value.slice(0, value.search(/[*?]/));
  return certain.startsWith("repo:") ? certain.includes("/") : /:./.test(certain);
}
