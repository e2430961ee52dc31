import { awsRegion } from "./aws-region";

export const mxCentral1 = awsRegion({
  code: "mx-central-1",
  name: "Mexico (Central)",
  country: "MX",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2025-01-14",
});
