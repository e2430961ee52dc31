import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const afSouth1 = awsRegion({
  code: "af-south-1",
  name: "Africa (Cape Town)",
  country: "ZA",
  optIn: true,
  zoneCount: 3,
  launched: "2020-04-22",
  accelerators: [],
  zones: [localZone("af-south-1-los-1", "NG", "Lagos")],
});
