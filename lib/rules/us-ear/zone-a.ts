import { inAdvancedComputingZone } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country, inZone } from "../text";
import { caseByCase, correctedAndRewritten, nicaraguaEnters, uaeLeaves } from "./changes";

export const zoneA: PlacementRule = {
  id: "us-ear/zone-a",
  judges: "placement",
  title: "The most capable accelerators (3A090.a) may not go to Macau or to Country Groups D:1, D:4 and D:5",
  explanation:
    "The United States requires a licence before a 3A090.a accelerator is exported, reexported or moved to Macau or to a country of groups D:1, D:4 or D:5 that is not also in A:5 or A:6: 45 countries, among them China with Hong Kong, Saudi Arabia, Qatar, Bahrain, Vietnam and Kazakhstan. It does not matter who owns the accelerator or whose cloud it stands in. For Macau and D:5 denial is presumed; since 2026-01-15 exports to China and Macau below TPP 21,000 and 6,500 GB/s of memory bandwidth are decided case by case (91 FR 1684).",
  history: [
    {
      from: "2022-10-07",
      to: "2023-11-16",
      says: "First edition: chips of 4,800 TPP with interconnect of 600 GB/s, to China with Hong Kong. There were no classes.",
      citations: cite("87 FR 62186 (2022-10-13)"),
      confidence: "medium",
      changes: [
        {
          on: "2023-01-18",
          says: "Macau is added.",
          citations: cite("88 FR 2821 (2023-01-18)"),
          confidence: "medium",
        },
      ],
    },
    {
      from: "2023-11-17",
      to: null,
      says: "TPP and performance density, in two classes; Macau, D:1, D:4 and D:5 without A:5 and A:6.",
      citations: cite("88 FR 73458 (2023-10-25)"),
      confidence: "high",
      changes: [nicaraguaEnters, ...correctedAndRewritten, caseByCase, uaeLeaves],
    },
  ],
  citations: cite(
    "15 CFR 742.6(a)(6)(iii)(A)",
    "15 CFR part 740, Supp. No. 1",
    "15 CFR part 774, Supp. No. 1 (ECCN 3A090)",
    "88 FR 73458 (2023-10-25)",
    "88 FR 2821 (2023-01-18)",
    "87 FR 62186 (2022-10-13)",
    "85 FR 83765 (2020-12-23)",
  ),
  verification: "verified",
  remedy:
    "Place the machines in a country outside the zone, choose an accelerator of no class, or record the BIS licence under `authorizations` with `satisfies: [us-ear/zone-a]`.",
  judge({ accelerator, classification, country: code }, { asOf }) {
    const caught =
      classification.class === null ? classification.controlled : classification.class === "3A090.a";
    if (!caught || !inAdvancedComputingZone(code, asOf)) return undefined;
    const subject = chip({ accelerator, classification, country: code });
    return {
      message: `A US export licence is needed before ${subject} goes to ${country(code)}, ${inZone(asOf)}.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "Eight H100 in Bahrain",
        policy: { organization: usCompany },
        configuration: instance("me-south-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "The same machine in Frankfurt",
        policy: { organization: usCompany },
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};
