import { awsRegion } from "./aws-region";

export const usIsoWest1 = awsRegion({
  code: "us-iso-west-1",
  name: "US ISO WEST",
  country: "US",
  partition: "aws-iso",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
