import { isCountry } from "../lib/jurisdictions/countries";
import { cloudRegion, clouds, normalCode } from "./clouds";
import { residencyNote } from "./regimes";
import type { Region, Zone } from "./types";

/** A place of one's own: a colocation hall, an Outpost's room, a machine room abroad. */
export interface SiteProps {
  /** Lower-case letters, digits and hyphens; not the code of a cloud's region. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  /** @default the note recorded for the country */
  readonly residency?: string;
  /** @default [] */
  readonly accelerators?: readonly string[];
  /** Rooms of the site that stand in another country. @default [] */
  readonly zones?: readonly Zone[];
  /** Names of hardware that stands there, as code refers to it: Outpost ARNs, dedicated host ids. @default [] */
  readonly hardware?: readonly string[];
  readonly notes?: string;
  /** Where the country is known from. @default "declared with defineRegion()" */
  readonly sources?: readonly string[];
}

const sites = new Map<string, Region>();

/**
 * Declares a site of one's own for the whole process, so that `findRegion("site", code)` knows it.
 *
 * Declaring the same site again gives the first one back.
 *
 * @throws Error naming the field, its value and what was expected: a malformed or taken code, an empty name, a
 * country that is not ISO 3166-1 alpha-2, or a second, different site of the same code.
 */
export function defineRegion(props: SiteProps): Region {
  checkCode(props.code);
  if (props.name.trim() === "") refuse("name", props.name, "a name people will recognise");
  checkCountry("country", props.country);
  for (const zone of props.zones ?? []) checkCountry(`country of zone ${zone.group}`, zone.country);

  const site = siteOf(props);
  const known = sites.get(site.code);
  if (!known) {
    sites.set(site.code, site);
    return site;
  }
  if (JSON.stringify(known) === JSON.stringify(site)) return known;
  return refuse("code", props.code, `a code of its own: "${known.name}" in ${known.country} already has it`);
}

/** The sites declared so far, in the order of declaration. */
export function knownSites(): readonly Region[] {
  return [...sites.values()];
}

/** The declared site whose code or hardware a name is. */
export function findSite(name: string): Region | undefined {
  return siteRegion(name) ?? knownSites().find(({ hardware }) => hardware?.includes(name));
}

/** A declared site by its code, in any case. */
export function siteRegion(code: string): Region | undefined {
  return sites.get(normalCode(code));
}

function siteOf(props: SiteProps): Region {
  return Object.freeze<Region>({
    cloud: "site",
    code: props.code,
    name: props.name,
    country: props.country,
    zones: Object.freeze((props.zones ?? []).map((zone) => Object.freeze({ ...zone }))),
    accelerators: Object.freeze([...(props.accelerators ?? [])]),
    residency: props.residency ?? residencyNote(props.country),
    confidence: "high",
    ...(props.hardware !== undefined && { hardware: Object.freeze([...props.hardware]) }),
    ...(props.notes !== undefined && { notes: props.notes }),
    sources: Object.freeze([...(props.sources ?? ["declared with defineRegion()"])]),
  });
}

function checkCode(code: string): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(code)) {
    refuse("code", code, 'lower-case letters, digits and hyphens, such as "johor-hall-1"');
  }
  const cloud = clouds.find((name) => cloudRegion(name, code));
  if (cloud) refuse("code", code, `a code that is not a region of ${cloud}`);
}

function checkCountry(field: string, country: string | null): void {
  if (country === null || !isCountry(country)) {
    refuse(field, country, 'an ISO 3166-1 alpha-2 code in upper case, such as "MY"');
  }
}

function refuse(field: string, value: unknown, expected: string): never {
  throw new Error(`defineRegion: ${field} is ${JSON.stringify(value)}; expected ${expected}`);
}
