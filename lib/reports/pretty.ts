import picocolors from "picocolors";
import type { AssumedFinding, Assumption } from "../policy/assume";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import { isBuiltIn, ruleIds } from "../policy/rule-ids";
import type { Result } from "../result";
import { withoutIndex } from "../text/address";
import { groupBy } from "../text/group";
import {
  assumedGroups,
  assumedTerms,
  assumedTitle,
  DECIDES_NOTHING,
  NOTHING_BLOCKED,
  TODAY,
} from "./assumed";
import { columns, wrap } from "./format";
import { addresses, distinct, joined, labelled, visible } from "./pretty-lines";
import { amount, placeName, remarksOf, setAsideBy, useLine, verdictLine, WORST_FIRST } from "./words";

/** How a result is laid out for a terminal. */
export interface PrettyOptions {
  /** @default false */
  readonly color?: boolean;
  /** Characters in a line. @default 100 */
  readonly width?: number;
  /** Only blocking findings and the verdict. @default false */
  readonly quiet?: boolean;
}

type Paint = ReturnType<typeof picocolors.createColors>;

interface Style {
  readonly paint: Paint;
  readonly width: number;
}

/** A run in text for people: placements by stack, findings worst first, the verdict last. */
export function toPretty(result: Result, options: PrettyOptions = {}): string {
  const { color = false, width = 100, quiet = false } = options;
  const style = { paint: picocolors.createColors(color), width };
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

/** What blocks a run, for an error message: no colours, findings first. */
export function explainBlocked(result: Result): string {
  const style = { paint: picocolors.createColors(false), width: 100 };
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
  return wrap(line, width).map((part, i) => (i === 0 ? part.replace(name, paint.bold(name)) : part));
}

function placementSections({ placements, findings }: Result, style: Style): string[][] {
  if (placements.length === 0) return [["No accelerators are placed."]];
  const said = saidOfPlacements(findings);
  const stacks = groupBy(placements, ({ stack }) => stack);
  return [...stacks].map(([stack, placed]) => [
    style.paint.bold(`Stack ${stack}`),
    ...rows(
      placed.map((one) => row(one, said.get(keyOf(one)) ?? "allowed")),
      style,
    ),
  ]);
}

interface Row {
  readonly address: string;
  readonly cells: readonly string[];
}

function row(placement: JudgedPlacement, said: string): Row {
  const { address, class: found, location } = placement;
  const kind = found === "none" ? "no class" : (found ?? "no classes yet");
  return { address, cells: [amount(placement), kind, placeName(location), said] };
}

/** Columns where they fit, else a few lines each; instances that differ in their index only are one row. */
function rows(all: readonly Row[], { width }: Style): string[] {
  const alike = groupBy(all, ({ address, cells }) => JSON.stringify([withoutIndex(address), cells]));
  const table = [...alike.values()].map((group) => {
    const { address, cells } = group[0] as Row;
    const [what, ...others] = cells;
    if (group.length === 1) return [address, ...cells];
    return [`${address} and ${group.length - 1} more`, `${what} each`, ...others];
  });
  const lines = columns(table);
  if (lines.every((line) => line.length <= width)) return lines;
  return table.flatMap(([address = "", what, kind, place, said = ""]) => [
    `  ${address}`,
    ...wrap(`${what} (${kind}) in ${place}`, width, "    "),
    ...wrap(said, width, "    "),
  ]);
}

/** What is said of each placement in its row: the worst rules against it. */
function saidOfPlacements(findings: readonly Finding[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const level of WORST_FIRST) {
    const hits = findings.filter((one) => one.level === level && one.subject.kind === "placement");
    for (const [key, list] of groupBy(hits, keyOfFinding)) {
      if (!said.has(key)) said.set(key, saidAt(level, list));
    }
  }
  return said;
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

function findingBlock(group: readonly Finding[], { paint, width }: Style): string[] {
  const finding = group[0] as Finding;
  const { rule, level, message, remedy } = finding;
  const aside = setAsideBy(finding);
  const detail = [
    ...labelled("Why", level === "block" ? derivation(finding) : [], width),
    ...labelled("What to do", [remedy], width),
    ...labelled("Source", sources(finding), width),
  ];
  return [
    `${label(level, paint)} ${paint.bold(rule)}${inForce(finding)}`,
    ...wrap(message, width, "  "),
    ...labelled("At", addresses(group), width),
    ...labelled("Set aside", aside === undefined ? [] : [aside], width),
    ...(level === "note" ? [] : detail),
  ];
}

function inForce({ effective: { from, to } }: Finding): string {
  if (from === null) return "";
  return to === null ? ` (in force since ${from})` : ` (in force from ${from} to ${to})`;
}

/** What blocks is given with where to read it. */
function sources({ level, citations }: Finding): string[] {
  if (level === "block") return citations.map(({ cite, url }) => `${cite} <${url}>`);
  return citations.length === 0 ? [] : [citations.map(({ cite }) => cite).join(", ")];
}

function label(level: Level, paint: Paint): string {
  return { block: paint.red("BLOCKED"), warn: paint.yellow("WARNING"), note: paint.cyan("NOTE") }[level];
}

function derivation({ subject }: Finding): readonly string[] {
  return "derivation" in subject ? distinct(subject.derivation) : [];
}

function uses({ authorizations }: Result, { paint, width }: Style): string[] {
  if (authorizations.length === 0) return [];
  const lines = authorizations.flatMap((one) => wrap(useLine(one), width - 2, "  "));
  return [paint.bold("Authorizations"), ...lines];
}

/** A section for proposed law that was assumed. */
export function assumptionLines(assumption: Assumption, { paint, width }: Style): string[] {
  const groups = assumedGroups(assumption).flatMap((group) => {
    const { today, message } = group[0] as AssumedFinding;
    return [...labelled(TODAY[today], [message], width), ...labelled("  At", addresses(group), width)];
  });
  return [
    ...wrap(`ASSUMED ${assumedTitle(assumption)}`, width).map((line) =>
      line.replace("ASSUMED", paint.cyan("ASSUMED")),
    ),
    ...wrap(DECIDES_NOTHING, width, "  "),
    ...assumedTerms(assumption).flatMap(([name, text]) => labelled(name, [text], width)),
    ...(groups.length === 0 ? wrap(NOTHING_BLOCKED, width, "  ") : groups),
  ];
}

/** What is to be said of a run as a whole. */
export function remarkLines(result: Parameters<typeof remarksOf>[0], { paint, width }: Style): string[] {
  return remarksOf(result).flatMap(({ level, text }) =>
    wrap(text, width).map((part) => (level === "warn" ? paint.yellow(part) : part)),
  );
}

function verdict(result: Result, { paint, width }: Style): string[] {
  const classed = result.placements.some(({ class: found }) => found !== null && found !== "none");
  const line = verdictLine(result);
  const word = result.verdict.toUpperCase();
  const color = result.verdict === "blocked" ? paint.red : paint.green;
  return [...(classed ? wrap(LEGEND, width) : []), line.replace(word, color(paint.bold(word)))];
}

const LEGEND =
  "3A090.a and 3A090.b are the classes of US export control for advanced chips, a the stricter one; no class means neither.";

function keyOf({ stack, address, accelerator, location: { country, zone } }: JudgedPlacement): string {
  return JSON.stringify([stack, address, accelerator, country, zone]);
}

function keyOfFinding({ stack, address, subject, location }: Finding): string {
  const accelerator = subject.kind === "placement" ? subject.accelerator : "";
  return JSON.stringify([stack, address, accelerator, location?.country, location?.zone]);
}
