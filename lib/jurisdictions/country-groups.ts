import type { Confidence } from "../accelerators/datasheet";
import type { Period } from "./dates";

export type GroupId = "A:1" | "A:5" | "A:6" | "D:1" | "D:4" | "D:5" | "E:1" | "E:2";

export interface CountryGroup {
  readonly id: GroupId;
  readonly title: string;
  /** Alpha-2 codes of the members whose entry is older than any date the rules are read for. */
  readonly standing: string;
  /** Members with a known first or last day. */
  readonly dated: readonly DatedMember[];
  readonly citation: string;
  readonly url: string;
  readonly confidence: Confidence;
}

export interface DatedMember extends Period {
  readonly country: string;
  readonly citation: string;
  readonly confidence: Confidence;
}

/** The day to which the newest primary text of Supp. No. 1 was read. */
export const reviewedUntil = "2026-09-24";

/** The day to which any material at all was read; later changes are unknown here. */
export const evidenceUntil = "2026-10-04";

/** What is known to be missing from the history, so that an answer for an old date can say so. */
export const historyGaps: readonly string[] = [
  "Membership was read at 2026-07-23 and 2026-09-24; dates are recorded only for the changes listed, and every other member is read as having always been one.",
  "Cyprus was once in D:5 and had left it by 2024-05-30 (89 FR 40369); the day it left was not read. It is in A:6, so the advanced-computing zone does not change.",
  "22 CFR 126.1 controls D:5 where the two lists differ and was not read; Ethiopia and Cyprus deserve a manual check.",
  "Crimea and the so-called DNR and LNR are embargoed by 15 CFR 746.6 and have no ISO code: a site there must not be declared as UA.",
];

const source = {
  citation: "15 CFR part 740, Supp. No. 1",
  url: "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-740",
  confidence: "high",
} as const;

const uae = { country: "AE", citation: "91 FR 43034", confidence: "high" } as const;
const nicaragua = { country: "NI", from: "2024-03-15", citation: "89 FR 18780", confidence: "high" } as const;

/** The country groups the rules use. Lists agree between eCFR of 2026-09-24 and of 2026-07-23. */
export const countryGroups: readonly CountryGroup[] = [
  {
    ...source,
    id: "A:1",
    title: "Wassenaar participating states (with exceptions)",
    standing:
      "AR AT AU BE BG CA CH CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP KR LT LU LV MX NL NO NZ PL PT RO SE SI SK TR US ZA",
    dated: [],
  },
  {
    ...source,
    id: "A:5",
    title: "Close partners, widest licence exceptions",
    standing:
      "AR AT AU BE BG CA CH CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP KR LT LU LV NL NO NZ PL PT RO SE SI SK TR",
    dated: [{ ...uae, from: "2026-07-10" }],
  },
  {
    ...source,
    id: "A:6",
    title: "Partners, narrower licence exceptions",
    standing: "AL CY IL MT MX SG TW ZA",
    dated: [],
  },
  {
    ...source,
    id: "D:1",
    title: "National security concern",
    standing: "AM AZ BY CN GE IQ KG KH KP KZ LA LY MD MM MN MO RU TJ TM UZ VE VN YE",
    dated: [nicaragua],
  },
  {
    ...source,
    id: "D:4",
    title: "Missile technology concern",
    standing: "BH BY CN EG IL IQ IR JO KP KW LB LY MO OM PK QA RU SA SY VE YE",
    dated: [{ ...uae, to: "2026-07-09" }],
  },
  {
    ...source,
    id: "D:5",
    title: "US arms embargo",
    standing: "AF BY CD CF CN CU ER HT IQ IR KP LB LY MM RU SD SO SS SY VE ZW",
    dated: [nicaragua, { country: "KH", to: "2026-02-02", citation: "91 FR 5091", confidence: "medium" }],
  },
  { ...source, id: "E:1", title: "Terrorist-supporting countries", standing: "IR KP SY", dated: [] },
  { ...source, id: "E:2", title: "Unilateral embargo", standing: "CU", dated: [] },
];
