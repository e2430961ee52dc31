import { awsRegion } from "./aws-region";

export const apSoutheast6 = awsRegion({
  code: "ap-southeast-6",
  name: "Asia Pacific (New Zealand)",
  country: "NZ",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2025-09-01",
});
