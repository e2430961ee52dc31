import { awsRegion } from "./aws-region";

export const ilCentral1 = awsRegion({
  code: "il-central-1",
  name: "Israel (Tel Aviv)",
  country: "IL",
  optIn: true,
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2023-08-01",
  notes: "Israel is in D:4, and out of the advanced-computing zone through A:6.",
});
