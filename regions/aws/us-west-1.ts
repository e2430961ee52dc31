import { awsRegion } from "./aws-region";

export const usWest1 = awsRegion({
  code: "us-west-1",
  name: "US West (N. California)",
  country: "US",
  optIn: false,
  zoneCount: 2,
  launched: "2009-12-03",
  accelerators: ["p5.48xlarge", "p5en.48xlarge"],
});
