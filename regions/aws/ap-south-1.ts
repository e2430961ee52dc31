import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const apSouth1 = awsRegion({
  code: "ap-south-1",
  name: "Asia Pacific (Mumbai)",
  country: "IN",
  optIn: false,
  zoneCount: 3,
  launched: "2016-06-27",
  accelerators: ["g6", "p4d.24xlarge", "p5.48xlarge", "p5.4xlarge", "p5en.48xlarge"],
  zones: [
    localZone("ap-south-1-ccu-1", "IN", "Kolkata"),
    localZone("ap-south-1-ccu-2", "IN", "Kolkata"),
    localZone("ap-south-1-del-1", "IN", "Delhi"),
    localZone("ap-south-1-del-2", "IN", "Delhi"),
  ],
});
