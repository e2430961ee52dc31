import { inAdvancedComputingZone, isMacauOrD5, isUnitedStates } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country } from "../text";
import { cambodiaLeaves } from "./changes";
import { diffusionCaps } from "./diffusion-caps";

const UNENFORCED_SINCE = "2025-05-13";

export const worldwideA: PlacementRule = {
  id: "us-ear/worldwide-a",
  judges: "placement",
  title: "The worldwide licence requirement for 3A090.a, in the code but not enforced",
  explanation:
    "The AI Diffusion rule of January 2025 made 3A090.a accelerators licence-bound everywhere outside the United States. BIS announced in May 2025 that it would rescind it and not enforce it, but no rescission was published as far as the facts reach, and the text still stands. Landfall warns; an organization that wants to be strict raises the level to `block`.",
  history: [
    {
      from: "2025-01-13",
      to: null,
      says: "Effective; compliance due on 2025-05-15.",
      citations: cite("90 FR 4544 (2025-01-15)"),
      confidence: "high",
      changes: [
        {
          on: UNENFORCED_SINCE,
          says: "BIS announces that it will rescind the rule and does not enforce it. The text stays in the code (read last on 2026-09-24).",
          state: "unenforced",
          citations: cite("BIS announcement of 2025-05-13"),
          confidence: "high",
        },
        cambodiaLeaves,
        {
          on: "2026-05-12",
          says: "GAO holds that the announcement is itself a rule that Congress may review.",
          citations: cite("GAO B-337935 (2026-05-12)"),
          confidence: "high",
        },
      ],
    },
  ],
  citations: cite("15 CFR 742.6(a)(6)(iii)(A)", "90 FR 4544 (2025-01-15)", "GAO B-337935 (2026-05-12)"),
  verification: "verified",
  caps: diffusionCaps,
  remedy:
    "Nothing has to be done while BIS does not enforce it. Keep a record of the decision, or raise the rule under `rules:` to block.",
  judge(subject, { asOf, parties }) {
    const { classification, country: code } = subject;
    if (classification.class !== "3A090.a" || isUnitedStates(code)) return undefined;
    const elsewhere =
      inAdvancedComputingZone(code, asOf) ||
      code === "AE" ||
      parties.some((p) => isMacauOrD5(p.headquarters, asOf));
    if (elsewhere) return undefined;
    const what = `${chip(subject)} in ${country(code)} falls under the worldwide licence requirement`;
    if (asOf < UNENFORCED_SINCE) {
      return {
        message: `${what} of the AI Diffusion rule; compliance is due on 2025-05-15.`,
        remedy:
          "Have a licence or a licence exception by 2025-05-15, or place the machines in the United States.",
      };
    }
    return {
      message: `${what}, which is still in the code and which BIS announced on ${UNENFORCED_SINCE} it does not enforce.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "An organization that holds itself to the text: H100 in Frankfurt",
        policy: { organization: usCompany, rules: { "us-ear/worldwide-a": { level: "block" } } },
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "The default only warns",
        policy: { organization: usCompany },
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};
