import { daysBetween } from "../../jurisdictions/dates";
import { blockingLists, screeningList } from "../../screening/lists";
import type { Screen } from "../../screening/of-policy";
import { type Match, screen } from "../../screening/screen";
import { REVIEW, THRESHOLD } from "../../screening/thresholds";
import { instance, malaysianCompany, usCompany } from "../examples";
import type { PartyRule, PartyViolation, RoleOfParty } from "../rule";
import { cite } from "../sources";
import { foundIn, snapshotOfDay } from "./screening-text";

const LIST = { list: "test/screening/consolidated.json" };

export const entityList: PartyRule = {
  id: "us-ear/entity-list",
  judges: "parties",
  asked: "always",
  title: "A party that stands on a US screening list, or uses an address that does",
  explanation: `Nothing subject to the EAR may go to a party on the Entity List, the Military End-User List, the Denied Persons List or the Unverified List as if it were anybody; footnote 4 of the Entity List reaches foreign-made chips too. Landfall compares the organization, its end users and their ultimate parents with the copy of the Consolidated Screening List that the policy names, by name, alias and address. A score of ${THRESHOLD} or more of 100 blocks, ${REVIEW} or more is for review: both are Landfall's own figures. No match means only that: none in the snapshot of that day.`,
  history: [
    {
      from: "2022-10-07",
      to: null,
      says: "A licence is required to the extent the entry states. The lists are older; they are read from the day the chip rules begin, and an entry counts from its own first day.",
      citations: cite("15 CFR 744.11(a)", "15 CFR 744.21(a)(3)"),
      confidence: "high",
    },
  ],
  citations: cite("15 CFR 744.11(a)", "15 CFR 744.11(a)(2)(iv)", "15 CFR 734.9(e)(2)", "15 CFR 744.21(a)(3)"),
  verification: "verified",
  remedy:
    "Look at the entry. Where the party is listed, do not deploy for it without the licence or other authorization its list asks for, recorded under `authorizations`. Where it is somebody else, have counsel record a `legal-determination` that satisfies the rule and names the entry, or waive the finding naming the entry.",
  judge: ({ asOf, parties, screening }) =>
    screening === null
      ? []
      : [...defects(screening, asOf), ...parties.flatMap((party) => matchesOf(party, screening, asOf))],
  examples: {
    blocked: [
      {
        title: "An end user of nearly the name of a listed party",
        policy: {
          organization: malaysianCompany,
          endUsers: [{ name: "Zhongyun Lantian Computing Co., Ltd.", headquarters: "SG" }],
          screening: LIST,
        },
        configuration: instance("us-east-1", "m7i.large"),
      },
      {
        title: "An organization at an address that is listed without a name",
        policy: {
          organization: {
            ...malaysianCompany,
            addresses: ["Unit 7, 12th Floor, Pelican Trade Tower, 88 Harbour View Rd, Kowloon, Hong Kong"],
          },
          screening: LIST,
        },
        configuration: instance("us-east-1", "m7i.large"),
      },
    ],
    allowed: [
      {
        title: "An organization that no entry of the snapshot resembles",
        policy: { organization: usCompany, screening: LIST },
        configuration: instance("us-east-1", "m7i.large"),
      },
    ],
  },
};

/** A party that resembles more entries is given the rest in one finding. */
const MOST_FINDINGS = 20;

function matchesOf(party: RoleOfParty, { snapshot, threshold }: Screen, asOf: string): PartyViolation[] {
  const matches = screen(party, snapshot, Math.min(REVIEW, threshold));
  const of = (match: Match): PartyViolation => {
    const level = levelOf(match, threshold, asOf);
    return {
      address: party.path,
      party: party.name,
      entries: [match.entry.id],
      ...(level === "block" ? {} : { level }),
      message: `${party.name}, ${party.role}, ${foundIn(match, snapshot)}.${consequence(match, level, threshold)}`,
    };
  };
  const violations = matches.map(of);
  const rest = violations.slice(MOST_FINDINGS);
  if (rest.length === 0) return violations;
  return [...violations.slice(0, MOST_FINDINGS), together(party, rest, snapshotOfDay(snapshot))];
}

function together(party: RoleOfParty, rest: readonly PartyViolation[], list: string): PartyViolation {
  const levels = rest.map(({ level }) => level);
  const mild = levels.includes("warn") ? "warn" : "note";
  return {
    address: party.path,
    party: party.name,
    entries: rest.flatMap(({ entries = [] }) => entries),
    ...(levels.includes(undefined) ? {} : { level: mild }),
    message: `${party.name}, ${party.role}, matches ${rest.length} more entries in ${list}.`,
  };
}

/** An entry made after the day the rules are read for was not law yet. */
function levelOf({ entry, score }: Match, threshold: number, asOf: string): "block" | "warn" | "note" {
  if (entry.from !== null && entry.from > asOf) return "note";
  return score >= threshold ? screeningList(entry.list).level : "warn";
}

function consequence({ entry, score }: Match, level: "block" | "warn" | "note", threshold: number): string {
  if (level === "note") return ` It is listed only from ${entry.from}, after the day the rules are read for.`;
  const footnote = entry.footnote4
    ? " The entry carries footnote 4: chips made abroad with US technology are covered too (15 CFR 734.9(e)(2))."
    : "";
  if (score < threshold) return `${footnote} A person has to review whether it is the same party.`;
  return level === "warn"
    ? `${footnote} That list does not by itself require a licence under the EAR; it is a reason to inquire.`
    : `${footnote} Unless it is another party, nothing subject to the EAR may go to it without what its list asks for.`;
}

/** The list is replaced daily at its source. */
const STALE_AFTER_DAYS = 30;

/** What is wrong with the list as a whole. */
function defects({ snapshot }: Screen, asOf: string): PartyViolation[] {
  const { date, entries, path } = snapshot;
  const there = new Set(entries.map(({ list }) => list));
  const missing = blockingLists.filter((code) => !there.has(code));
  const problems = [
    ...(date === null
      ? [
          `${path} does not say on which day it was made; it may be out of date. Take the JSON file, which does.`,
        ]
      : daysBetween(date, asOf) > STALE_AFTER_DAYS
        ? [
            `The snapshot of ${date} (${path}) is ${daysBetween(date, asOf)} days old on ${asOf}; take a new one.`,
          ]
        : []),
    ...(missing.length === 0
      ? []
      : [`${path} holds no entry of these lists, so nobody was compared with them: ${missing.join(", ")}.`]),
  ];
  return problems.map((message) => ({
    address: "screening.list",
    party: null,
    entries: [],
    level: "warn",
    message,
    remedy: "Download the whole Consolidated Screening List again, in JSON, and keep it current.",
  }));
}
