import { inAdvancedComputingZone } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country } from "../text";

export const zoneB: PlacementRule = {
  id: "us-ear/zone-b",
  judges: "placement",
  title: "The second class (3A090.b) may not go to Macau or to Country Groups D:1, D:4 and D:5",
  explanation:
    "Accelerators just below the most capable ones (3A090.b, such as the A40 or the L40) need a licence for the same countries as 3A090.a. Denial is not presumed as firmly, and a licence exception with prior notice (NAC) may be open; a person has to check and record it.",
  history: [
    { from: "2023-11-17", to: null, says: "Tier created together with TPP and performance density." },
  ],
  citations: cite("15 CFR 742.6(a)(6)(iii)(B)", "15 CFR part 740, Supp. No. 1", "88 FR 73458 (2023-10-25)"),
  verification: "verified",
  remedy:
    "Place the machines outside the zone, choose an accelerator of no class, or record the licence or licence exception under `authorizations` with `satisfies: [us-ear/zone-b]`.",
  judge(subject, { asOf }) {
    if (subject.classification.class !== "3A090.b" || !inAdvancedComputingZone(subject.country, asOf))
      return undefined;
    return {
      message: `A US export licence is needed before ${chip(subject)} goes to ${country(subject.country)}, which lies in the advanced-computing zone (Macau, and Country Groups D:1, D:4 and D:5 without A:5 and A:6).`,
    };
  },
  examples: {
    blocked: [
      {
        title: "An L40 in a machine room in Saudi Arabia",
        policy: { organization: usCompany },
        configuration: { accelerator: "nvidia-l40", country: "SA" },
      },
    ],
    allowed: [
      {
        title: "A machine of no class (T4) in Bahrain",
        policy: { organization: usCompany },
        configuration: instance("me-south-1", "g4dn.12xlarge"),
      },
    ],
  },
};
