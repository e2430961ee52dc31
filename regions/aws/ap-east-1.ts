import { awsRegion } from "./aws-region";

export const apEast1 = awsRegion({
  code: "ap-east-1",
  name: "Asia Pacific (Hong Kong)",
  country: "HK",
  optIn: true,
  zoneCount: 3,
  launched: "2019-04-24",
  accelerators: [],
  notes: "Export controls read Hong Kong as China (85 FR 83765).",
});
