import picocolors from "picocolors";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import { ruleIds } from "../policy/rule-ids";
import type { Result } from "../result";
import { printableLine } from "../text/printable";
import { columns, wrap } from "./format";
import { amount, groupBy, notJudgedLine, placeName, setAsideBy, verdictLine, WORST_FIRST } from "./words";

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

/** Addresses named under one finding before the rest is counted. */
const MOST_ADDRESSES = 8;

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
    limits(shown, style),
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
    verdict(shown, style),
  ]);
}

function joined(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return filled.map((lines) => lines.join("\n")).join("\n\n");
}

/** The same with every text in one line and without characters that could rewrite a terminal. */
function visible<T>(value: T): T {
  if (typeof value === "string") return printableLine(value) as T;
  if (Array.isArray(value)) return value.map(visible) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visible(inner)])) as T;
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
  const ranked = findings
    .filter((finding) => finding.level === level)
    .sort((a, b) => ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule));
  const groups = groupBy(
    ranked,
    (finding) => `${finding.rule} ${finding.message} ${setAsideBy(finding) ?? ""}`,
  );
  return [...groups.values()].map((group) => findingBlock(group, style));
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

/** By stack, the first few of each. */
function addresses(group: readonly Finding[]): string[] {
  const stacks = groupBy(group, ({ stack }) => stack);
  return [...stacks].map(([stack, findings]) => {
    const instances = groupBy(distinct(findings.map(({ address }) => address)), withoutIndex);
    const all = [...instances.values()].map(([first, ...others]) => first + andMore(others.length));
    const rest = all.length - MOST_ADDRESSES;
    const named = all.slice(0, MOST_ADDRESSES).join(", ") + andMore(Math.max(0, rest));
    return stack === "" ? named : `stack ${stack}: ${named}`;
  });
}

function andMore(count: number): string {
  return count === 0 ? "" : ` and ${count} more`;
}

/** The address of the block that `count` or `for_each` makes an instance of. */
function withoutIndex(address: string): string {
  return address.replace(/\[(\d+|"([^"\\]|\\.)*")\]$/, "");
}

function derivation({ subject }: Finding): readonly string[] {
  return "derivation" in subject ? distinct(subject.derivation) : [];
}

function labelled(name: string, items: readonly string[], width: number): string[] {
  return items.flatMap((item, i) => {
    const lead = i === 0 ? `  ${name}: ` : " ".repeat(name.length + 4);
    const [first, ...rest] = wrap(item, width - lead.length);
    return [lead + (first ?? ""), ...rest.map((line) => " ".repeat(lead.length) + line)];
  });
}

function limits(result: Result, { paint, width }: Style): string[] {
  const line = notJudgedLine(result);
  return line === undefined ? [] : wrap(line, width).map((part) => paint.yellow(part));
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

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
