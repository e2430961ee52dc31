import type { Finding } from "../policy/finding";
import type { Policy } from "../policy/policy";
import type { JudgedMatch, ScreenedParty } from "../policy/screening";
import { tool } from "../result";
import { screeningList } from "../screening/lists";
import type { Screen } from "../screening/of-policy";
import { printableLine } from "../text/printable";
import { counted, hanging, wrap } from "./format";
import { joined } from "./pretty-lines";
import { opened, type PrettyOptions, type Style, styleOf } from "./style";

/** What `landfall screen` found. */
export interface ScreeningReport {
  readonly policy: Policy;
  readonly against: Screen;
  readonly parties: readonly ScreenedParty[];
  readonly findings: readonly Finding[];
  /** "match": one at or above the threshold; "no match" in this snapshot is no clearance. */
  readonly verdict: "match" | "no match";
}

export function screeningJson({ policy, against, parties, findings, verdict }: ScreeningReport): string {
  const { snapshot, threshold } = against;
  const { path, digest, date, entries } = snapshot;
  const answer = {
    tool,
    policy: { path: policy.path, digest: policy.digest, asOf: policy.asOf },
    list: { path, digest, date, entries: entries.length },
    threshold,
    verdict,
    parties: parties.map((party) => ({ ...party, matches: party.matches.map(shown) })),
    findings,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function shown({ entry, score, by, text, counts }: JudgedMatch) {
  const { id, list, name, from, footnote4 } = entry;
  return {
    score,
    list,
    listName: screeningList(list).name,
    name,
    by,
    text,
    entry: id,
    from,
    footnote4,
    counts,
  };
}

/** In text for people: parties with matches first, the verdict last. */
export function screeningText(report: ScreeningReport, options: PrettyOptions = {}): string {
  const { quiet = false } = options;
  const style = styleOf(options);
  const { parties, findings } = report;
  const matched = parties.filter(({ matches }) => matches.length > 0);
  const others = parties.filter(({ matches }) => matches.length === 0);
  const remarks = findings.filter(
    ({ subject, rule }) =>
      rule === "us-ear/affiliates" || (subject.kind === "party" && subject.party === null),
  );
  return `${joined([
    headline(report, style),
    ...[...matched, ...(quiet ? [] : others)].map((party) => partyLines(party, report, style)),
    ...remarks.map(({ level, message }) =>
      wrap(printableLine(`${level.toUpperCase()}: ${message}`), style.prose),
    ),
    closing(report, style),
  ])}\n`;
}

function headline({ policy, against: { snapshot } }: ScreeningReport, { paint, width }: Style): string[] {
  const name = `Landfall ${tool.version}`;
  const { entries, path } = snapshot;
  const line = `${name} · policy ${policy.path ?? "given by the program"} · ${counted(entries.length, "entry", "entries")} in the snapshot of ${dayOf(snapshot)} (${path})`;
  return opened(printableLine(line), name, paint.bold, width);
}

function dayOf({ date }: Screen["snapshot"]): string {
  return date ?? "an unknown day";
}

/** What the verdict does not say, and the verdict in one line. */
function closing({ parties, against, verdict }: ScreeningReport, { paint, prose }: Style): string[] {
  const snapshot = `in the snapshot of ${dayOf(against.snapshot)} from a score of ${against.threshold} on.`;
  const found = parties.some(({ matches }) => matches.some(({ counts }) => counts));
  if (verdict === "no match") {
    const caveat = "Nothing is found. That is no clearance: lists change daily and hold no ownership.";
    return [...wrap(caveat, prose), `NO MATCH ${snapshot}`];
  }
  if (!found) return [paint.red("BLOCKED by what the policy itself states of owners.")];
  return [
    ...wrap("A person has to look before anything is shipped.", prose),
    paint.red(`MATCH: ${snapshot}`),
  ];
}

function partyLines(
  { name, role, path, matches }: ScreenedParty,
  { against }: ScreeningReport,
  { paint, prose }: Style,
): string[] {
  const head = opened(printableLine(`${name}, ${role} (${path})`), printableLine(name), paint.bold, prose);
  if (matches.length === 0)
    return [...head, ...wrap(`no match in the snapshot of ${dayOf(against.snapshot)}`, prose, "  ")];
  return [...head, ...matches.flatMap((match) => hanging("  ", printableLine(matchLine(match)), prose))];
}

function matchLine({ entry, score, by, text, counts }: JudgedMatch): string {
  const { id, list, name, from, footnote4 } = entry;
  const known = screeningList(list).name;
  return [
    `${score}  ${list}${known === list ? "" : ` (${known})`}: ${name === "" ? "an address" : name}`,
    ...(text === name ? [] : [`by the ${by} "${text}"`]),
    ...(footnote4 ? ["footnote 4"] : []),
    ...(from === null ? [] : [`listed since ${from}`]),
    `entry ${id}`,
    ...(counts ? [] : ["set aside, or not listed yet on that day"]),
  ].join(", ");
}
