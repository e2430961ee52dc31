import { readZoneId } from "./aws-zone-ids";
import { cloudRegion } from "./clouds";
import type { ZonePlace } from "./locate";
import type { Region, Zone } from "./types";

/** Places an AWS zone by its name, its id or its group, in lower case. Undefined when it is not known. */
export function locateAwsZone(zone: string): ZonePlace | undefined {
  const id = readZoneId(zone);
  if (!id) return plainZone(zone) ?? edgeZone(zone, zone);
  return id.name === undefined ? inRegion(zone, id.region) : edgeZone(zone, id.name);
}

function plainZone(zone: string): ZonePlace | undefined {
  const [, region] = /^(.+-\d+)[a-z]$/.exec(zone) ?? [];
  return region === undefined ? undefined : inRegion(zone, region);
}

function inRegion(zone: string, code: string): ZonePlace | undefined {
  const region = cloudRegion("aws", code);
  if (!region) return undefined;
  const { country, confidence } = region;
  const why =
    country === null ? `${code}: ${region.notes}` : `${zone} is an Availability Zone of ${region.name}`;
  return { region: code, zone, country, kind: "availability-zone", confidence, why };
}

function edgeZone(zone: string, name: string): ZonePlace | undefined {
  const [, code = ""] = /^(.+?-\d+)-/.exec(name) ?? [];
  const region = cloudRegion("aws", code);
  const group = region && longestGroup(region, name);
  if (!group) return undefined;
  const { kind, country, confidence } = group;
  const why = `${zone} is in ${group.group}, a ${kindNames[kind]} of ${region.name} that stands in ${group.place}`;
  return { region: code, zone, country, kind, confidence, why };
}

const kindNames: Readonly<Record<Zone["kind"], string>> = {
  "local-zone": "Local Zone group",
  "wavelength-zone": "Wavelength Zone group",
  "dedicated-local-zone": "Dedicated Local Zone group",
};

function longestGroup(region: Region, name: string): Zone | undefined {
  return region.zones
    .filter(({ group }) => name === group || belongs(group, name))
    .sort((a, b) => b.group.length - a.group.length)[0];
}

/** A bare prefix would let `us-east-1-dfw-12a` pass for a zone of `us-east-1-dfw-1`: what follows is checked. */
function belongs(group: string, name: string): boolean {
  return name.startsWith(group) && tailOf(group).test(name.slice(group.length));
}

function tailOf(group: string): RegExp {
  if (/-wl\d+$/.test(group)) return /^-[a-z]{3}(-wlz-\d+[a-z]?)?$/;
  if (/-wl\d+-[a-z]{3}$/.test(group)) return /^-wlz-\d+[a-z]?$/;
  return /\d$/.test(group) ? /^[a-z]$/ : /^$/;
}
