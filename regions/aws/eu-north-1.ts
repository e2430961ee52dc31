import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const euNorth1 = awsRegion({
  code: "eu-north-1",
  name: "Europe (Stockholm)",
  country: "SE",
  optIn: false,
  zoneCount: 3,
  launched: "2018-12-12",
  accelerators: ["g6", "g6e", "p4d.24xlarge", "p5.48xlarge", "p5e.48xlarge", "p5en.48xlarge"],
  zones: [localZone("eu-north-1-cph-1", "DK", "Copenhagen"), localZone("eu-north-1-hel-1", "FI", "Helsinki")],
});
