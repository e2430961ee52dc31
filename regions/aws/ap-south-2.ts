import { awsRegion } from "./aws-region";

export const apSouth2 = awsRegion({
  code: "ap-south-2",
  name: "Asia Pacific (Hyderabad)",
  country: "IN",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2022-11-21",
});
