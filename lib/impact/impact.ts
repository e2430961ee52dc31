import { classify, lookUpDatasheet } from "../accelerators";
import type { Location } from "../inventory/placement";
import type { Finding } from "../policy/finding";
import { LEVELS, type Level } from "../policy/levels";
import type { Policy } from "../policy/policy";
import type { RuleId } from "../policy/rule-ids";
import {
  type Input,
  type Result,
  type ResultOptions,
  reaches,
  resultOfSurvey,
  survey,
  tool,
} from "../result";
import type { Estate } from "../terraform/resource";
import { type Changed, changedFor, type Days, type Pair } from "./changed";

export type Verdict = "allowed" | "warned" | "blocked";

/** How one thing is judged on one of the two days. */
export interface Standing {
  readonly verdict: Verdict;
  /** Of its accelerator; null before there were classes, and where there is none. */
  readonly class: Result["placements"][number]["class"];
}

/** Why a verdict differs: one rule that decides it on one of the two days and not on the other. */
export interface Cause {
  readonly rule: RuleId;
  /** Null where the rule says nothing. */
  readonly before: Level | null;
  readonly after: Level | null;
  /** What changed of all that it rests on; empty where that is the rule's own. */
  readonly changed: readonly Changed[];
  /** The finding itself, that of the day on which it decides. */
  readonly finding: Finding;
}

/** A placement, or another thing judged, whose verdict differs between the two days. */
export interface VerdictChange {
  readonly stack: string;
  readonly input: string;
  readonly address: string;
  readonly accelerator: string | null;
  readonly count: number | null;
  readonly location: Location | null;
  readonly before: Standing;
  readonly after: Standing;
  readonly because: readonly Cause[];
  /** What would satisfy the rules that decide it on the later day. */
  readonly remedies: readonly string[];
}

/** What changes verdict between two days. */
export interface Impact
  extends Pick<Result, "tool" | "inputs" | "scenarios" | "notJudged" | "screening" | "law" | "plugins"> {
  readonly policy: { readonly path: string | null; readonly digest: string };
  readonly from: { readonly asOf: string; readonly verdict: Result["verdict"] };
  readonly to: { readonly asOf: string; readonly verdict: Result["verdict"] };
  /** Whether something that was not blocked on the first day is on the second; it decides the exit status. */
  readonly blocks: boolean;
  /** What becomes blocked first, then what becomes warned of, then what becomes milder. */
  readonly changes: readonly VerdictChange[];
}

/** Judges an estate for two days, the earlier first. */
export function impactOf(
  estate: Estate,
  inputs: readonly Input[],
  policy: Policy,
  days: Days,
  options: ResultOptions = {},
): Impact {
  const found = survey(estate, policy);
  const on = (asOf: string) =>
    resultOfSurvey(found, inputs, { ...policy, asOf, asOfFrom: "option" }, options);
  const [earlier, later] = [on(days.from), on(days.to)];
  const { path, digest } = policy;
  const changes = changesBetween(earlier.findings, later.findings, days, policy);
  const { failOn = "block" } = options;
  return {
    tool,
    policy: { path, digest },
    from: { asOf: days.from, verdict: earlier.verdict },
    to: { asOf: days.to, verdict: later.verdict },
    blocks: changes.some(
      ({ before, after }) => reaches(LEVEL[after.verdict], failOn) && !reaches(LEVEL[before.verdict], failOn),
    ),
    inputs,
    changes,
    scenarios: later.scenarios,
    notJudged: later.notJudged,
    screening: later.screening,
    law: later.law,
    plugins: later.plugins,
  };
}

const LEVEL: Readonly<Record<Verdict, Level>> = { allowed: "note", warned: "warn", blocked: "block" };

const VERDICTS: readonly Verdict[] = ["allowed", "warned", "blocked"];

/** -1 for what becomes milder, 1 for what becomes stricter. */
export function direction({ before, after }: Pick<VerdictChange, "before" | "after">): number {
  return Math.sign(VERDICTS.indexOf(after.verdict) - VERDICTS.indexOf(before.verdict));
}

function changesBetween(
  before: readonly Finding[],
  after: readonly Finding[],
  days: Days,
  policy: Policy,
): VerdictChange[] {
  const things = new Map<string, Map<RuleId, { before?: Finding; after?: Finding }>>();
  for (const [side, findings] of Object.entries({ before, after })) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const rules = things.get(key) ?? new Map();
      const pair = rules.get(finding.rule) ?? {};
      things.set(key, rules.set(finding.rule, { ...pair, [side]: worse(pair[side], finding) }));
    }
  }
  return [...things.values()]
    .flatMap((rules) => changeOf([...rules.values()] as Pair[], days, policy) ?? [])
    .sort((a, b) => order(b) - order(a));
}

/** Findings about the same thing: one placement, or one rule's word on one address. */
function keyOf({ rule, stack, input, address, subject, location }: Finding): string {
  const place = [location?.cloud, location?.region, location?.zone, location?.country];
  const what = subject.kind === "placement" || subject.kind === "uncertainty" ? subject.attribute : rule;
  return JSON.stringify([stack, input, address, what, place]);
}

function worse(one: Finding | undefined, other: Finding): Finding {
  return one !== undefined && weight(one) >= weight(other) ? one : other;
}

function weight(finding: Finding | undefined): number {
  return finding === undefined ? 0 : LEVELS.indexOf(finding.level);
}

function verdictOf(findings: readonly (Finding | undefined)[]): Verdict {
  return VERDICTS[Math.max(0, ...findings.map(weight))] ?? "allowed";
}

/** Stricter first, and the more the verdict moves the earlier. */
function order(change: VerdictChange): number {
  return direction(change) * (1 + VERDICTS.indexOf(change.after.verdict));
}

function changeOf(pairs: readonly Pair[], days: Days, policy: Policy): VerdictChange | undefined {
  const before = verdictOf(pairs.map((pair) => pair.before));
  const after = verdictOf(pairs.map((pair) => pair.after));
  if (before === after) return undefined;
  const decides = Math.max(VERDICTS.indexOf(before), VERDICTS.indexOf(after));
  const deciding = pairs.filter(
    (pair) =>
      weight(pair.before) !== weight(pair.after) &&
      Math.max(weight(pair.before), weight(pair.after)) === decides,
  );
  const because = deciding.map((pair) => causeOf(pair, days, policy));
  const [first] = because;
  if (first === undefined) return undefined;
  const { stack, input, address, subject, location } = first.finding;
  const placement = subject.kind === "placement" ? subject : undefined;
  const standing = (verdict: Verdict, day: string) => ({
    verdict,
    class: classOf(placement?.accelerator, day),
  });
  const stricter = VERDICTS.indexOf(after) > VERDICTS.indexOf(before) ? because : [];
  return {
    stack,
    input,
    address,
    accelerator: placement?.accelerator ?? null,
    count: placement?.count ?? null,
    location,
    before: standing(before, days.from),
    after: standing(after, days.to),
    because,
    remedies: [...new Set(stricter.map(({ finding }) => finding.remedy))],
  };
}

function causeOf(pair: Pair, days: Days, policy: Policy): Cause {
  const { before, after } = pair;
  const finding = (weight(after) >= weight(before) ? after : before) as Finding;
  return {
    rule: finding.rule,
    before: before?.level ?? null,
    after: after?.level ?? null,
    changed: changedFor(finding, pair, days, policy),
    finding,
  };
}

function classOf(accelerator: string | undefined, asOf: string): Standing["class"] {
  const datasheet = accelerator === undefined ? undefined : lookUpDatasheet(accelerator);
  return datasheet === undefined ? null : classify(datasheet, asOf).class;
}
