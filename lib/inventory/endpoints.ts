import type { Provider } from "../terraform/resource";
import { findUnknown, isObject, isUnknown, textOf, type Value } from "../terraform/value";

const EMULATOR = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)$/i;
/** Services that keep data, keys or names: where they are asked does not move a machine. */
const PLACES_NOTHING =
  /^(s3|s3api|s3control|sts|iam|dynamodb|kms|ssm|secretsmanager|sns|sqs|logs|cloudwatch\w*|route53\w*|sso\w*|ecr\w*|acm\w*)$/;

/** A custom endpoint that reaches neither the region nor an emulator on this machine, if the provider has one. */
export function foreignEndpoint(provider: Provider, region: string | null): string | undefined {
  return provider
    .read("endpoints")
    .flatMap(({ value }) => urlsOf(value))
    .find((url) => !reaches(url, region));
}

function urlsOf(endpoints: Value): string[] {
  if (!isObject(endpoints)) return [isUnknown(endpoints) ? endpoints.expression : textOf(endpoints)];
  return Object.entries(endpoints)
    .filter(([service, url]) => !PLACES_NOTHING.test(service) && url !== null && url !== "")
    .map(([, url]) => findUnknown(url)?.expression ?? textOf(url));
}

function reaches(url: string, region: string | null): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  if (EMULATOR.test(host)) return true;
  const ofAmazon = /^(?:.+\.)?([a-z0-9-]+)(?:\.vpce)?\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.exec(host);
  return ofAmazon !== null && ofAmazon[1] === region;
}
