import type { Change } from "../rule";
import { cite } from "../sources";

/** Changes of 15 CFR 742.6(a)(6)(iii) that several rules went through. */
export const correctedAndRewritten: readonly Change[] = [
  {
    on: "2024-04-04",
    says: "Corrections; the exception NAC is split into NAC and ACA.",
    citations: cite("89 FR 23876 (2024-04-04)"),
    confidence: "high",
  },
  {
    on: "2025-01-13",
    says: "The paragraph is rewritten: 3A090.a worldwide (see `us-ear/worldwide-a`), 3A090.b in the zone. What this rule asks for stays as it was.",
    citations: cite("90 FR 4544 (2025-01-15)"),
    confidence: "high",
  },
];

export const caseByCase: Change = {
  on: "2026-01-15",
  says: "Exports to China and Macau below TPP 21,000 and 6,500 GB/s are reviewed case by case. A licence is needed as before.",
  citations: cite("91 FR 1684 (2026-01-15)"),
  confidence: "high",
};

export const uaeLeaves: Change = {
  on: "2026-07-10",
  says: "The UAE leaves the zone and has a rule of its own, `us-ear/uae`.",
  citations: cite("91 FR 43034 (2026-07-14)"),
  confidence: "high",
};

/** Country groups, for rules that ask for their members. */
export const nicaraguaEnters: Change = {
  on: "2024-03-15",
  says: "Nicaragua enters Country Groups D:1 and D:5.",
  citations: cite("89 FR 18780"),
  confidence: "high",
};

export const cambodiaLeaves: Change = {
  on: "2026-02-03",
  says: "Cambodia leaves Country Group D:5 and stays in D:1.",
  citations: cite("91 FR 5091"),
  confidence: "medium",
};
