import { awsRegion } from "./aws-region";

export const usIsobEast1 = awsRegion({
  code: "us-isob-east-1",
  name: "US ISOB East (Ohio)",
  country: "US",
  partition: "aws-iso-b",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
