import { dayBefore } from "../jurisdictions/dates";
import type { Citation, Rule, State, Stretch } from "./rule";

/** One line of a rule's history: how it stood between two days. */
export interface HistoryRow {
  readonly from: string | null;
  /** Null while it lasts. */
  readonly to: string | null;
  readonly says: string;
  readonly state: State;
  readonly citations: NonNullable<Stretch["citations"]>;
  /** Null for what is not law. */
  readonly confidence: NonNullable<Stretch["confidence"]> | null;
}

/** A rule's history, oldest first: a row for each stretch and for each change within it. */
export function historyOf({ history }: Pick<Rule, "history">): HistoryRow[] {
  return history.flatMap((stretch) => {
    const { from, to, changes = [] } = stretch;
    const entries = [{ ...stretch, on: from }, ...changes];
    let state: State = "in force";
    return entries.map((entry, i) => {
      state = entry.state ?? state;
      const next = entries[i + 1]?.on;
      const { on, says, citations = [], confidence = null } = entry;
      return { from: on, to: next ? dayBefore(next) : to, says, state, citations, confidence };
    });
  });
}

/** How a rule stands on a day; undefined before its first and after its last. */
export function historyRowOn(rule: Pick<Rule, "history">, asOf: string): HistoryRow | undefined {
  return historyOf(rule).find(({ from, to }) => (from ?? "") <= asOf && asOf <= (to ?? "9999-12-31"));
}

// Every finding of a rule asks the same. By the rule itself: two policies may bring different ones of one id.
const citations = new WeakMap<object, Map<string, readonly Citation[]>>();

/** What a rule rests on on a day: its sources without those of changes that came later. */
export function citationsOn(rule: Pick<Rule, "history" | "citations">, asOf: string): readonly Citation[] {
  const byDay = citations.get(rule) ?? new Map<string, readonly Citation[]>();
  let found = byDay.get(asOf);
  if (found === undefined) {
    const rows = historyOf(rule);
    const later = citesOf(rows.filter(({ from }) => (from ?? "") > asOf));
    const known = citesOf(rows.filter(({ from }) => (from ?? "") <= asOf));
    found = rule.citations.filter(({ cite }) => known.has(cite) || !later.has(cite));
    citations.set(rule, byDay.set(asOf, found));
  }
  return found;
}

function citesOf(rows: readonly HistoryRow[]): Set<string> {
  return new Set(rows.flatMap((row) => row.citations.map(({ cite }) => cite)));
}
