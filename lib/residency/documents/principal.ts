import type { Resource } from "../../terraform/resource";
import { OWN, type Reach, unknown, WORLD } from "./grants";
import { hasHole, type Mask } from "./mask";
import { isOwnAccount, meaningOf } from "./meaning";
import type { Identifier } from "./statement";

/** What a document is read with: its holes, and the resource it belongs to. */
export interface Context {
  readonly mask: Mask;
  readonly of: Resource | undefined;
}

/**
 * The accounts in which load balancers write access logs, by which AWS let buckets know them before there was a
 * service principal. Source: Elastic Load Balancing's documentation, "Enable access logs", as many public
 * repositories carry it (not read itself).
 */
const LOAD_BALANCERS = new Set(
  (
    "127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 589379963580 718504428378 " +
    "383597477331 600734575887 114774131450 783225319266 582318560864 985666609251 054676820928 156460612806 " +
    "652711504416 635631232127 009996457667 897822967062 076674570225 507241528517 048591011584 190560391635 " +
    "638102146993 037604701340"
  ).split(" "),
);

/** CloudFront's log delivery, the same for everybody. Source: CloudFront's documentation, "Standard logging". */
const LOG_DELIVERY = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0";

/** Whom an identifier of a statement names. */
export function principalOf({ type, text }: Identifier, context: Context): Reach {
  const kind = type.toLowerCase();
  if (text === "*" && kind !== "service") return WORLD;
  const whole = context.mask.only(text);
  if (whole && kind !== "federated") return meaningOf(whole, context.of);
  switch (kind) {
    case "aws":
      return identityOf(text, context);
    case "service":
      return hasHole(text)
        ? unknown(`the service ${context.mask.shown(text)} is not known`)
        : { kind: "service", id: text };
    case "federated":
      return federationOf(text, context);
    case "canonicaluser":
      return text === LOG_DELIVERY
        ? { kind: "service", id: "delivery.logs.amazonaws.com" }
        : { kind: "canonical", id: text };
    default:
      return unknown(`\`${type}\` is no kind of principal`);
  }
}

/** An account, an identity by ARN or unique id. */
export function identityOf(text: string, context: Context): Reach {
  // OpenSearch Serverless knows people of an identity provider by it.
  const [, directory] = /^saml\/([^/]*)\//.exec(text) ?? [];
  if (directory !== undefined) return accountOf(directory, context);
  if (text.startsWith("iamidentitycenter/")) return { kind: "organization" };
  if (!text.startsWith("arn:")) return accountOf(text, context);
  const [, , service, , account = "", ...name] = text.split(":");
  if (service !== "iam" && service !== "sts")
    return unknown(`\`${context.mask.shown(text)}\` is no principal`);
  // Origin access identities stand where an account would.
  if (account === "cloudfront" && name[0]?.startsWith("user/"))
    return { kind: "service", id: "cloudfront.amazonaws.com" };
  return accountOf(account, context);
}

/** The account that an ARN carries, whatever it is of; one without is not known. */
export function accountOf(account: string, { mask, of }: Context): Reach {
  const whole = mask.only(account);
  if (whole) return meaningOf(whole, of);
  if (/[*?]/.test(account)) return WORLD;
  if (!/^\d{12}$/.test(account)) return unknown(`\`${mask.shown(account)}\` does not tell an account`);
  if (LOAD_BALANCERS.has(account))
    return { kind: "service", id: "logdelivery.elasticloadbalancing.amazonaws.com" };
  return isOwnAccount(account, of) ? OWN : { kind: "account", id: account };
}

/** SAML providers are the account's own log-in; others let in whom an outside provider knows. */
function federationOf(text: string, context: Context): Reach {
  const whole = context.mask.only(text);
  if (whole?.references.some(({ address }) => /\baws_iam_saml_provider\./.test(address)))
    return meaningOf(whole, context.of);
  if (!text.startsWith("arn:")) return { kind: "federated", id: context.mask.shown(text) };
  const [, , , , account = "", ...name] = text.split(":");
  if (name[0]?.startsWith("saml-provider/")) return accountOf(account, context);
  return { kind: "federated", id: context.mask.shown(name.join(":").replace(/^oidc-provider\//, "")) };
}
