import { inSupplement5a } from "../../jurisdictions";
import type { Cap } from "../rule";
import { cite } from "../sources";

const codified = { citations: cite("90 FR 4544 (2025-01-15)"), confidence: "high" } as const;

/** Most TPP that a national validated end user may have installed in one country, by the end of each period. */
const nveu: readonly (readonly [from: string, to: string, maxTpp: number])[] = [
  ["2025-01-13", "2025-03-31", 633_000_000],
  ["2025-04-01", "2025-06-30", 949_500_000],
  ["2025-07-01", "2025-09-30", 1_266_000_000],
  ["2025-10-01", "2025-12-31", 1_582_500_000],
  ["2026-01-01", "2026-03-31", 1_899_000_000],
  ["2026-04-01", "2026-06-30", 2_690_250_000],
  ["2026-07-01", "2026-09-30", 3_481_500_000],
  ["2026-10-01", "2026-12-31", 4_272_750_000],
  ["2027-01-01", "2027-12-31", 5_064_000_000],
];

/** The ceilings of the AI Diffusion rule: in the code, and not enforced like the rule itself. */
export const diffusionCaps: readonly Cap[] = [
  {
    ...codified,
    from: "2025-01-13",
    to: null,
    per: "consignee",
    maxTpp: 26_900_000,
    says: "a year for one ultimate consignee under licence exception LPP (15 CFR 740.29)",
  },
  {
    ...codified,
    from: "2025-01-13",
    to: "2027-12-31",
    per: "country",
    maxTpp: 790_000_000,
    isExempt: inSupplement5a,
    says: "for all exports to one country outside Supp. No. 5(a) from 2025 to 2027, after which denial is presumed",
  },
  ...nveu.map(
    ([from, to, maxTpp]): Cap => ({
      ...codified,
      from,
      to,
      per: "country",
      maxTpp,
      holders: "validated-end-user",
      says: "installed by a national validated end user in one country (15 CFR 748.15)",
    }),
  ),
];
