import { isUnitedStates } from "../../jurisdictions";
import type { Scenario } from "../scenario";
import { cite } from "../sources";
import { chip, country } from "../text";

export const chipSecurityAct: Scenario = {
  id: "chip-security-act",
  title: "Chip Security Act",
  bills: ["H.R. 3447", "S. 1705"],
  history: [
    {
      on: "2026-03-26",
      says: "The House Committee on Foreign Affairs approves it (42 to 0); it is reported to be meant for the defence authorization act of 2027.",
      citations: cite("H.R. 3447 (as introduced)"),
      confidence: "high",
    },
  ],
  status: "not law as of 2026-09-24, the last day that was looked at",
  explanation:
    "As introduced it would have Commerce require that advanced chips and the computers that hold them (3A090, 4A090 and the like) can verify where they are before they are exported, reexported or moved within a country abroad, and that exporters report diversion.",
  assumes:
    "Every 3A090.a or 3A090.b accelerator outside the United States is blocked until it is shown that it can verify its location, which nothing in Terraform shows.",
  unknown:
    "The text that the committee approved was not read. What a mechanism would have to do, which accelerators have one, whether what stands abroad already is concerned, and from when, is not known.",
  citations: cite("H.R. 3447 (as introduced)"),
  verification: "single-source",
  judge(subject) {
    if (!subject.classification.controlled || isUnitedStates(subject.country)) return undefined;
    return `${chip(subject)} would have to verify its location before it goes to ${country(subject.country)}, and nothing here shows that it can.`;
  },
};
