import { awsRegion } from "./aws-region";

export const usIsobWest1 = awsRegion({
  code: "us-isob-west-1",
  name: "US ISOB West",
  country: "US",
  partition: "aws-iso-b",
  confidence: "medium",
  notes:
    "Isolated partition; the country is read from its name and .gov endpoint suffix, the place is not public.",
});
