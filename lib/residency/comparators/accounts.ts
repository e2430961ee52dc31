import { findRegion } from "../../../regions";
import type { Asking, Comparator } from "../asking";
import { hasHole, type Mask } from "../documents/mask";
import { type Destination, notKnown, toAccount, toOrganization, toWorld } from "../flow";

const ACCOUNT = /^\d{12}$/;

/** Words in the place of an account that stand for AWS itself. */
const OF_AWS = /^(aws|amazon|aws-managed|aws-marketplace|self|microsoft|cloudfront|elasticloadbalancing|)$/;

/** A destination in an account, as an ARN gives it. */
export function withAccount(to: Destination, account: string, asking: Asking, mask: Mask): Destination[] {
  if (OF_AWS.test(account)) return [to];
  if (ACCOUNT.test(account)) return [{ ...to, account }, ...statedAccount(account, asking)];
  const only = hasHole(account) ? mask.only(account) : undefined;
  const accounts = only ? asking.compare(only, "account") : [unknownAccount(mask.shown(account))];
  return [to, ...accounts];
}

function unknownAccount(what: string): Destination {
  return { ...notKnown(what, `\`${what}\` is not an account we know`), countries: null };
}

/** What `known:` says of an account's country. */
function statedAccount(account: string, { known }: Asking): Destination[] {
  const country = Object.hasOwn(known, account) ? known[account] : undefined;
  return country === undefined ? [] : [{ ...toAccount(account), account: null, countries: [country] }];
}

export const compareAccount: Comparator = (text, asking, mask) => {
  if (/^(all|\*)$/i.test(text)) return [toWorld("every account")];
  if (ACCOUNT.test(text)) return [toAccount(text), ...statedAccount(text, asking)];
  return OF_AWS.test(text) ? [] : comparePrincipal(text, asking, mask);
};

export const comparePrincipal: Comparator = (text, asking, mask) => {
  if (/^(\*|all|all_iam_principals)$/i.test(text)) return [toWorld("anyone")];
  // Lake Formation's word for whoever the account's own policies let in.
  if (text === "IAM_ALLOWED_PRINCIPALS") return [];
  if (ACCOUNT.test(text)) return [toAccount(text), ...statedAccount(text, asking)];
  if (/^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return [];
  const only = mask.only(text);
  if (only !== undefined) return asking.compare(only, "principal");
  if (/^arn:[^:]*:organizations:/.test(text) || /^(o|ou|r)-[a-z0-9-]+$/.test(text))
    return compareOrganization(text, asking, mask);
  const [, account] = /^arn:[^:]*:(?:iam|sts)::([^:]*):/.exec(text) ?? [];
  if (account === undefined) return [unknownAccount(mask.shown(text))];
  const to = {
    what: mask.shown(text),
    region: null,
    countries: null,
    account: null,
    reach: "named",
    problem: null,
  } as const;
  return withAccount(to, account, asking, mask);
};

export const compareOrganization: Comparator = (text, _, mask) => [
  toOrganization(`organization ${mask.shown(text)}`),
];

/** Where everything of another partition stands; null where it is the resource's own. */
export function partitionCountry(partition: string, region: string | null): string | null {
  const own = region === null ? undefined : findRegion("aws", region)?.partition;
  if (own === partition || (own === undefined && partition === "aws")) return null;
  return { "aws-cn": "CN", "aws-us-gov": "US", "aws-iso": "US", "aws-iso-b": "US" }[partition] ?? null;
}
