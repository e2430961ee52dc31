import { awsRegion } from "./aws-region";

export const usIsofEast1 = awsRegion({
  code: "us-isof-east-1",
  name: "US ISOF EAST",
  country: "US",
  partition: "aws-iso-f",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
