import type { Cloud, Confidence } from "../lib/accelerators/datasheet";
import { cloudRegion, normalCode } from "./clouds";
import { siteRegion } from "./define-region";
import { locateAwsZone } from "./locate-aws";
import type { Region, ZoneKind } from "./types";

/** Where a zone stands, and how that is known. */
export interface ZonePlace {
  /** Code of the region that runs the zone. */
  readonly region: string;
  readonly zone: string;
  /** ISO 3166-1 alpha-2 of the zone itself, or null when it is not known: then nothing there may be allowed. */
  readonly country: string | null;
  readonly kind: "availability-zone" | "site" | ZoneKind;
  readonly confidence: Confidence;
  readonly why: string;
}

/** A region by its code, or a declared site; undefined when it is not known. A known region may lack a country. */
export function findRegion(cloud: Cloud | "site", code: string): Region | undefined {
  return cloud === "site" ? siteRegion(code) : cloudRegion(cloud, code);
}

/**
 * Places a zone by its name or id.
 *
 * @param region when given, the zone must belong to it. Azure's zones ("1") and Oracle's availability domains say
 * nothing without it.
 * @returns undefined for a zone that is not known or is not of that region: fail closed, do not fall back to the
 * region's own country.
 */
export function locateZone(cloud: Cloud | "site", zone: string, region?: string): ZonePlace | undefined {
  const name = zone.trim().toLowerCase();
  const home = region === undefined ? undefined : findRegion(cloud, region);
  if (region !== undefined && !home) return undefined;
  const place = locators[cloud](name, home);
  return home && place?.region !== home.code ? undefined : place;
}

/**
 * The countries a machine may stand in when only its region is known: the region's own, then those of its Local
 * and Wavelength Zones abroad.
 *
 * Empty when the region's country is not known, which means unresolved, not harmless. Zones opened since the
 * tables were read are missing.
 */
export function candidateCountries(region: Region): string[] {
  if (region.country === null) return [];
  const abroad = region.zones.map(({ country }) => country).filter((country) => country !== null);
  return [...new Set([region.country, ...abroad])];
}

type Locator = (zone: string, home: Region | undefined) => ZonePlace | undefined;

const locators: Readonly<Record<Cloud | "site", Locator>> = {
  aws: locateAwsZone,
  google: locateGoogleZone,
  azure: (zone, home) => (home && /^[1-3]$/.test(zone) ? within(home, zone, "zone") : undefined),
  oracle: (zone, home) =>
    home && isDomainOf(home, zone) ? within(home, zone, "availability domain") : undefined,
  site: locateInSite,
};

/** `us-central1-a`, and the AI zones `us-central1-ai1a`. */
function locateGoogleZone(zone: string): ZonePlace | undefined {
  const [, code = ""] = /^(.+)-(?:ai\d+)?[a-z]$/.exec(zone) ?? [];
  const region = cloudRegion("google", code);
  return region && within(region, zone, "zone");
}

/** `Uocm:PHX-AD-1`; newer ones carry the whole region, which then has to be the one given. */
function isDomainOf(home: Region, domain: string): boolean {
  const parts = /^(?:[a-z0-9]+:)?(?:([a-z0-9-]+)-)?ad-\d$/.exec(domain);
  if (!parts) return false;
  const named = parts[1] === undefined ? undefined : cloudRegion("oracle", parts[1]);
  return !named || named === home;
}

function locateInSite(zone: string, home: Region | undefined): ZonePlace | undefined {
  const site = home ?? siteRegion(zone);
  if (!site) return undefined;
  const room = site.zones.find(({ group }) => normalCode(group) === zone);
  if (!room) return zone === site.code ? { ...within(site, zone, "site"), kind: "site" } : undefined;
  const { country, kind, confidence } = room;
  return {
    region: site.code,
    zone,
    country,
    kind,
    confidence,
    why: `${zone} is declared as part of ${site.name}`,
  };
}

function within(region: Region, zone: string, what: string): ZonePlace {
  const { code, country, confidence } = region;
  const why =
    country === null ? `${code} is ${region.name}` : `${zone} is a ${what} of ${code} (${region.name})`;
  return { region: code, zone, country, kind: "availability-zone", confidence, why };
}
