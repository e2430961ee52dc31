import { awsRegion } from "./aws-region";

export const saEast1 = awsRegion({
  code: "sa-east-1",
  name: "South America (Sao Paulo)",
  country: "BR",
  optIn: false,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2011-12-14",
});
