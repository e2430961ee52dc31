import { awsRegion } from "./aws-region";

export const apNortheast3 = awsRegion({
  code: "ap-northeast-3",
  name: "Asia Pacific (Osaka)",
  country: "JP",
  optIn: false,
  zoneCount: 3,
  launched: "2018-02-13",
  accelerators: ["g6e"],
});
