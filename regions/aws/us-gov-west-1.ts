import { awsRegion } from "./aws-region";

export const usGovWest1 = awsRegion({
  code: "us-gov-west-1",
  name: "AWS GovCloud (US-West)",
  country: "US",
  partition: "aws-us-gov",
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2011-08-16",
  accelerators: [
    "f1",
    "g3",
    "g3s",
    "g4dn",
    "g6",
    "gr6",
    "inf1",
    "p2",
    "p3",
    "p3dn",
    "p4d",
    "p5",
    "p5en",
    "p6-b200",
  ],
  acceleratorsNote: "AWS price list of 2026-07-20: a price can outlive the offering (p2, g2, g3).",
});
