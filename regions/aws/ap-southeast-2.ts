import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const apSoutheast2 = awsRegion({
  code: "ap-southeast-2",
  name: "Asia Pacific (Sydney)",
  country: "AU",
  optIn: false,
  zoneCount: 3,
  launched: "2012-11-12",
  accelerators: ["g6", "p4d.24xlarge", "p5.48xlarge", "p5.4xlarge", "p5e.48xlarge"],
  zones: [
    localZone("ap-southeast-2-akl-1", "NZ", "Auckland"),
    localZone("ap-southeast-2-per-1", "AU", "Perth"),
  ],
});
