import { allOwners, listedShare, MAJORITY, type OwnedParty, ownedParties } from "../../policy/owners";
import type { Owner } from "../../policy/policy";
import { screeningList } from "../../screening/lists";
import type { Screen } from "../../screening/of-policy";
import { type Match, screen } from "../../screening/screen";
import { REVIEW } from "../../screening/thresholds";
import { instance, malaysianCompany } from "../examples";
import { type Context, type PartyRule, type PartyViolation, stretchOn } from "../rule";
import { cite } from "../sources";
import { foundIn } from "./screening-text";

export const affiliates: PartyRule = {
  id: "us-ear/affiliates",
  judges: "parties",
  asked: "always",
  title: "A party that listed parties own by half or more, alone or together",
  explanation:
    "What parties on the Entity List, the Military End-User List or the SDN list own by 50 percent or more, together, directly or through others, is restricted as the strictest of them is. Lists do not name such companies, so the policy has to state the owners and their shares; which of them are listed is looked up in the screening list, or stated. Of a listed owner the share has to be found out: where it is not known and could reach the half, the rule blocks. The law takes SDNs of certain programs only; Landfall takes all.",
  history: [
    {
      from: "2025-09-29",
      to: "2025-11-09",
      says: "The 50 percent rule for owners on the Entity List, the Military End-User List and, in part, the SDN list.",
      citations: cite("90 FR 47201 (2025-09-30)", "15 CFR 744.11(a)(1)", "15 CFR 744.21(a)(3)"),
      confidence: "high",
    },
    {
      from: "2025-11-10",
      to: "2026-11-09",
      says: "Suspended for a year.",
      state: "stayed",
      citations: cite("90 FR 50857 (2025-11-12)"),
      confidence: "high",
    },
    {
      from: "2026-11-10",
      to: null,
      says: "Back by the stay's own terms. Not verified: the trade truce behind the stay was reported on 2026-09-24 to be extended to 2027-01-10, but no notice by BIS that extends the stay was found. It is enforced until one is.",
      citations: cite("90 FR 50857 (2025-11-12)", "CNBC of 2026-09-24"),
      confidence: "low",
    },
  ],
  citations: cite(
    "15 CFR 744.11(a)(1)",
    "15 CFR 744.21(a)(3)",
    "90 FR 47201 (2025-09-30)",
    "90 FR 50857 (2025-11-12)",
    "15 CFR part 732, Supp. No. 3",
    "CNBC of 2026-09-24",
  ),
  verification: "verified",
  remedy:
    "Find out and state the share of each owner. Where listed parties own half, do not deploy for this party without the licence that the strictest of them needs. Where an owner is somebody else than the entry it resembles, record a `legal-determination` or a waiver that names the entry; where BIS has extended the stay, lower the rule in `rules:` for that time.",
  judge: (context) => ownedParties(context.policy).flatMap((one) => violation(one, context)),
  examples: {
    blocked: [
      {
        title: "Two listed owners that hold half together",
        policy: {
          organization: {
            ...malaysianCompany,
            owners: [
              { name: "Example Aviation Group", share: 30, listed: true },
              { name: "Example Radar Institute", share: 20, listed: true },
              { name: "Example Pension Fund", share: 50, listed: false },
            ],
          },
        },
        configuration: instance("ap-southeast-5", "m7i.large"),
      },
      {
        title: "A listed owner behind a company in between, with a share that nobody knows",
        policy: {
          organization: {
            ...malaysianCompany,
            owners: [
              {
                name: "Example Holdings Ltd.",
                listed: false,
                share: 100,
                owners: [{ name: "Example Aviation Group", listed: true }],
              },
            ],
          },
        },
        configuration: instance("ap-southeast-5", "m7i.large"),
      },
    ],
    allowed: [
      {
        title: "A listed owner with a tenth: a red flag, and no more",
        policy: {
          organization: {
            ...malaysianCompany,
            owners: [
              { name: "Example Aviation Group", share: 10, listed: true },
              { name: "Example Pension Fund", share: 90, listed: false },
            ],
          },
        },
        configuration: instance("ap-southeast-5", "m7i.large"),
      },
    ],
  },
};

/** An owner that is listed, or may be. */
interface Suspect {
  readonly owner: Owner;
  /** Stated, or at or above the score that blocks. */
  readonly certain: boolean;
  /** Entry ids; the owner's name where the policy itself says that it is listed. */
  readonly entries: readonly string[];
  readonly why: string;
}

function violation({ party, path }: OwnedParty, { asOf, screening }: Context): PartyViolation[] {
  const owners = party.owners ?? [];
  const suspects = allOwners(owners, path).flatMap(({ owner }) => suspect(owner, screening, asOf));
  if (suspects.length === 0) return [];
  const certain = new Set(suspects.filter((one) => one.certain).map(({ owner }) => owner));
  const possible = new Set(suspects.map(({ owner }) => owner));
  const sure = listedShare(owners, (owner) => certain.has(owner));
  const perhaps = listedShare(owners, (owner) => possible.has(owner));
  const found = {
    address: path,
    party: party.name,
    entries: [...new Set(suspects.flatMap(({ entries }) => entries))],
  };
  const who = suspects.map(({ why }) => why).join("; ");
  const say = (text: string) => `${party.name} ${text}. ${who}.${doubt(asOf)}`;
  if (sure.least >= MAJORITY)
    return [{ ...found, message: say(`belongs to listed parties by ${sure.least} percent, half or more`) }];
  if (sure.most >= MAJORITY)
    return [
      {
        ...found,
        message: say(
          `may belong to listed parties by half or more: the share of an owner is not known and has to be determined (red flag 29 of 15 CFR part 732, Supp. No. 3)`,
        ),
      },
    ];
  if (perhaps.most >= MAJORITY)
    return [
      {
        ...found,
        level: "warn",
        message: say(
          `may belong to listed parties by half or more, if its owners are those of the list; a person has to review it`,
        ),
      },
    ];
  return [
    {
      ...found,
      level: "warn",
      message: say(
        `belongs to listed parties by less than half (${range(perhaps)} percent), which is a red flag and does not restrict it by itself`,
      ),
    },
  ];
}

function suspect(owner: Owner, screening: Screen | null, asOf: string): Suspect[] {
  const matches = screening === null ? [] : listedMatches(owner, screening, asOf);
  const [best] = matches;
  if (best === undefined || screening === null)
    return owner.listed === true
      ? [
          {
            owner,
            certain: true,
            entries: [owner.name],
            why: `${share(owner)} is listed, as the policy states`,
          },
        ]
      : [];
  return [
    {
      owner,
      certain: owner.listed === true || best.score >= screening.threshold,
      entries: matches.map(({ entry }) => entry.id),
      why: `${share(owner)} ${foundIn(best, screening.snapshot)}${matches.length > 1 ? ` and ${matches.length - 1} more` : ""}`,
    },
  ];
}

/** Entries on lists that reach what a party owns, made by the day. */
function listedMatches(owner: Owner, { snapshot, threshold }: Screen, asOf: string): Match[] {
  return screen(owner, snapshot, Math.min(REVIEW, threshold)).filter(
    ({ entry }) => screeningList(entry.list).reachesAffiliates && (entry.from ?? "") <= asOf,
  );
}

function share({ name, share: held }: Owner): string {
  return held === undefined ? `${name} (share not known)` : `${name} (${held} percent)`;
}

function range({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? String(least) : `${least} to ${most}`;
}

/** What is not certain of the rule itself on a day. */
function doubt(asOf: string): string {
  return stretchOn(affiliates, asOf)?.confidence === "low"
    ? " The rule was suspended through 2026-11-09; whether BIS extended that was not found, so it is enforced."
    : "";
}
