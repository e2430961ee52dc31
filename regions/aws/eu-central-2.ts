import { awsRegion } from "./aws-region";

export const euCentral2 = awsRegion({
  code: "eu-central-2",
  name: "Europe (Zurich)",
  country: "CH",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2022-11-08",
});
