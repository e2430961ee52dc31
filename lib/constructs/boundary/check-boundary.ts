import { Token } from "cdktf";
import { findRegion, type Region, regionsOf } from "../../../regions";
import { countryName, isCountry } from "../../jurisdictions/countries";
import { didYouMean, suggest } from "../../text/suggest";
import { fail, literal, quoted } from "../check";
import type { RegionalBoundary, RegionalBoundaryProps } from "../regional-boundary";

/** AWS limits of a tag. */
const TAG_VALUE = 256;
const TAGS = 50;
/** Where service names end in `amazonaws.com` and endpoint services begin with `com.amazonaws`. */
const PARTITIONS = ["aws", "aws-us-gov"];

export interface ReadBoundary {
  readonly region: Region;
  readonly partition: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly accounts: readonly string[];
  readonly account: string;
  readonly tags: Record<string, string>;
}

/** Checks the props of a boundary and fills in what they leave out. */
export function readBoundary(scope: RegionalBoundary, props: RegionalBoundaryProps): ReadBoundary {
  const region = readRegion(scope, props.region);
  const name = readName(scope, props.name ?? scope.node.id);
  const accounts = readAccounts(scope, props.accounts);
  const account =
    props.account ?? accounts[0] ?? fail(scope, "accounts is empty; name at least one account.");
  if (!accounts.includes(account)) {
    fail(scope, `account "${account}" is not among accounts (${accounts.join(", ")}); add it there.`);
  }
  const countries = readCountries(scope, region, props.countries);
  checkOrganization(scope, props.organizationId);
  const tags = readTags(scope, props.tags ?? {}, {
    "landfall:boundary": name,
    "landfall:boundary-countries": countries.join(" "),
    "landfall:boundary-accounts": accounts.join(" "),
  });
  return { region, partition: region.partition ?? "aws", name, countries, accounts, account, tags };
}

function readRegion(scope: RegionalBoundary, code: string): Region {
  const region = findRegion("aws", literal(scope, "region", code));
  if (!region) {
    const codes = regionsOf("aws").map((known) => known.code);
    return fail(scope, `region "${code}" is not known${didYouMean(suggest(code, codes)) || "."}`);
  }
  if (region.country === null)
    fail(scope, `the country of region "${code}" is not known; use another region.`);
  if (!PARTITIONS.includes(region.partition ?? "")) {
    fail(
      scope,
      `region "${code}" is in partition ${region.partition}; constructs know ${PARTITIONS.join(" and ")} only.`,
    );
  }
  return region;
}

function readName(scope: RegionalBoundary, name: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(literal(scope, "name", name)) && name.length <= 40) return name;
  return fail(
    scope,
    `name "${name}" is not lower-case words joined by dashes, up to 40 characters; give another name, such as "malaysia".`,
  );
}

function readAccounts(scope: RegionalBoundary, accounts: readonly string[]): readonly string[] {
  for (const account of accounts) {
    if (!/^\d{12}$/.test(literal(scope, "accounts", account))) {
      fail(scope, `account "${account}" is not an AWS account id; write its 12 digits.`);
    }
  }
  return [...new Set(accounts)];
}

function readCountries(
  scope: RegionalBoundary,
  region: Region,
  given: readonly string[] | undefined,
): readonly string[] {
  const own = region.country ?? fail(scope, `the country of region "${region.code}" is not known.`);
  const countries = given ?? [own];
  for (const country of countries) {
    if (isCountry(literal(scope, "countries", country))) continue;
    fail(
      scope,
      `country "${country}" is not an ISO 3166-1 alpha-2 code in upper case; write one, such as "${own}".`,
    );
  }
  if (!countries.includes(own)) {
    fail(
      scope,
      `region ${region.code} stands in ${countryName(own)} (${own}), which countries (${countries.join(", ") || "none"}) leaves out; add "${own}" or choose a region in one of them.`,
    );
  }
  return [...new Set(countries)].sort();
}

function checkOrganization(scope: RegionalBoundary, id: string | undefined): void {
  if (id === undefined || Token.isUnresolved(id) || /^o-[a-z0-9]{10,32}$/.test(id)) return;
  fail(scope, `organizationId "${id}" is not the id of an AWS organization; it looks like "o-a1b2c3d4e5".`);
}

function readTags(
  scope: RegionalBoundary,
  tags: Readonly<Record<string, string>>,
  own: Record<string, string>,
): Record<string, string> {
  for (const key of Object.keys(tags)) {
    if (/^(landfall|aws):/i.test(key)) fail(scope, `tag "${key}" has a reserved prefix; use another key.`);
  }
  for (const [key, value] of Object.entries(own)) {
    if (value.length <= TAG_VALUE) continue;
    fail(
      scope,
      `tag "${key}" would take ${value.length} characters and AWS allows ${TAG_VALUE}; split the boundary.`,
    );
  }
  const all = { ...tags, ...own };
  const count = Object.keys(all).length;
  if (count > TAGS) fail(scope, `makes ${count} tags and AWS allows ${TAGS} on a resource; give fewer.`);
  return all;
}

/** A boundary may stand in several stacks and regions, but it says the same everywhere. */
export function checkNeighbours(scope: RegionalBoundary, others: readonly RegionalBoundary[]): void {
  for (const other of others) {
    if (other.name === scope.name) checkSame(scope, other);
    checkDefaults(scope, other);
  }
}

function checkSame(scope: RegionalBoundary, other: RegionalBoundary): void {
  for (const prop of ["countries", "accounts"] as const) {
    const [here, there] = [scope[prop], other[prop]].map((values) => [...values].sort());
    if (String(here) === String(there)) continue;
    fail(
      scope,
      `boundary "${scope.name}" has ${prop} ${quoted(here ?? [])} here and ${quoted(there ?? [])} at "${other.node.path}"; make them equal or give one another name.`,
    );
  }
}

function checkDefaults(scope: RegionalBoundary, other: RegionalBoundary): void {
  if (!scope.accountDefaults || !other.accountDefaults) return;
  if (scope.account !== other.account || scope.region !== other.region) return;
  fail(
    scope,
    `sets the defaults of account ${scope.account} in ${scope.region.code}, as "${other.node.path}" does; an account has them once a region, so give all but one boundary accountDefaults: false.`,
  );
}
