import { awsRegion } from "./aws-region";

export const usIsofSouth1 = awsRegion({
  code: "us-isof-south-1",
  name: "US ISOF SOUTH",
  country: "US",
  partition: "aws-iso-f",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
