import { inAdvancedComputingZone } from "../../jurisdictions";
import { chineseOwned, malaysianCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { cambodiaLeaves, nicaraguaEnters, uaeLeaves } from "./changes";
import { headquartersViolation } from "./headquarters";

export const headquartersB: PlacementRule = {
  id: "us-ear/headquarters-b",
  judges: "placement",
  title:
    "3A090.b accelerators may not go to companies headquartered in, or owned from, Macau or Country Group D:5, outside the zone",
  explanation:
    "The same test of headquarters and ultimate parent for the second class. Outside the zone it rests on what the exporter knows; a policy that names such a party is that knowledge.",
  history: [
    {
      from: "2023-11-17",
      to: null,
      says: "Headquarters and ultimate-parent test for the second tier, outside the zone.",
      citations: cite("88 FR 73458 (2023-10-25)"),
      confidence: "high",
      changes: [nicaraguaEnters, cambodiaLeaves, uaeLeaves],
    },
  ],
  citations: cite("15 CFR 744.23(a)(3)(i)(A)", "88 FR 73458 (2023-10-25)"),
  verification: "verified",
  remedy:
    "Choose an accelerator of no class, or record the licence or licence exception under `authorizations` with `satisfies: [us-ear/headquarters-b]`; for rented compute a `legal-determination` by counsel may take its place.",
  judge: (subject, context) =>
    subject.classification.class === "3A090.b" && !inAdvancedComputingZone(subject.country, context.asOf)
      ? headquartersViolation(subject, context)
      : undefined,
  examples: {
    blocked: [
      {
        title: "A Malaysian company with a Chinese ultimate parent puts L40 into a hall in Johor",
        policy: { organization: chineseOwned },
        configuration: { accelerator: "nvidia-l40", country: "MY" },
      },
    ],
    allowed: [
      {
        title: "The same hall without such a parent",
        policy: { organization: malaysianCompany },
        configuration: { accelerator: "nvidia-l40", country: "MY" },
      },
    ],
  },
};
