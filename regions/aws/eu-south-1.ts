import { awsRegion } from "./aws-region";

export const euSouth1 = awsRegion({
  code: "eu-south-1",
  name: "Europe (Milan)",
  country: "IT",
  optIn: true,
  zoneCount: 3,
  launched: "2020-04-27",
  accelerators: [],
});
