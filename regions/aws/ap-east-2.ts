import { awsRegion } from "./aws-region";

export const apEast2 = awsRegion({
  code: "ap-east-2",
  name: "Asia Pacific (Taipei)",
  country: "TW",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2025-06-05",
  notes: "Taiwan, not mainland China: Country Group A:6.",
});
