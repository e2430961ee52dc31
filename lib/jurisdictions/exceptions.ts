import type { Confidence } from "../accelerators/datasheet";
import { inForce, type Period } from "./dates";

export const EXCEPTION_CODES = ["NAC", "ACA", "AIA", "ACM", "LPP"] as const;

export type ExceptionCode = (typeof EXCEPTION_CODES)[number];

/** A licence exception for advanced computing items, as it stood between two days. */
export interface LicenseException extends Period {
  readonly code: ExceptionCode;
  readonly from: string;
  /** Where it may be used; "Macau and D:5" includes parties headquartered in, or owned from, there. */
  readonly where: "anywhere" | "Macau and D:5" | "elsewhere";
  /** False where it leaves out 3A090.a chips that are designed or marketed for data centres. */
  readonly dataCentreA: boolean;
  /** Whether it came with, and rests on, the AI Diffusion rule, which BIS does not enforce. */
  readonly ofDiffusion: boolean;
  readonly conditions: string;
  readonly citation: string;
  readonly confidence: Confidence;
}

const notified = {
  dataCentreA: false,
  ofDiffusion: false,
  citation: "15 CFR 740.8",
  confidence: "high",
} as const;
const diffusion = {
  from: "2025-01-13",
  where: "elsewhere",
  dataCentreA: true,
  ofDiffusion: true,
  confidence: "high",
} as const;

// NAC could be used anywhere until it was split: the text then was not read, its halves were.
export const licenseExceptions: readonly LicenseException[] = [
  {
    ...notified,
    code: "NAC",
    from: "2023-11-17",
    to: "2024-04-03",
    where: "anywhere",
    conditions: "Prior notice where the destination or the party asks for it.",
    confidence: "medium",
  },
  {
    ...notified,
    code: "NAC",
    from: "2024-04-04",
    where: "Macau and D:5",
    conditions: "A purchase order, and notice in SNAP-R 25 calendar days before.",
  },
  {
    ...notified,
    code: "ACA",
    from: "2024-04-04",
    // Transfers within a country of D:5 are covered too; a placement does not tell them from exports.
    where: "elsewhere",
    conditions: "A purchase order; not where parts 744 or 746 ask for a licence, but 744.23(a)(3).",
  },
  {
    ...diffusion,
    code: "AIA",
    conditions: "Parties headquartered in the countries of Supp. No. 5 para. (a).",
    citation: "15 CFR 740.27",
  },
  {
    ...diffusion,
    code: "ACM",
    conditions: "Private-sector development, production or storage.",
    citation: "15 CFR 740.28",
  },
  {
    ...diffusion,
    code: "LPP",
    conditions: "Up to 26,900,000 TPP for a consignee and year.",
    citation: "15 CFR 740.29",
  },
];

/** An exception as it stands on a day, `YYYY-MM-DD`; undefined where it does not exist. */
export function licenseExceptionOn(code: ExceptionCode, asOf: string): LicenseException | undefined {
  return licenseExceptions.find((one) => one.code === code && inForce(one, asOf));
}
