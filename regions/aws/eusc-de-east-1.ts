import { awsRegion } from "./aws-region";

export const euscDeEast1 = awsRegion({
  code: "eusc-de-east-1",
  name: "AWS European Sovereign Cloud (Germany)",
  country: "DE",
  partition: "aws-eusc",
  launched: "2026-01-14",
  notes: "A partition of its own: no identities, quotas or peering shared with the commercial regions.",
});
