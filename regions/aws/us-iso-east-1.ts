import { awsRegion } from "./aws-region";

export const usIsoEast1 = awsRegion({
  code: "us-iso-east-1",
  name: "US ISO East",
  country: "US",
  partition: "aws-iso",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
