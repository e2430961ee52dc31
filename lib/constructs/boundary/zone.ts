import { locateZone } from "../../../regions";
import { countryName } from "../../jurisdictions/countries";
import { fail, literal } from "../check";
import type { RegionalBoundary } from "../regional-boundary";

/** See `RegionalBoundary.zone`. */
export function findZone(boundary: RegionalBoundary, nameOrLetter: string): string {
  const { region, countries } = boundary;
  const given = literal(boundary, "a zone", nameOrLetter);
  const name = /^[a-z]$/.test(given) ? region.code + given : given;
  const place = locateZone("aws", name, region.code);
  if (!place || !isZoneName(region.code, name)) {
    return fail(boundary, `zone "${given}" is not one of ${region.code}, which has ${existing(boundary)}.`);
  }
  if (place.country === null || !countries.includes(place.country)) {
    const country = place.country === null ? "a country that is not known" : countryName(place.country);
    fail(
      boundary,
      `zone "${given}" stands in ${country}, the boundary is ${countries.join(", ")}; choose another zone, or widen countries where that is allowed.`,
    );
  }
  return name;
}

/** Groups (`us-east-1-dfw-2`) and ids (`use1-az4`) are places too, but no names that a subnet takes. */
function isZoneName(region: string, name: string): boolean {
  return name.startsWith(region) && /([a-z]|-wlz-\d+[a-z]?)$/.test(name);
}

function existing({ region }: RegionalBoundary): string {
  const letters = Array.from(
    { length: region.zoneCount ?? 3 },
    (_, i) => `"${String.fromCharCode(97 + i)}"`,
  ).join(", ");
  const edges = region.zones.map(({ group, country }) => `${group} (${country ?? "country not known"})`);
  const plain = `zones such as ${letters} (which letters exist differs by account)`;
  return edges.length === 0 ? plain : `${plain}, and Local and Wavelength Zones in ${edges.join(", ")}`;
}
