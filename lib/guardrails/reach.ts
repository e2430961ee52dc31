import { type Region, regionsOf, type Zone } from "../../regions";
import { imagined, imaginedAddress } from "../policy/imagined";
import { judge } from "../policy/judge";
import type { Policy } from "../policy/policy";
import { type Family, families } from "./machines";

/** Where a policy lets machines stand on AWS, as its rules say at synth. */
export interface Reach {
  readonly families: readonly Family[];
  /** Families that some rule blocks somewhere, with the places where none does. */
  readonly restricted: readonly Restricted[];
  /** Regions in which no rule blocks any family: there a call that does not tell its machines is harmless. */
  readonly open: readonly string[];
}

export interface Restricted {
  readonly families: readonly Family[];
  readonly regions: readonly string[];
  /** IAM patterns of names of Local and Wavelength Zones. */
  readonly zones: readonly string[];
}

/**
 * Asks the rules about every family in every region and zone. An authorization counts where it covers any number
 * for every party: AWS cannot count accelerators.
 */
export function reachOf(policy: Policy): Reach {
  const all = families();
  const regions = partitionRegions();
  const zones = regions.flatMap((region) => region.zones);
  const blocked = blockedPairs(policy, all, [...regions, ...zones]);
  const allows = ({ accelerators }: Family, country: string | null) =>
    country !== null &&
    accelerators !== null &&
    !accelerators.some((one) => blocked.has(imaginedAddress(one, country)));
  const groups = new Map<string, Restricted & { families: Family[] }>();
  for (const family of all) {
    const allowedRegions = regions.filter(({ country }) => allows(family, country));
    const allowedZones = zones.filter(({ country }) => allows(family, country));
    if (allowedRegions.length === regions.length && allowedZones.length === zones.length) continue;
    const codes = allowedRegions.map(({ code }) => code);
    const patterns = zonePatterns(allowedZones);
    const key = [...codes, ...patterns].join();
    const group = groups.get(key) ?? { families: [], regions: codes, zones: patterns };
    group.families.push(family);
    groups.set(key, group);
  }
  const open = regions.filter(({ country }) => all.every((family) => allows(family, country)));
  return { families: all, restricted: [...groups.values()], open: open.map(({ code }) => code) };
}

/** AWS's regions of the commercial partition whose country is known: an organization cannot reach beyond its own. */
export function partitionRegions(): Region[] {
  return regionsOf("aws").filter(({ partition, country }) => partition === "aws" && country !== null);
}

/** IAM patterns of the zone names in groups. A shorter pattern stands for the longer ones it covers. */
export function zonePatterns(zones: readonly Zone[]): string[] {
  const patterns = [...new Set(zones.map(zonePattern))].sort((a, b) => a.length - b.length);
  return patterns.filter((one, i) => !patterns.slice(0, i).some((other) => covers(other, one))).sort();
}

function zonePattern({ group, kind }: Zone): string {
  if (kind === "wavelength-zone") {
    if (/-wl\d+$/.test(group)) return `${group}-???-wlz-?`;
    return group.includes("-wlz-") ? group : `${group}-wlz-?`;
  }
  // The three letters are the city: Atlanta's zones are us-east-1-atl-1a and us-east-1-atl-2a.
  return group.replace(/\d[a-z]?$/, "??");
}

function covers(pattern: string, other: string): boolean {
  return pattern.length === other.length && [...pattern].every((one, i) => one === "?" || one === other[i]);
}

/** Accelerators with the countries in which a rule blocks them. */
function blockedPairs(
  policy: Policy,
  all: readonly Family[],
  places: readonly { readonly country: string | null }[],
): Set<string> {
  const accelerators = new Set(all.flatMap((family) => family.accelerators ?? []));
  const countries = new Set(places.flatMap(({ country }) => country ?? []));
  const placements = [...accelerators].flatMap((accelerator) =>
    [...countries].map((country) => imagined(accelerator, country, null)),
  );
  const { findings } = judge({ placements, opaque: [] }, policy, { partial: true });
  return new Set(findings.flatMap(({ level, address }) => (level === "block" ? [address] : [])));
}
