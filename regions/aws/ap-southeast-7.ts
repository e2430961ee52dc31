import { awsRegion } from "./aws-region";

export const apSoutheast7 = awsRegion({
  code: "ap-southeast-7",
  name: "Asia Pacific (Thailand)",
  country: "TH",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2025-01-07",
});
