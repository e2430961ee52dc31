import { findRegion, locateZone } from "../../../regions";
import { isCountry } from "../../jurisdictions/countries";
import type { Comparator } from "../asking";
import { hasHole } from "../documents/mask";
import { type Destination, inCountries, notKnown } from "../flow";

const EVERYWHERE = /^(\*|all|any|global|aws-global|worldwide)$/i;

/** Where a region's code leads. */
export function toRegion(code: string, what = code): Destination {
  if (EVERYWHERE.test(code)) return inCountries(`every region (${what})`, null, "any");
  const region = findRegion("aws", code.trim().toLowerCase());
  if (region === undefined) return notKnown(what, `\`${code}\` is not a region we know`);
  if (region.country === null) return notKnown(what, `the country of region \`${code}\` is not published`);
  return inCountries(what, region.code, [region.country]);
}

export const compareRegion: Comparator = (text, asking, mask) => {
  if (!hasHole(text)) return [toRegion(text)];
  const only = mask.only(text);
  return only
    ? asking.compare(only, "region")
    : [notKnown(mask.shown(text), "the region is put together from parts that are not known")];
};

export const compareZone: Comparator = (text, _, mask) => {
  if (hasHole(text)) {
    // `eu-central-1` ⟨letter⟩ and `${region}a` are zones of a region that tells.
    return [notKnown(mask.shown(text), "the zone is put together from parts that are not known")];
  }
  const zone = locateZone("aws", text);
  if (zone === undefined || zone.country === null)
    return [notKnown(text, `\`${text}\` is not a zone we know`)];
  return [inCountries(text, zone.region, [zone.country])];
};

export const compareRegionOrZone: Comparator = (text, asking, mask) => {
  if (text.startsWith("arn:")) return asking.compare(text, "arn");
  const isRegion = findRegion("aws", text) !== undefined || EVERYWHERE.test(text);
  return (isRegion ? compareRegion : compareZone)(text, asking, mask);
};

export const compareCountry: Comparator = (text, _, mask) => {
  if (EVERYWHERE.test(text)) return [inCountries("every country", null, "any")];
  const code = text.toUpperCase();
  return isCountry(code)
    ? [inCountries(code, null, [code])]
    : [notKnown(mask.shown(text), `\`${mask.shown(text)}\` is no country code`)];
};
