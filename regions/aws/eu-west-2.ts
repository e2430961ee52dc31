import { awsRegion } from "./aws-region";
import { wavelengthZone } from "./zones";

export const euWest2 = awsRegion({
  code: "eu-west-2",
  name: "Europe (London)",
  country: "GB",
  optIn: false,
  zoneCount: 3,
  launched: "2016-12-13",
  accelerators: ["g6", "p4d.24xlarge", "p5.48xlarge", "p5.4xlarge", "p5e.48xlarge"],
  zones: [
    wavelengthZone("eu-west-2-wl1-lon", "GB", "London", {
      confidence: "low",
      notes: "Name form not confirmed.",
    }),
    wavelengthZone("eu-west-2-wl2-man", "GB", "Manchester", { confidence: "medium" }),
    wavelengthZone("eu-west-2-wl2-man-wlz-1", "GB", "Manchester"),
  ],
});
