import { candidateCountries, regionsOf } from "../../regions";
import type { Place } from "../inventory/placement";
import { groupBy } from "../text/group";
import { listOf, quotedTemplate } from "./text";

/** Regions in which the same is allowed, with the countries that decide it. */
export interface RegionGroup {
  readonly regions: readonly string[];
  readonly countries: readonly string[];
}

/** A region's own zones, by name and by id: Local and Wavelength Zones, which may stand abroad, are called otherwise. */
const OWN_ZONE = "^([a-z]+(-[a-z]+)+-[0-9][a-z]|[a-z]+[0-9]-az[0-9]+)$";

/** Every AWS region whose country is known, by the countries in which the place could stand there. */
export function regionGroups({ expressions }: Place): RegionGroup[] {
  const known = regionsOf("aws").filter(({ country }) => country !== null);
  const groups = groupBy(known, (region) =>
    expressions?.anyZone ? candidateCountries(region).join(" ") : String(region.country),
  );
  return [...groups].map(([countries, regions]) => ({
    regions: regions.map(({ code }) => code),
    countries: countries.split(" "),
  }));
}

/** A Terraform expression that is true where the region is one of these. */
export function isRegion(text: string, regions: readonly string[]): string {
  return `contains(${listOf(regions)}, ${text})`;
}

/** A Terraform expression that is true where the zone stands in its region's own country; undefined where it cannot be written. */
export function isOwnZone(zone: string): string | undefined {
  const text = quotedTemplate(zone);
  return text && `can(regex("${OWN_ZONE}", ${text}))`;
}

/** False where a default puts it into a Local or Wavelength Zone: the condition would refuse that too. */
export function hasOwnZone({ location, expressions }: Place): boolean {
  return (
    expressions?.zone === undefined || location.zone === null || new RegExp(OWN_ZONE).test(location.zone)
  );
}
