import { countryName } from "../../jurisdictions";
import { ANSWERS, type Answer, answerOf } from "../../matrix/verdicts";
import type { Finding } from "../../policy/finding";
import { partiesOf } from "../../policy/parties";
import type { Policy } from "../../policy/policy";
import { type Total, totalOf } from "../../policy/total";
import { groupBy } from "../../text/group";
import { type Placed, worstAnswer } from "./placed";

/** What placements come to; one thing in a configuration, its plan and its state counts once. */
export interface Sum extends Total {
  readonly placements: number;
  readonly answer: Answer;
}

export interface SumOf extends Sum {
  /** Accelerators by what is said of them, worst first; null where a part of it is not known. */
  readonly parts: readonly { readonly answer: Answer; readonly value: number | null }[];
  readonly name: string;
}

export interface Totals {
  readonly byClass: readonly SumOf[];
  readonly byChip: readonly SumOf[];
  readonly byCountry: readonly SumOf[];
}

export function sumOf(placed: readonly Placed[]): Sum {
  const total = totalOf(placed.map((placement) => ({ placement, tpp: placement.tpp })));
  return {
    ...total,
    placements: placed.length,
    answer: worstAnswer(placed.map(({ answer }) => answer)),
  };
}

/** Largest first. */
export function totalsOf(placed: readonly Placed[]): Totals {
  const by = (keyOf: (one: Placed) => string, nameOf: (one: Placed) => string) =>
    [...groupBy(placed, keyOf)]
      .map(([, group]) => ({ name: nameOf(group[0] as Placed), parts: partsOf(group), ...sumOf(group) }))
      .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
  const country = ({ location }: Placed) => location.country ?? "";
  return {
    byClass: by(className, className),
    byChip: by(
      ({ accelerator }) => accelerator,
      ({ name }) => name,
    ),
    byCountry: by(country, (one) => (country(one) === "" ? "not known" : countryName(country(one)))),
  };
}

function partsOf(placed: readonly Placed[]): SumOf["parts"] {
  return ANSWERS.flatMap((answer) => {
    const those = placed.filter((one) => one.answer === answer);
    return those.length === 0 ? [] : [{ answer, value: sumOf(those).accelerators }];
  });
}

export function className({ class: found }: Pick<Placed, "class">): string {
  return found ?? "no classes yet";
}

/** What is not known is more than anything. */
function sizeOf({ accelerators }: Total): number {
  return accelerators ?? Number.POSITIVE_INFINITY;
}

/** A party of the policy, and all that it may come to use: the policy divides nothing between parties. */
export interface PartyTotal extends Sum {
  readonly name: string;
  readonly role: string;
  readonly headquarters: string;
  /** Messages of what is found about the party itself. */
  readonly said: readonly string[];
}

export function partyTotals(
  placed: readonly Placed[],
  policy: Policy,
  findings: readonly Finding[],
): PartyTotal[] {
  const sum = sumOf(placed);
  return partiesOf(policy).map(({ name, role, headquarters }) => {
    const about = findings.filter(({ subject }) => subject.kind === "party" && subject.party === name);
    return {
      name,
      role,
      headquarters: countryName(headquarters),
      ...sum,
      answer: worstAnswer(about.map(answerOf)),
      said: about.map(({ rule, message }) => `${rule}: ${message}`),
    };
  });
}
