import { awsRegion } from "./aws-region";
import { localZone } from "./zones";

export const usEast2 = awsRegion({
  code: "us-east-2",
  name: "US East (Ohio)",
  country: "US",
  optIn: false,
  zoneCount: 3,
  launched: "2016-10-17",
  accelerators: [
    "g6",
    "g6e",
    "p4d.24xlarge",
    "p5.48xlarge",
    "p5.4xlarge",
    "p5e.48xlarge",
    "p5en.48xlarge",
    "p6-b200.48xlarge",
  ],
  zones: [
    localZone("us-east-2-jan-1", "US", "Jackson, Mississippi", {
      confidence: "medium",
      notes: "The city is read from the code.",
    }),
    localZone("us-east-2-mci-1", "US", "Kansas City"),
    localZone("us-east-2-sbn-1", "US", "South Bend, Indiana", {
      confidence: "low",
      notes: "One endpoint list; the city is read from the code.",
    }),
  ],
});
