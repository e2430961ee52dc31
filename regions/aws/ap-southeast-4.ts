import { awsRegion } from "./aws-region";

export const apSoutheast4 = awsRegion({
  code: "ap-southeast-4",
  name: "Asia Pacific (Melbourne)",
  country: "AU",
  optIn: true,
  zoneCount: 3,
  launched: "2023-01-23",
  accelerators: [],
});
