import { awsRegion } from "./aws-region";
import { dedicatedLocalZone, localZone } from "./zones";

export const apSoutheast1 = awsRegion({
  code: "ap-southeast-1",
  name: "Asia Pacific (Singapore)",
  country: "SG",
  optIn: false,
  zoneCount: 3,
  launched: "2010-04-29",
  accelerators: ["p4de.24xlarge"],
  zones: [
    localZone("ap-southeast-1-bkk-1", "TH", "Bangkok"),
    localZone("ap-southeast-1-han-1", "VN", "Hanoi"),
    localZone("ap-southeast-1-mnl-1", "PH", "Manila"),
    dedicatedLocalZone("ap-southeast-1-sggov-sin-1a", "SG", "Singapore (government dedicated)", {
      confidence: "medium",
    }),
    dedicatedLocalZone("ap-southeast-1-sggov-sin-1b", "SG", "Singapore (government dedicated)", {
      confidence: "medium",
    }),
    dedicatedLocalZone("ap-southeast-1-sggov-sin-2", "SG", "Singapore (government dedicated)", {
      confidence: "medium",
    }),
  ],
});
