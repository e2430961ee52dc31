import { instance, malaysianCompany, usCompany } from "../examples";
import type { Context, PartyRule, PartyViolation, PlacementRule, Subject, Violation } from "../rule";
import { cite } from "../sources";
import { chip, country } from "../text";
import { cambodiaLeaves } from "./changes";
import { type Flag, flags, type Raised } from "./flags";

const text: Omit<PartyRule, "judges" | "asked" | "judge"> = {
  id: "us-ear/red-flags",
  title: "Published signs of diversion that the policy's facts raise",
  explanation:
    "A red flag is a circumstance that suggests that accelerators may end up where they must not; whoever sees one has to inquire, and going on without an answer can count as knowing. BIS lists flags in a supplement to part 732, and added some on data centres and rented compute in May 2025. Landfall raises those that parties and `facts:` in the policy give rise to, and General Prohibition 10 for PRC-designed chips that are placed. A fact that is not stated raises none, but who uses the compute: a policy without `endUsers` leaves that unclear.",
  history: [
    {
      from: "2022-10-07",
      to: null,
      says: "Flags 1 to 14 of Supp. No. 3 to part 732. They are older; they are read from the day the chip rules begin.",
      citations: cite("15 CFR part 732, Supp. No. 3"),
      confidence: "high",
      changes: [
        {
          on: "2023-11-17",
          says: "Flags 15 to 19. The day is inferred: they stood before the end of 2024 and speak of the rules of 2022 and 2023.",
          citations: cite("15 CFR part 732, Supp. No. 3"),
          confidence: "low",
        },
        {
          on: "2024-12-31",
          says: "Flags 20 to 27, on unclear owners and users among others.",
          citations: cite("15 CFR part 732, Supp. No. 3"),
          confidence: "medium",
        },
        {
          on: "2025-01-13",
          says: "Flag 28, on rented compute, comes with the AI Diffusion rule (see `us-ear/worldwide-a`), which BIS does not enforce since 2025-05-13.",
          citations: cite("90 FR 4544 (2025-01-15)"),
          confidence: "medium",
        },
        {
          on: "2025-04-09",
          says: "Chips restricted by letter (see `us-ear/is-informed`) count as under export control, so that flags are asked for them too.",
          citations: cite("NVIDIA Form 8-K filed 2025-04-15"),
          confidence: "high",
        },
        {
          on: "2025-05-13",
          says: "Guidance: flags of diversion for data centres, a policy statement on training models, and General Prohibition 10 for PRC-designed chips (Ascend 910B, 910C, 910D). Eight of eleven flags are known, from law firms' summaries.",
          citations: cite("BIS guidance of 2025-05-13"),
          confidence: "medium",
        },
        cambodiaLeaves,
      ],
    },
  ],
  citations: cite("15 CFR part 732, Supp. No. 3", "BIS guidance of 2025-05-13", "90 FR 4544 (2025-01-15)"),
  verification: "verified",
  remedy:
    "Inquire, keep the answer with its evidence, and state in the policy what was found. Where the flag stands, do not go on, or ask BIS; a flag that was resolved otherwise is set aside by a waiver at the address the finding names.",
  list: {
    title: "The flags",
    columns: ["No.", "Flag", "Since", "Source", "Confidence"],
    rows: flags.map(({ number, says, from, source, confidence }) => [
      number === null ? "" : String(number),
      says,
      from,
      source,
      confidence,
    ]),
  },
  examples: {
    blocked: [
      {
        title: "An organization that goes on with no flag open: the site never showed its power supply",
        policy: {
          organization: malaysianCompany,
          endUsers: [],
          facts: { siteCapacityShown: false },
          rules: { "us-ear/red-flags": { level: "block" } },
        },
        configuration: instance("ap-southeast-5", "p5.48xlarge"),
      },
      {
        title: "The same organization names nobody who uses the compute",
        policy: { organization: malaysianCompany, rules: { "us-ear/red-flags": { level: "block" } } },
        configuration: instance("ap-southeast-5", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "Internal use, and what was asked was answered",
        policy: {
          organization: malaysianCompany,
          endUsers: [],
          facts: { endUserVerified: true, siteCapacityShown: true, firstAcceleratorOrder: "2021-03-01" },
          rules: { "us-ear/red-flags": { level: "block" } },
        },
        configuration: instance("ap-southeast-5", "p5.48xlarge"),
      },
      {
        title: "A first order after October 2022, at the default level",
        policy: {
          organization: usCompany,
          endUsers: [],
          facts: { firstAcceleratorOrder: "2024-02-01" },
        },
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};

/** What parties and facts of the policy raise. */
export const redFlags: PartyRule = {
  ...text,
  judges: "parties",
  asked: "with controlled accelerators",
  judge: (context, abroad) =>
    flags
      .filter(({ from }) => from <= context.asOf)
      .flatMap((flag) => raised(flag, context, abroad).map((one) => violation(flag, one))),
};

/** What a chip raises by itself, wherever it stands and whoever has it. */
export const redFlagsOfChips: PlacementRule = { ...text, judges: "placement", judge: ofChip };

function raised(flag: Flag, context: Context, abroad: boolean): readonly Raised[] {
  // A policy that is silent on its end users raises a flag only where something leaves the United States.
  return flag.raisedBy(context).filter(({ address }) => abroad || address !== "endUsers");
}

function violation(flag: Flag, { address, because, party }: Raised): PartyViolation {
  const known = flag.confidence === "high" ? "" : ` (confidence: ${flag.confidence})`;
  return {
    address,
    party,
    from: flag.from,
    citations: cite(flag.source),
    message: `${nameOf(flag)}: ${flag.says}${known}. Raised by: ${because}.`,
  };
}

function nameOf({ number, source }: Flag): string {
  return number === null ? `Red flag of ${source}` : `Red flag ${number} of ${source}`;
}

function ofChip(subject: Subject): Violation | undefined {
  const { byLetter } = subject.classification;
  if (byLetter?.kind !== "guidance") return undefined;
  return {
    from: byLetter.since,
    citations: byLetter.citations,
    message: `${chip(subject)} in ${country(subject.country)}: ${byLetter.reason}. Whoever buys, uses, services or finances it runs that risk.`,
  };
}
