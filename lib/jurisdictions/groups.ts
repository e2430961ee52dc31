import { type CountryGroup, countryGroups, type GroupId } from "./country-groups";
import { checkDay, inForce } from "./dates";
import { controlCountry } from "./territories";
import { type ZoneEdition, zoneEditions } from "./zone-editions";

export { countryGroups, evidenceUntil, type GroupId, historyGaps, reviewedUntil } from "./country-groups";
export { controlCountry } from "./territories";
export { zoneEditions } from "./zone-editions";

/**
 * Whether a country is in a country group of 15 CFR part 740, Supp. No. 1, on a day.
 *
 * @param country ISO 3166-1 alpha-2; a territory is read as its parent, Hong Kong as China.
 * @param asOf a day, `YYYY-MM-DD`.
 * @throws RangeError for a day written otherwise.
 */
export function inGroup(country: string, group: GroupId, asOf: string): boolean {
  return membersOn(group, asOf).has(controlCountry(country));
}

/** The members the list names on a day, sorted; territories that follow them are not repeated. */
export function membersOf(group: GroupId, asOf: string): string[] {
  return [...membersOn(group, asOf)].sort();
}

/** The groups a country is in on a day, in the order of the supplement. */
export function groupsOf(country: string, asOf: string): GroupId[] {
  return countryGroups.map(({ id }) => id).filter((id) => inGroup(country, id, asOf));
}

/** Macau or Country Group D:5: the headquarters test of 15 CFR 742.6(a)(6)(iii) and 744.23(a)(3). */
export function isMacauOrD5(country: string, asOf: string): boolean {
  return controlCountry(country) === "MO" || inGroup(country, "D:5", asOf);
}

/** The United States as 15 CFR 772.1 defines it, its territories included. */
export function isUnitedStates(country: string): boolean {
  return controlCountry(country) === "US";
}

/**
 * Whether a country is a destination of the advanced-computing controls by place, in the edition of the rule in
 * force on a day. The UAE leaves the zone on 2026-07-10 and has a rule of its own from then on.
 *
 * @param country ISO 3166-1 alpha-2; a territory is read as its parent, Hong Kong as China.
 */
export function inAdvancedComputingZone(country: string, asOf: string): boolean {
  const edition = zoneEditionOn(asOf);
  if (!edition) return false;
  const place = controlCountry(country);
  const inAny = (groups: readonly GroupId[]) => groups.some((group) => membersOn(group, asOf).has(place));
  return edition.countries.includes(place) || (inAny(edition.groups) && !inAny(edition.except));
}

/** The countries of the zone on a day, sorted; Hong Kong is within China's entry. */
export function zoneMembers(asOf: string): string[] {
  const edition = zoneEditionOn(asOf);
  if (!edition) return [];
  const candidates = [...edition.countries, ...edition.groups.flatMap((group) => membersOf(group, asOf))];
  return [...new Set(candidates)].filter((country) => inAdvancedComputingZone(country, asOf)).sort();
}

/** The edition of the zone in force on a day, or undefined before 2022-10-07. */
export function zoneEditionOn(asOf: string): ZoneEdition | undefined {
  return zoneEditions.find((edition) => inForce(edition, asOf));
}

// A run asks for one or two days, thousands of times.
const membership = new Map<string, ReadonlySet<string>>();

function membersOn(group: GroupId, asOf: string): ReadonlySet<string> {
  const key = `${group} ${asOf}`;
  const known = membership.get(key);
  if (known) return known;
  checkDay(asOf);
  const listed = countryGroups.find(({ id }) => id === group);
  const members = new Set(listed ? namesOn(listed, asOf) : []);
  membership.set(key, members);
  return members;
}

function namesOn(group: CountryGroup, asOf: string): string[] {
  const dated = group.dated.filter((member) => inForce(member, asOf)).map(({ country }) => country);
  return [...group.standing.split(" "), ...dated];
}
