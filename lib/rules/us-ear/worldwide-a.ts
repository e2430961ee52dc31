import { inAdvancedComputingZone, isMacauOrD5, isUnitedStates } from "../../jurisdictions";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country } from "../text";

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
      says: "Effective 2025-01-13, compliance due 2025-05-15; from 2025-05-13 announced as not enforced; text still codified on 2026-09-24.",
    },
  ],
  citations: cite("15 CFR 742.6(a)(6)(iii)(A)", "90 FR 4544 (2025-01-15)", "GAO B-337935 (2026-05-12)"),
  verification: "verified",
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
    return {
      message: `${chip(subject)} in ${country(code)} falls under the worldwide licence requirement, which is still in the code and which BIS announced on 2025-05-13 it does not enforce.`,
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
