import { awsRegion } from "./aws-region";

export const euIsoeWest1 = awsRegion({
  code: "eu-isoe-west-1",
  name: "EU ISOE West",
  country: "GB",
  partition: "aws-iso-e",
  confidence: "medium",
  notes: "Isolated partition; the country is read from its .uk endpoint suffix, the place is not public.",
});
