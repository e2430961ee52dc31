import { classify, editions, lookUpDatasheet } from "../accelerators";
import {
  countryName,
  dayAfter,
  groupMoves,
  inAdvancedComputingZone,
  isMacauOrD5,
  zoneEditionOn,
} from "../jurisdictions";
import type { Finding } from "../policy/finding";
import { activeLevel } from "../policy/levels";
import { ownRules } from "../policy/own-rules";
import { partiesOf } from "../policy/parties";
import type { Policy } from "../policy/policy";
import { levelOf } from "../policy/rule-ids";
import { rules } from "../rules/all";
import { type Citation, type Rule, stretchOn } from "../rules/rule";

/** Something that a verdict rests on and that was different on an earlier day. */
export interface Changed {
  /** First day of the new state. */
  readonly on: string;
  readonly says: string;
  readonly citations: readonly Citation[];
}

/** Two days, the earlier first. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What one rule says of one thing on two days; one of the two is there. */
export interface Pair {
  readonly before: Finding | undefined;
  readonly after: Finding | undefined;
}

/** What changed between two days of all that a finding rests on, oldest first: the law, the catalogue, the policy. */
export function changedFor(finding: Finding, pair: Pair, days: Days, policy: Policy): Changed[] {
  const { rule, accelerator, country } = groundsOf(finding);
  const of = [...rules, ...ownRules(policy)].find(({ id }) => id === rule);
  const law = of !== undefined && of.verification !== "own";
  const found = [
    ...(of ? ofRule(of, days) : []),
    ...(law && accelerator !== undefined ? ofAccelerator(accelerator, days) : []),
    ...(law && country !== null ? ofCountry(country, days) : []),
    ...(law ? partiesOf(policy).flatMap(({ headquarters }) => ofParty(headquarters, days)) : []),
    ...ofPolicy(pair, finding, days, policy),
  ];
  const distinct = [...new Map(found.map((one) => [`${one.on} ${one.says}`, one])).values()];
  return distinct.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The rule, accelerator and country a finding comes from; of something unknown, those it could come to. */
function groundsOf({ rule, subject, location }: Finding) {
  if ((subject.kind === "uncertainty" || subject.kind === "opaque") && subject.wouldBlock)
    return subject.wouldBlock;
  const accelerator = subject.kind === "placement" ? subject.accelerator : undefined;
  return { rule, accelerator, country: location?.country ?? null };
}

function ofRule(rule: Rule, { from, to }: Days): Changed[] {
  const before = stretchOn(rule, from);
  const after = stretchOn(rule, to);
  if (before === after) return [];
  const found: Changed[] = [];
  // It may have ended long before the one that is in force now began.
  if (before?.to && dayAfter(before.to) !== after?.from) found.push(endOf(rule, dayAfter(before.to)));
  if (after?.from) {
    const verb = after === rule.history[0] ? "begins" : "changes";
    found.push({
      on: after.from,
      says: `${rule.id} ${verb}: ${after.says}`,
      citations: after.citations ?? [],
    });
  }
  return found;
}

/** What a rule's history says of the day a stretch of it is over: it may be stayed from then on. */
function endOf({ id, history }: Rule, on: string): Changed {
  const next = history.find(({ from }) => from === on);
  if (next === undefined) return { on, says: `${id} ends.`, citations: [] };
  return { on, says: `${id} is ${next.state}: ${next.says}`, citations: next.citations ?? [] };
}

function ofAccelerator(id: string, { from, to }: Days): Changed[] {
  const datasheet = lookUpDatasheet(id);
  if (datasheet === undefined) return [];
  const [before, after] = [classify(datasheet, from), classify(datasheet, to)];
  const edition = editions.find((one) => one.id === after.edition);
  const classes =
    edition === undefined || (before.class === after.class && before.controlled === after.controlled)
      ? []
      : [
          {
            on: edition.id,
            says: `${id}: ${className(before)} → ${className(after)}, by the thresholds of that day.`,
            citations: edition.citations,
          },
        ];
  const { byLetter } = after;
  if (byLetter === null || before.byLetter !== null) return classes;
  const letter = { on: byLetter.since, says: `${id}: ${byLetter.reason}.`, citations: byLetter.citations };
  return [...classes, letter];
}

function className({ class: found, controlled }: ReturnType<typeof classify>): string {
  if (found === "none") return "no class";
  return found ?? (controlled ? "controlled, without classes yet" : "not controlled");
}

function ofCountry(country: string, { from, to }: Days): Changed[] {
  if (inAdvancedComputingZone(country, from) === inAdvancedComputingZone(country, to)) return [];
  const edition = zoneEditionOn(to);
  const drawn =
    edition === undefined || edition === zoneEditionOn(from)
      ? []
      : [{ on: edition.from, says: `The zone: ${edition.summary}`, citations: edition.citations }];
  return [...drawn, ...ofGroups(country, { from, to })];
}

function ofParty(headquarters: string, days: Days): Changed[] {
  const isIn = (day: string) => isMacauOrD5(headquarters, day);
  return isIn(days.from) === isIn(days.to) ? [] : ofGroups(headquarters, days);
}

function ofGroups(country: string, { from, to }: Days): Changed[] {
  return groupMoves(country, from, to).map(({ says, ...move }) => ({
    ...move,
    says: `${countryName(country)} (${country}) ${says}.`,
  }));
}

function ofPolicy({ before, after }: Pair, { rule }: Finding, days: Days, policy: Policy): Changed[] {
  const named = [before, after].flatMap((one) => {
    const by = one?.satisfiedBy;
    return by && "authorizations" in by ? by.authorizations : [];
  });
  const waiver =
    before?.satisfiedBy && "waiver" in before.satisfiedBy ? before.satisfiedBy.waiver : undefined;
  const dates = [
    ...policy.authorizations
      .filter(({ reference }) => named.includes(reference))
      .flatMap(({ reference, validFrom, validUntil }) => [
        [validFrom, `The authorization ${reference} begins.`],
        [dayAfter(validUntil), `The authorization ${reference} has ended.`],
      ]),
    ...(waiver ? [[dayAfter(waiver.expires), `The waiver by ${waiver.approvedBy} has expired.`]] : []),
    ...loweredUntil(rule, days, policy).map((day) => [
      dayAfter(day),
      `The lowered level of ${rule} has expired.`,
    ]),
  ] as [string, string][];
  return dates
    .filter(([on]) => days.from < on && on <= days.to)
    .map(([on, says]) => ({ on, says, citations: [] }));
}

function loweredUntil(rule: Finding["rule"], { from, to }: Days, policy: Policy): string[] {
  const setting = policy.rules[rule];
  const level = levelOf(ownRules(policy).find(({ id }) => id === rule) ?? { id: rule });
  const expired = (day: string) => activeLevel(setting, level, day).expired;
  return setting?.until !== undefined && expired(to) && !expired(from) ? [setting.until] : [];
}
