import type { Zone, ZoneKind } from "../types";

type Extra = Partial<Pick<Zone, "confidence" | "accelerators" | "notes">>;

/** Zones are listed from ip-ranges.json (2026-08-22) and the AWS guides to Local and Wavelength Zones. */
function zoneOf(kind: ZoneKind) {
  return (group: string, country: string, place: string, extra: Extra = {}): Zone => ({
    group,
    kind,
    country,
    place,
    confidence: "high",
    ...extra,
  });
}

export const localZone = zoneOf("local-zone");
export const wavelengthZone = zoneOf("wavelength-zone");
export const dedicatedLocalZone = zoneOf("dedicated-local-zone");
