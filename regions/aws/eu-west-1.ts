import { awsRegion } from "./aws-region";

export const euWest1 = awsRegion({
  code: "eu-west-1",
  name: "Europe (Ireland)",
  country: "IE",
  optIn: false,
  zoneCount: 3,
  launched: "2008-12-10",
  accelerators: ["p3dn.24xlarge", "p4d.24xlarge"],
});
