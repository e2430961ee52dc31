import { awsRegion } from "./aws-region";
import { wavelengthZone } from "./zones";

export const caCentral1 = awsRegion({
  code: "ca-central-1",
  name: "Canada (Central)",
  country: "CA",
  optIn: false,
  zoneCount: 3,
  launched: "2016-12-08",
  accelerators: ["g6", "p4d.24xlarge", "p5.48xlarge"],
  zones: [
    wavelengthZone("ca-central-1-wl1-yto", "CA", "Toronto", {
      confidence: "low",
      notes: "Name form not confirmed.",
    }),
    wavelengthZone("ca-central-1-wl1-yto-wlz-1", "CA", "Toronto", {
      confidence: "medium",
      notes: "AWS documents a Canada (Central) section; the exact name is from general knowledge.",
    }),
  ],
});
