import { isMacauOrD5, isUnitedStates } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country, listOf } from "../text";
import { cambodiaLeaves } from "./changes";

export const isInformed: PlacementRule = {
  id: "us-ear/is-informed",
  judges: "placement",
  title: "Accelerators restricted by letter although they lie below the thresholds",
  explanation:
    "BIS can require a licence by telling a maker so in a letter. In April 2025 it did so for NVIDIA's H20, for any chip with that chip's memory or interconnect bandwidth, and for AMD's MI308, towards China, Macau, Country Group D:5 and companies headquartered, or owned from, there. No threshold catches these chips; only a list of names does. The letters are known from the makers' own reports.",
  history: [
    {
      from: "2025-04-09",
      to: null,
      says: "Letter to NVIDIA; AMD was told the same.",
      citations: cite("NVIDIA Form 8-K filed 2025-04-15"),
      confidence: "high",
      changes: [
        {
          on: "2025-04-14",
          says: "The letter is made indefinite.",
          citations: cite("NVIDIA Form 8-K filed 2025-04-15"),
          confidence: "high",
        },
        cambodiaLeaves,
      ],
    },
  ],
  citations: cite("NVIDIA Form 8-K filed 2025-04-15"),
  verification: "verified",
  remedy:
    "Choose another place or chip, or record the licence under `authorizations` with `satisfies: [us-ear/is-informed]`.",
  judge(subject, { asOf, parties }) {
    const { byLetter } = subject.classification;
    if (byLetter === null || byLetter.kind === "guidance") return undefined;
    const concerned = parties.filter(({ headquarters }) => isMacauOrD5(headquarters, asOf));
    const there = isMacauOrD5(subject.country, asOf);
    if (!there && concerned.length === 0) return undefined;
    const restricted = `${chip(subject)} is restricted by letter (${byLetter.reason})`;
    if (isUnitedStates(subject.country)) {
      return {
        level: "warn",
        message: `${restricted}. It stays inside the United States, so nothing is exported, but it serves ${listOf(concerned)}: a later move abroad needs a US export licence.`,
      };
    }
    const step = there ? `goes to ${country(subject.country)}` : `is received by ${listOf(concerned)}`;
    return { message: `${restricted}; a US export licence is needed before it ${step}.` };
  },
  examples: {
    blocked: [
      {
        title: "An H20 in Hong Kong, far below every threshold",
        policy: { organization: usCompany },
        configuration: { accelerator: "nvidia-h20", country: "HK" },
      },
    ],
    allowed: [
      {
        title: "A T4 in Hong Kong",
        policy: { organization: usCompany },
        configuration: instance("ap-east-1", "g4dn.xlarge"),
      },
    ],
  },
};
