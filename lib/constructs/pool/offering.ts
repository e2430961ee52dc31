import type { Region, Zone } from "../../../regions";
import { familyOf } from "./machine";

/** Whether `landfall/regions` lists the machine type, or its family, in that zone. */
export function isOffered(region: Region, zone: string, machineType: string): boolean {
  const names = isOfRegionProper(region, zone)
    ? region.accelerators
    : (edgeOf(region, zone)?.accelerators ?? []);
  return names.includes(machineType) || names.includes(familyOf(machineType));
}

/** Whether it is one of the region's own Availability Zones, not a Local or Wavelength Zone run from it. */
export function isOfRegionProper(region: Region, zone: string): boolean {
  return zone.startsWith(region.code) && /^[a-z]$/.test(zone.slice(region.code.length));
}

function edgeOf(region: Region, zone: string): Zone | undefined {
  return region.zones.find(({ group }) => group === zone || group === zone.replace(/[a-z]$/, ""));
}
