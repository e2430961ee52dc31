import type { Confidence } from "../accelerators/datasheet";
import { inForce, type Period } from "./dates";
import { controlCountry } from "./territories";

/** A recipient that may receive advanced computing items in the UAE without a licence. */
export interface UaeRecipient extends Period {
  readonly name: string;
  readonly kind: "government" | "named" | "us-headquartered";
  /** What the entry covers besides the name, and what it leaves out. */
  readonly covers: string;
}

/** Supp. No. 8 to part 740 as read on 2026-09-24. The ultimate consignee and every end user must be covered. */
export const uaeRecipientList = {
  citation: "15 CFR part 740, Supp. No. 8",
  url: "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-740",
  rule: "91 FR 43034",
  confidence: "high" as Confidence,
  // Whether an entry still holds on the day it expires was not read; it is taken to.
  recipients: [
    {
      name: "Government of the United Arab Emirates",
      kind: "government",
      covers: "Agencies, defence included; not state-owned companies, not contractors.",
      from: "2026-07-10",
    },
    named("Group 42 Holding Ltd (G42)", "Also G42 Cloud Technology LLC."),
    named("Core42 Technology Projects LLC", "The company itself."),
    usHeadquartered("Amazon.com, Inc"),
    usHeadquartered("Apple, Inc"),
    usHeadquartered("Google LLC"),
    usHeadquartered("Meta Platforms, Inc"),
    usHeadquartered("Microsoft Corporation"),
    usHeadquartered("OpenAI Group PBC"),
    usHeadquartered("Oracle Corporation"),
    usHeadquartered("X.AI LLC"),
  ] as readonly UaeRecipient[],
};

/** Countries whose headquartered data-centre operators may seek universal VEU status (15 CFR 748.15). */
export const supplement5a = {
  citation: "15 CFR part 740, Supp. No. 5, para. (a)",
  rule: "90 FR 4544",
  confidence: "high" as Confidence,
  notes:
    "Codified by the AI Diffusion rule, which BIS said on 2025-05-13 it would not enforce and has not withdrawn.",
  from: "2025-01-13",
  countries: "AU BE CA DE DK ES FI FR GB IE IT JP KR NL NO NZ SE TW US",
};

/** The Supp. No. 8 recipients whose entry is in force on a day, `YYYY-MM-DD`. */
export function uaeRecipientsOn(asOf: string): UaeRecipient[] {
  return uaeRecipientList.recipients.filter((recipient) => inForce(recipient, asOf));
}

/** Whether a country (its territories included) is listed in Supp. No. 5 para. (a) on a day. */
export function inSupplement5a(country: string, asOf: string): boolean {
  return inForce(supplement5a, asOf) && supplement5a.countries.split(" ").includes(controlCountry(country));
}

function named(name: string, covers: string): UaeRecipient {
  return { name, kind: "named", covers, from: "2026-07-10", to: "2027-04-06" };
}

function usHeadquartered(name: string): UaeRecipient {
  return { name, kind: "us-headquartered", covers: "The company and its subsidiaries.", from: "2026-07-10" };
}
