import { awsRegion } from "./aws-region";
import { wavelengthZone } from "./zones";

export const apNortheast2 = awsRegion({
  code: "ap-northeast-2",
  name: "Asia Pacific (Seoul)",
  country: "KR",
  optIn: false,
  zoneCount: 4,
  launched: "2016-01-06",
  accelerators: ["g6", "g6e", "p4d.24xlarge", "p5.48xlarge", "p5en.48xlarge"],
  zones: [
    wavelengthZone("ap-northeast-2-wl1-cjj-wlz-1", "KR", "Daejeon area", {
      confidence: "medium",
      notes: "The city is read from the code (Cheongju).",
    }),
    wavelengthZone("ap-northeast-2-wl1-sel", "KR", "Seoul", { confidence: "medium" }),
  ],
});
