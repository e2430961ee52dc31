import { inAdvancedComputingZone } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country, inZone } from "../text";
import { correctedAndRewritten, nicaraguaEnters, uaeLeaves } from "./changes";

export const zoneB: PlacementRule = {
  id: "us-ear/zone-b",
  judges: "placement",
  title: "The second class (3A090.b) may not go to Macau or to Country Groups D:1, D:4 and D:5",
  explanation:
    "Accelerators just below the most capable ones (3A090.b, such as the A40 or the L40) need a licence for the same countries as 3A090.a. Applications are decided case by case, and a licence exception may be open (NAC with prior notice for Macau and D:5, ACA elsewhere); a person has to check that and record it.",
  history: [
    {
      from: "2023-11-17",
      to: null,
      says: "Second tier of the rule, for the same zone.",
      citations: cite("88 FR 73458 (2023-10-25)"),
      confidence: "high",
      changes: [nicaraguaEnters, ...correctedAndRewritten, uaeLeaves],
    },
  ],
  citations: cite(
    "15 CFR 742.6(a)(6)(iii)(B)",
    "15 CFR part 740, Supp. No. 1",
    "15 CFR part 774, Supp. No. 1 (ECCN 3A090)",
    "88 FR 73458 (2023-10-25)",
    "85 FR 83765 (2020-12-23)",
  ),
  verification: "verified",
  remedy:
    "Place the machines outside the zone, choose an accelerator of no class, or record the licence or licence exception under `authorizations` with `satisfies: [us-ear/zone-b]`.",
  judge(subject, { asOf }) {
    if (subject.classification.class !== "3A090.b" || !inAdvancedComputingZone(subject.country, asOf))
      return undefined;
    return {
      message: `A US export licence is needed before ${chip(subject)} goes to ${country(subject.country)}, ${inZone(asOf)}.`,
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
