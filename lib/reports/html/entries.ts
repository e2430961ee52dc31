import { ANSWERS, type Answer, answerOf } from "../../matrix/verdicts";
import type { Finding } from "../../policy/finding";
import { isBuiltIn, type RuleId, ruleIds } from "../../policy/rule-ids";
import { groupBy } from "../../text/group";
import { distinct } from "../pretty-lines";
import { setAsideBy } from "../words";

/** Findings that say the same for the same reasons, as one entry. */
export interface Entry extends Pick<Finding, "rule" | "message" | "citations" | "effective" | "remedy"> {
  readonly answer: Answer;
  readonly derivation: readonly string[];
  /** What set it aside, in a sentence. */
  readonly aside: string | undefined;
  readonly isWaived: boolean;
  /** Those of each stack; the policy's own stand under "". */
  readonly where: readonly { readonly stack: string; readonly addresses: readonly string[] }[];
  readonly findings: number;
  /** Countries it is about: where data leads, for data. */
  readonly countries: readonly string[];
  /** Classes of the accelerators it is about. */
  readonly classes: readonly string[];
}

/** Worst first, then in the order of the rules. */
export function entriesOf(findings: readonly Finding[]): Entry[] {
  const alike = groupBy(findings, (finding) =>
    JSON.stringify([
      finding.rule,
      finding.level,
      finding.message,
      finding.remedy,
      setAsideBy(finding),
      // What the steps call it itself does not make them others.
      derivationOf(finding).map((step) => step.replaceAll(finding.address, "")),
      finding.location?.country,
    ]),
  );
  const entries = [...alike.values()].map(entryOf);
  return entries.sort(
    (a, b) => ANSWERS.indexOf(a.answer) - ANSWERS.indexOf(b.answer) || placeOf(a.rule) - placeOf(b.rule),
  );
}

/** Rules of an organization's own come last. */
function placeOf(rule: RuleId): number {
  return isBuiltIn(rule) ? ruleIds.indexOf(rule) : ruleIds.length;
}

function entryOf(group: readonly Finding[]): Entry {
  const first = group[0] as Finding;
  const { rule, message, citations, effective, remedy } = first;
  return {
    rule,
    message,
    citations,
    effective,
    remedy,
    answer: answerOf(first),
    derivation: derivationOf(first),
    aside: setAsideBy(first),
    isWaived: first.satisfiedBy !== undefined && "waiver" in first.satisfiedBy,
    where: [...groupBy(group, ({ stack }) => stack)].map(([stack, list]) => ({
      stack,
      addresses: distinct(list.map(({ address }) => address)),
    })),
    findings: group.length,
    countries: distinct(group.flatMap(({ location }) => location?.country ?? [])),
    classes: distinct(group.flatMap(({ subject }) => ("class" in subject ? (subject.class ?? []) : []))),
  };
}

function derivationOf({ subject }: Finding): string[] {
  return "derivation" in subject ? distinct(subject.derivation) : [];
}
