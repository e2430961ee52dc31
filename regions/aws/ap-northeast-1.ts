import { awsRegion } from "./aws-region";
import { localZone, wavelengthZone } from "./zones";

export const apNortheast1 = awsRegion({
  code: "ap-northeast-1",
  name: "Asia Pacific (Tokyo)",
  country: "JP",
  optIn: false,
  zoneCount: 3,
  launched: "2011-03-02",
  accelerators: [
    "g6",
    "g6e",
    "p3dn.24xlarge",
    "p4d.24xlarge",
    "p4de.24xlarge",
    "p5.48xlarge",
    "p5.4xlarge",
    "p5en.48xlarge",
  ],
  zones: [
    localZone("ap-northeast-1-tpe-1", "TW", "Taipei"),
    wavelengthZone("ap-northeast-1-wl1-kix", "JP", "Osaka", { confidence: "medium" }),
    wavelengthZone("ap-northeast-1-wl1-kix-wlz-1", "JP", "Osaka"),
    wavelengthZone("ap-northeast-1-wl1-nrt", "JP", "Tokyo", { confidence: "medium" }),
    wavelengthZone("ap-northeast-1-wl1-nrt-wlz-1", "JP", "Tokyo"),
  ],
});
