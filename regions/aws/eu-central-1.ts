import { awsRegion } from "./aws-region";
import { localZone, wavelengthZone } from "./zones";

export const euCentral1 = awsRegion({
  code: "eu-central-1",
  name: "Europe (Frankfurt)",
  country: "DE",
  optIn: false,
  zoneCount: 3,
  launched: "2014-10-23",
  accelerators: ["g6", "g6e", "p4d.24xlarge", "p4de.24xlarge"],
  zones: [
    localZone("eu-central-1-ath-1", "GR", "Athens"),
    localZone("eu-central-1-ham-1", "DE", "Hamburg"),
    localZone("eu-central-1-ist-1", "TR", "Istanbul"),
    localZone("eu-central-1-waw-1", "PL", "Warsaw"),
    wavelengthZone("eu-central-1-wl1-ber", "DE", "Berlin", { confidence: "medium" }),
    wavelengthZone("eu-central-1-wl1-ber-wlz-1", "DE", "Berlin"),
    wavelengthZone("eu-central-1-wl1-dtm", "DE", "Dortmund", { confidence: "medium" }),
    wavelengthZone("eu-central-1-wl1-dtm-wlz-1", "DE", "Dortmund"),
    wavelengthZone("eu-central-1-wl1-muc", "DE", "Munich", { confidence: "medium" }),
    wavelengthZone("eu-central-1-wl1-muc-wlz-1", "DE", "Munich"),
  ],
});
