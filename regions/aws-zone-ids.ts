import { regionsOf } from "./clouds";

// Zone ids begin with a short form of the region: us-east-1 → use1, us-gov-west-1 → usgw1, cn-northwest-1 → cnnw1.
// The parts absent here (iso, isob, isoe, isof, eusc's de) have ids that no source read shows.
const shortForms = new Map([
  ["central", "c"],
  ["east", "e"],
  ["gov", "g"],
  ["north", "n"],
  ["northeast", "ne"],
  ["northwest", "nw"],
  ["south", "s"],
  ["southeast", "se"],
  ["southwest", "sw"],
  ["west", "w"],
]);

let regionByPrefix: ReadonlyMap<string, string> | undefined;

/** What the zone ids of a region begin with (`ap-southeast-1` → `apse1`), or undefined where it is not known. */
export function zoneIdPrefix(region: string): string | undefined {
  const [area = "", ...parts] = region.split("-");
  const number = parts.pop();
  const short = parts.map((part) => shortForms.get(part));
  if (number === undefined || short.length === 0 || short.includes(undefined)) return undefined;
  return area + short.join("") + number;
}

/** A zone id taken apart: its region, and the zone's name where the id tells it. */
export interface ZoneId {
  readonly region: string;
  /** Absent for a plain zone: which letter `use1-az4` has differs from account to account. */
  readonly name?: string;
}

/** Reads a zone id: `use1-az4`, `use1-dfw2-az1`, `use1-wl1-bos-wlz1`, `euw3-cmn1-wlz1`. */
export function readZoneId(id: string): ZoneId | undefined {
  const [, prefix = "", rest = ""] = /^([a-z]+\d+)-(.+)$/.exec(id) ?? [];
  const region = prefixes().get(prefix);
  if (!region) return undefined;
  if (/^az\d+$/.test(rest)) return { region };
  const name = localZoneName(rest) ?? wavelengthZoneName(rest);
  return name === undefined ? undefined : { region, name: `${region}-${name}` };
}

function localZoneName(rest: string): string | undefined {
  const [, metro, number] = /^([a-z]{3})(\d+)-az\d+$/.exec(rest) ?? [];
  return metro && `${metro}-${number}`;
}

function wavelengthZoneName(rest: string): string | undefined {
  const [, carrier = "", metro, number] = /^(wl\d+-)?([a-z]{3})\d*-wlz(\d+)$/.exec(rest) ?? [];
  return metro && `${carrier}${metro}-wlz-${number}`;
}

function prefixes(): ReadonlyMap<string, string> {
  regionByPrefix ??= new Map(
    regionsOf("aws").flatMap(({ code }) => {
      const prefix = zoneIdPrefix(code);
      return prefix === undefined ? [] : [[prefix, code] as const];
    }),
  );
  return regionByPrefix;
}
