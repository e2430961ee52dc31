import type { Classification } from "../../accelerators";
import { controlCountry, inAdvancedComputingZone, isMacauOrD5 } from "../../jurisdictions";
import type { Scenario } from "../scenario";
import { cite } from "../sources";
import { chip, country, listOf } from "../text";

export const remoteAccessSecurityAct: Scenario = {
  id: "remote-access-security-act",
  title: "Remote Access Security Act",
  bills: ["H.R. 2683", "S. 3519"],
  history: [
    {
      on: "2026-01-12",
      says: "The House passes it (369 to 22, as several reports have it); the Senate refers it to its Banking Committee.",
      citations: cite("172 Cong. Rec. H621 (2026-01-12)"),
      confidence: "high",
    },
  ],
  status: "not law as of 2026-09-24, the last day that was looked at",
  explanation:
    "It would add remote access to the Export Control Reform Act: use of an item by a foreign person over a network, cloud services included, from another place than where the item stands. BIS could then ask for a licence as it does for an export.",
  assumes:
    "Using an accelerator remotely counts like an export to the country where the user, or its ultimate parent, is headquartered, and the licence requirements for exports apply unchanged, wherever the accelerator stands, the United States included. A legal determination that renting is no export would no longer help.",
  unknown:
    "The bill gives BIS a power and writes no rule: which items, users and uses BIS would name, which exceptions it would make, and from when, is not known.",
  citations: cite("172 Cong. Rec. H621 (2026-01-12)"),
  verification: "verified",
  judge(subject, context) {
    const { asOf, parties } = context;
    const here = controlCountry(subject.country);
    const users = parties.filter(
      ({ headquarters }) =>
        controlCountry(headquarters) !== here && needsLicence(subject.classification, headquarters, asOf),
    );
    if (users.length === 0) return undefined;
    return `A US licence would be needed before ${chip(subject)} in ${country(subject.country)} is used remotely by ${listOf(users)}.`;
  },
};

/** Whether an export of the accelerator to a country needs a licence. */
function needsLicence({ controlled, byLetter }: Classification, to: string, asOf: string): boolean {
  const embargoed = isMacauOrD5(to, asOf);
  if (controlled && (embargoed || to === "AE" || inAdvancedComputingZone(to, asOf))) return true;
  return embargoed && byLetter !== null && byLetter.kind !== "guidance";
}
