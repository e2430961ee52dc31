import { awsRegion } from "./aws-region";

export const cnNorth1 = awsRegion({
  code: "cn-north-1",
  name: "China (Beijing)",
  country: "CN",
  partition: "aws-cn",
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2013-12-18",
  accelerators: ["g3", "g3s", "g4dn", "g5", "inf1", "p2", "p3"],
  acceleratorsNote: "AWS price list of 2024-11-06: a price can outlive the offering (p2, g2, g3).",
});
