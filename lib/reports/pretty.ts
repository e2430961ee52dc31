import type { AssumedFinding, Assumption } from "../policy/assume";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import { isBuiltIn, ruleIds } from "../policy/rule-ids";
import type { Result } from "../result";
import { withoutIndex } from "../text/address";
import { groupBy } from "../text/group";
import { widthOf } from "../text/width";
import {
  assumedGroups,
  assumedTerms,
  assumedTitle,
  DECIDES_NOTHING,
  NOTHING_BLOCKED,
  TODAY,
} from "./assumed";
import { columns, wrap } from "./format";
import { addresses, cites, distinct, joined, labelled, linked, moreIfVerbose, visible } from "./pretty-lines";
import { opened, type Paint, type PrettyOptions, type Style, styleOf } from "./style";
import { amount, placeName, remarksOf, setAsideBy, useLine, verdictWithin, WORST_FIRST } from "./words";

/** A run in text for people: placements by stack and findings, the worst first, the verdict last. */
export function toPretty(result: Result, options: PrettyOptions = {}): string {
  const { quiet = false } = options;
  const style = styleOf(options);
  const shown = visible(result);
  const levels = quiet ? WORST_FIRST.slice(0, 1) : WORST_FIRST;
  return `${joined([
    headline(shown, style),
    ...(quiet ? [] : placementSections(shown, style)),
    ...levels.flatMap((level) => findingBlocks(shown, level, style)),
    ...(quiet ? [] : [uses(shown, style), ...shown.scenarios.map((one) => assumptionLines(one, style))]),
    remarkLines(shown, style),
    verdict(shown, style),
  ])}\n`;
}

/**
 * What blocks a run, for an error message: no colours, findings first. Derivations are whole, as a blocked synth leaves
 * nothing on disk that could be asked again.
 */
export function explainBlocked(result: Result): string {
  const style = styleOf({});
  const shown = visible(result);
  return joined([
    ["Landfall refuses this deployment."],
    ...findingBlocks(shown, "block", style),
    remarkLines(shown, style),
    verdict(shown, style),
  ]);
}

function headline({ tool, policy }: Result, { paint, width }: Style): string[] {
  const name = `Landfall ${tool.version}`;
  const line = `${name} · policy ${policy.path ?? "given by the program"} · rules as of ${policy.asOf}`;
  return opened(line, name, paint.bold, width);
}

/** The stack with the worst finding first, and in a stack the worst row; else in the order of the input. */
function placementSections({ placements, findings }: Result, style: Style): string[][] {
  if (placements.length === 0) return [["No accelerators are placed."]];
  const said = saidOfPlacements(findings);
  const worst = worstByStack(findings);
  const stacks = [...groupBy(placements, ({ stack }) => stack)];
  return stacks
    .sort(([a], [b]) => severity(worst.get(a)) - severity(worst.get(b)))
    .map(([stack, placed]) => [
      ...opened(`Stack ${stack}`, `Stack ${stack}`, style.paint.bold, style.width),
      ...rows(
        placed
          .map((one) => row(one, said(one)))
          .sort((a, b) => severity(a.said.level) - severity(b.said.level) || a.said.rank - b.said.rank),
        style,
      ),
    ]);
}

function worstByStack(findings: readonly Finding[]): Map<string, Level> {
  const worst = new Map<string, Level>();
  for (const { stack, level } of findings) {
    if (severity(level) < severity(worst.get(stack))) worst.set(stack, level);
  }
  return worst;
}

/** Where a level stands among the worst first; a note is no worse than nothing. */
function severity(level: Level = "note"): number {
  return WORST_FIRST.indexOf(level);
}

interface Said {
  readonly level: Level;
  /** Of the first of its rules. */
  readonly rank: number;
  readonly text: string;
}

const ALLOWED: Said = { level: "note", rank: ruleIds.length + 1, text: "allowed" };

interface Row {
  readonly address: string;
  readonly cells: readonly string[];
  readonly said: Said;
}

function row(placement: JudgedPlacement, said: Said): Row {
  const { address, class: found, location } = placement;
  const kind = found === "none" ? "no class" : (found ?? "no classes yet");
  return { address, cells: [amount(placement), kind, placeName(location)], said };
}

/** Columns where they fit, else a few lines each; instances that differ in their index only are one row. */
function rows(all: readonly Row[], { width, paint }: Style): string[] {
  const alike = groupBy(all, ({ address, cells, said }) =>
    JSON.stringify([withoutIndex(address), cells, said.text]),
  );
  const groups = [...alike.values()].map((group) => ({ ...(group[0] as Row), others: group.length - 1 }));
  const table = groups.map(({ address, cells: [what = "", ...others], others: more, said }) =>
    more === 0
      ? [address, what, ...others, said.text]
      : [`${address} and ${more} more`, `${what} each`, ...others, said.text],
  );
  const lines = columns(table);
  const look = (i: number) => lookOf(groups[i]?.said ?? ALLOWED, paint);
  if (lines.every((line) => widthOf(line) <= width)) {
    return lines.map((line, i) => {
      const said = table[i]?.at(-1) ?? "";
      return line.slice(0, line.length - said.length) + look(i)(said);
    });
  }
  return table.flatMap(([address = "", what, kind, place, said = ""], i) => [
    ...wrap(address, width, "  "),
    ...wrap(`${what} (${kind}) in ${place}`, width, "    "),
    ...wrap(said, width, "    ").map(look(i)),
  ]);
}

function lookOf({ level }: Said, paint: Paint): (text: string) => string {
  return { block: paint.red, warn: paint.yellow, note: paint.green }[level];
}

/** What is said of a placement in its row: the worst rules against it, or against what is unknown of it. */
function saidOfPlacements(findings: readonly Finding[]): (placement: JudgedPlacement) => Said {
  const said = new Map<string, Said>();
  for (const level of WORST_FIRST) {
    const hits = findings.filter((one) => one.level === level && speaksOfPlacement(one));
    for (const [key, list] of groupBy(hits, keyOfFinding)) {
      if (!said.has(key))
        said.set(key, { level, rank: Math.min(...list.map(rank)), text: saidAt(level, list) });
    }
  }
  return (placement) => {
    const [own, unknown] = [said.get(keyOf(placement)), said.get(keyOfAddress(placement))];
    if (own === undefined || unknown === undefined) return own ?? unknown ?? ALLOWED;
    return severity(unknown.level) < severity(own.level) ? unknown : own;
  };
}

/** A note on what is unknown says that it does not matter. */
function speaksOfPlacement({ level, subject: { kind } }: Finding): boolean {
  return kind === "placement" || (kind === "uncertainty" && level !== "note");
}

function saidAt(level: Level, findings: readonly Finding[]): string {
  const named = distinct(findings.map(({ rule }) => rule)).join(", ");
  if (level === "block") return `BLOCKED by ${named}`;
  if (level === "warn") return `allowed, with a warning (${named})`;
  return `allowed (${distinct(findings.map(asideInShort)).join(", ")})`;
}

function asideInShort({ satisfiedBy }: Finding): string {
  if (satisfiedBy === undefined) return "with a note";
  if ("waiver" in satisfiedBy) return `waived by ${satisfiedBy.waiver.approvedBy}`;
  return `authorized by ${satisfiedBy.authorizations.join(", ")}`;
}

/** One block of lines for all findings of a level that say the same, in the order of the rules. */
function findingBlocks({ findings }: Result, level: Level, style: Style): string[][] {
  const ranked = findings.filter((finding) => finding.level === level).sort((a, b) => rank(a) - rank(b));
  const groups = groupBy(
    ranked,
    (finding) => `${finding.rule} ${finding.message} ${setAsideBy(finding) ?? ""}`,
  );
  return [...groups.values()].map((group) => findingBlock(group, style));
}

/** In the order of the list, the organization's own after it. */
function rank({ rule }: Finding): number {
  return isBuiltIn(rule) ? ruleIds.indexOf(rule) : ruleIds.length;
}

function findingBlock(group: readonly Finding[], style: Style): string[] {
  const finding = group[0] as Finding;
  const { level, message, remedy } = finding;
  const { width, prose } = style;
  const aside = setAsideBy(finding);
  const detail = [
    ...labelled("Why", level === "block" ? derivation(finding, style) : [], prose),
    ...labelled("What to do", [remedy], prose),
    ...labelled("Source", sources(finding, style), width),
  ];
  return [
    ...heading(finding, style),
    ...wrap(message, prose, "  "),
    ...labelled("At", addresses(group), width),
    ...labelled("Set aside", aside === undefined ? [] : [aside], prose),
    ...(level === "note" ? [] : detail),
  ];
}

function heading(finding: Finding, { paint, width }: Style): string[] {
  const { rule, level } = finding;
  const label = { block: "BLOCKED", warn: "WARNING", note: "NOTE" }[level];
  const look = { block: paint.red, warn: paint.yellow, note: paint.cyan }[level];
  const both = () => `${look(label)} ${paint.bold(rule)}`;
  return opened(`${label} ${rule}${inForce(finding)}`, `${label} ${rule}`, both, width);
}

function inForce({ effective: { from, to } }: Finding): string {
  if (from === null) return "";
  return to === null ? ` (in force since ${from})` : ` (in force from ${from} to ${to})`;
}

/** What blocks is given with where to read it. */
function sources({ level, citations }: Finding, { folded }: Style): string[] {
  if (level === "block") return linked(citations, folded);
  return citations.length === 0 ? [] : [cites(citations)];
}

/** The steps that made a finding; folded, of a long derivation those that a reader cannot do without. */
function derivation(finding: Finding, { folded }: Style): readonly string[] {
  const { subject } = finding;
  const steps = "derivation" in subject ? distinct(subject.derivation) : [];
  if (!folded || steps.length <= MOST_STEPS) return steps;
  const said = wordsThatMatter(finding);
  const kept = steps.filter((step, i) => i === steps.length - 1 || said.some((word) => step.includes(word)));
  const shown = kept.slice(-MOST_STEPS);
  return [...shown, moreIfVerbose(steps.length - shown.length)];
}

const MOST_STEPS = 4;

/** What machine and chip, what place, where data leads to; the last step is the class, or the law. */
function wordsThatMatter({ subject, location }: Finding): string[] {
  if (subject.kind === "data") return [subject.leadsTo.what];
  const place = location?.zone ?? location?.region ?? location?.country;
  const chip = subject.kind === "placement" ? subject.accelerator : undefined;
  return [chip, place].filter((word) => word != null);
}

function uses({ authorizations }: Result, { paint, width }: Style): string[] {
  if (authorizations.length === 0) return [];
  const lines = authorizations.flatMap((one) => wrap(useLine(one), width, "  "));
  return [paint.bold("Authorizations"), ...lines];
}

/** A section for proposed law that was assumed. */
export function assumptionLines(assumption: Assumption, { paint, width, prose }: Style): string[] {
  const groups = assumedGroups(assumption).flatMap((group) => {
    const { today, message } = group[0] as AssumedFinding;
    return [...labelled(TODAY[today], [message], prose), ...labelled("  At", addresses(group), width)];
  });
  return [
    ...opened(`ASSUMED ${assumedTitle(assumption)}`, "ASSUMED", paint.cyan, prose),
    ...wrap(DECIDES_NOTHING, prose, "  "),
    ...assumedTerms(assumption).flatMap(([name, text]) => labelled(name, [text], prose)),
    ...(groups.length === 0 ? wrap(NOTHING_BLOCKED, prose, "  ") : groups),
  ];
}

/** What is to be said of a run as a whole. */
export function remarkLines(result: Parameters<typeof remarksOf>[0], { paint, prose }: Style): string[] {
  return remarksOf(result).flatMap(({ level, text }) =>
    wrap(text, prose).map((part) => (level === "warn" ? paint.yellow(part) : part)),
  );
}

function verdict(result: Result, { paint, width, prose }: Style): string[] {
  const classed = result.placements.some(({ class: found }) => found !== null && found !== "none");
  const word = result.verdict.toUpperCase();
  const color = result.verdict === "blocked" ? paint.red : paint.green;
  const line = verdictWithin(result, width);
  return [...(classed ? wrap(LEGEND, prose) : []), line.replace(word, color(paint.bold(word)))];
}

const LEGEND =
  "3A090.a and 3A090.b are the classes of US export control for advanced chips, a the stricter one; no class means neither.";

function keyOf({ stack, address, accelerator, location: { country, zone } }: JudgedPlacement): string {
  return JSON.stringify([stack, address, accelerator, country, zone]);
}

function keyOfFinding(finding: Finding): string {
  const { stack, address, subject, location } = finding;
  if (subject.kind !== "placement") return keyOfAddress(finding);
  return JSON.stringify([stack, address, subject.accelerator, location?.country, location?.zone]);
}

function keyOfAddress({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return JSON.stringify([stack, address]);
}
