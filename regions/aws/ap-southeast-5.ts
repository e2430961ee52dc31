import { awsRegion } from "./aws-region";

export const apSoutheast5 = awsRegion({
  code: "ap-southeast-5",
  name: "Asia Pacific (Malaysia)",
  country: "MY",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2024-08-21",
});
