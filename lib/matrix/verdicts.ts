import type { Datasheet } from "../accelerators";
import type { Finding } from "../policy/finding";
import { imagined, imaginedAddress, isImagined } from "../policy/imagined";
import { judge } from "../policy/judge";
import type { Policy } from "../policy/policy";
import type { RuleId } from "../policy/rule-ids";
import type { Screen } from "../screening/of-policy";
import { groupBy } from "../text/group";

/** What the rules answer, worst first. */
export const ANSWERS = ["blocked", "warned", "authorized", "allowed"] as const;

export type Answer = (typeof ANSWERS)[number];

/** What the rules say of an accelerator in a country. */
export interface Verdict {
  readonly answer: Answer;
  /** Rules that make it so; none where it is allowed. */
  readonly rules: readonly RuleId[];
  /** References of what lets it pass; there where it is authorized. */
  readonly authorizations: readonly string[];
}

export const ALLOWED: Verdict = { answer: "allowed", rules: [], authorizations: [] };

/** A country that is not known is what `gate/unknown-location` blocks, whatever the accelerator. */
export const NOWHERE: Verdict = { answer: "blocked", rules: ["gate/unknown-location"], authorizations: [] };

export interface Verdicts {
  of(accelerator: string, country: string | null): Verdict;
  /** The countries that were asked about. */
  readonly countries: readonly string[];
  /** What the policy alone raises, whatever is placed where. */
  readonly everywhere: readonly Finding[];
}

/**
 * Asks the rules of a run about every accelerator in every country, in one run that places none of each: so no
 * quantity is used up, and an authorization counts wherever its scope reaches.
 */
export function verdictsOf(
  policy: Policy,
  accelerators: readonly Datasheet[],
  countries: readonly string[],
  screening: Screen | null = null,
): Verdicts {
  const placements = countries.flatMap((country) => accelerators.map(({ id }) => imagined(id, country, 0)));
  const { findings } = judge({ placements, opaque: [] }, policy, { partial: true, screening });
  const cells = groupBy(findings.filter(isImagined), ({ address }) => address);
  const answers = new Map([...cells].map(([address, found]) => [address, verdictOf(found)]));
  return {
    of: (accelerator, country) =>
      country === null ? NOWHERE : (answers.get(imaginedAddress(accelerator, country)) ?? ALLOWED),
    countries,
    everywhere: findings.filter((finding) => !isImagined(finding)),
  };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const said = ANSWERS.map((answer) => ({
    answer,
    found: findings.filter((finding) => answerOf(finding) === answer),
  }));
  const worst = said.find(({ found }) => found.length > 0);
  if (worst === undefined || worst.answer === "allowed") return ALLOWED;
  return {
    answer: worst.answer,
    rules: distinct(worst.found.map(({ rule }) => rule)),
    authorizations: distinct(worst.found.flatMap(references)),
  };
}

/** What one finding makes of what it is about. */
export function answerOf({ level, satisfiedBy }: Finding): Answer {
  if (level === "block") return "blocked";
  if (level === "warn") return "warned";
  return satisfiedBy === undefined ? "allowed" : "authorized";
}

function references({ satisfiedBy }: Finding): readonly string[] {
  return satisfiedBy !== undefined && "authorizations" in satisfiedBy ? satisfiedBy.authorizations : [];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
