import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const meSouth1 = awsRegion({
  code: "me-south-1",
  name: "Middle East (Bahrain)",
  country: "BH",
  optIn: true,
  zoneCount: 3,
  launched: "2019-07-29",
  accelerators: [],
  zones: [localZone("me-south-1-mct-1", "OM", "Muscat")],
});
