import { awsRegion } from "./aws-region";

export const usGovEast1 = awsRegion({
  code: "us-gov-east-1",
  name: "AWS GovCloud (US-East)",
  country: "US",
  partition: "aws-us-gov",
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2018-11-12",
  accelerators: ["g4dn", "g6", "gr6", "inf1", "p3dn", "p6-b200", "p6-b300"],
  acceleratorsNote: "AWS price list of 2026-07-20: a price can outlive the offering (p2, g2, g3).",
});
