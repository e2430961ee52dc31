import { awsRegion } from "./aws-region";

export const euSouth2 = awsRegion({
  code: "eu-south-2",
  name: "Europe (Spain)",
  country: "ES",
  optIn: true,
  zoneCount: 3,
  launched: "2022-11-15",
  accelerators: ["g6", "g6e", "p5en.48xlarge"],
});
