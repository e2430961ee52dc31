import { awsRegion } from "./aws-region";

export const cnNorthwest1 = awsRegion({
  code: "cn-northwest-1",
  name: "China (Ningxia)",
  country: "CN",
  partition: "aws-cn",
  zoneCount: 3,
  zoneCountConfidence: "low",
  launched: "2017-12-11",
});
