import { awsRegion } from "./aws-region";

export const caWest1 = awsRegion({
  code: "ca-west-1",
  name: "Canada West (Calgary)",
  country: "CA",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2023-12-20",
});
