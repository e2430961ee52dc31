import picocolors from "picocolors";
import type { Finding } from "../policy/finding";
import type { Policy } from "../policy/policy";
import type { JudgedMatch, ScreenedParty } from "../policy/screening";
import { tool } from "../result";
import { screeningList } from "../screening/lists";
import type { Screen } from "../screening/of-policy";
import { printableLine } from "../text/printable";
import { counted, wrap } from "./format";
import type { PrettyOptions } from "./pretty";

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

/** In text for people. */
export function screeningText(report: ScreeningReport, options: PrettyOptions = {}): string {
  const { color = false, width = 100, quiet = false } = options;
  const paint = picocolors.createColors(color);
  const { policy, against, parties, findings, verdict } = report;
  const { snapshot, threshold } = against;
  const day = snapshot.date ?? "an unknown day";
  const head = `Landfall ${tool.version} · policy ${policy.path ?? "given by the program"} · ${counted(snapshot.entries.length, "entry", "entries")} in the snapshot of ${day} (${snapshot.path})`;
  const shownParties = quiet ? parties.filter(({ matches }) => matches.length > 0) : parties;
  const remarks = findings.filter(
    ({ subject, rule }) =>
      rule === "us-ear/affiliates" || (subject.kind === "party" && subject.party === null),
  );
  const found = parties.some(({ matches }) => matches.some(({ counts }) => counts));
  const last =
    verdict === "match" && !found
      ? "BLOCKED by what the policy itself states of owners."
      : verdict === "match"
        ? `MATCH: in the snapshot of ${day}, from a score of ${threshold} on. A person has to look before anything is shipped.`
        : `NO MATCH in the snapshot of ${day} from a score of ${threshold} on. That is no clearance: lists change daily and hold no ownership.`;
  const sections = [
    wrap(printableLine(head), width),
    ...shownParties.map((party) => partyLines(party, day, width)),
    ...remarks.map(({ level, message }) => wrap(printableLine(`${level.toUpperCase()}: ${message}`), width)),
    wrap(last, width).map((line) => (verdict === "match" ? paint.red(line) : line)),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function partyLines({ name, role, path, matches }: ScreenedParty, day: string, width: number): string[] {
  const head = wrap(printableLine(`${name}, ${role} (${path})`), width);
  if (matches.length === 0) return [...head, ...wrap(`no match in the snapshot of ${day}`, width, "  ")];
  return [...head, ...matches.flatMap((match) => wrap(printableLine(matchLine(match)), width, "  "))];
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
