import { awsRegion } from "./aws-region";
import { localZone, wavelengthZone } from "./zones";

export const euWest3 = awsRegion({
  code: "eu-west-3",
  name: "Europe (Paris)",
  country: "FR",
  optIn: false,
  zoneCount: 3,
  launched: "2017-12-18",
  accelerators: ["g6"],
  zones: [
    localZone("eu-west-3-cmn-1", "MA", "Casablanca", {
      confidence: "low",
      notes: "One third-party source; name not confirmed.",
    }),
    wavelengthZone("eu-west-3-cmn-wlz-1", "MA", "Casablanca", {
      notes: "In the AWS Wavelength guide and public Terraform, not in ip-ranges.json of 2026-08-22.",
    }),
    wavelengthZone("eu-west-3-wl1-cmn", "MA", "Casablanca", {
      confidence: "medium",
      notes: "AWS documents the zone; the -wl1- form of its name is not confirmed.",
    }),
    wavelengthZone("eu-west-3-wl1-dss", "SN", "Dakar", {
      confidence: "low",
      notes: "One third-party source; name not confirmed.",
    }),
  ],
});
