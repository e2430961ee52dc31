import type { Provider, Resource } from "../../terraform/resource";
import { isUnknown } from "../../terraform/value";

/** What decides as whom a provider calls AWS. */
const CREDENTIALS = [
  "access_key",
  "profile",
  "token",
  "allowed_account_ids",
  "forbidden_account_ids",
  "shared_config_files",
  "shared_credentials_files",
  "assume_role.role_arn",
  "assume_role_with_web_identity.role_arn",
];

/** Whether two resources are made in the same account, as far as their providers tell. */
export function areInSameAccount(a: Resource, b: Resource): boolean {
  if (a.provider.kind !== b.provider.kind) return false;
  if (a.input === b.input && a.provider.key === b.provider.key) return true;
  const [one, other] = [credentials(a.provider), credentials(b.provider)];
  return one !== null && one === other;
}

/** As one text to compare; null where some of it is not known. Kept, since providers are few. */
function credentials(provider: Provider): string | null {
  let known = byProvider.get(provider);
  if (known === undefined) {
    const readings = CREDENTIALS.map((path) => provider.read(path).map(({ value }) => value));
    const isKnown = provider.missing === null && !readings.flat().some(isUnknown);
    known = isKnown ? JSON.stringify(readings) : null;
    byProvider.set(provider, known);
  }
  return known;
}

const byProvider = new WeakMap<Provider, string | null>();
