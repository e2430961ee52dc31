import { awsRegion } from "./aws-region";

export const apSoutheast3 = awsRegion({
  code: "ap-southeast-3",
  name: "Asia Pacific (Jakarta)",
  country: "ID",
  optIn: true,
  zoneCount: 3,
  launched: "2021-12-13",
  accelerators: ["p5.48xlarge", "p5.4xlarge", "p5e.48xlarge", "p5en.48xlarge"],
});
