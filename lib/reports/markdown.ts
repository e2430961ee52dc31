import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { counted } from "./format";
import { codeInMarkdown as code, textInMarkdown as text } from "./markdown-text";
import { amount, groupBy, notJudgedLine, placeName, setAsideBy, verdictLine, WORST_FIRST } from "./words";

/** GitHub takes comments of up to 65,536 characters. */
const MOST_CHARACTERS = 60_000;
/** Kept for what is always said: headings, and what was left out. */
const RESERVED = 5_000;
/** Line ends between pieces. */
const SEPARATOR = 2;
/** Addresses named under one finding before the rest is counted. */
const MOST_ADDRESSES = 8;

const HEADING: Readonly<Record<Level, string>> = { block: "Blocked", warn: "Warning", note: "Note" };

/** A piece of the comment that is shown as a whole or not at all. */
interface Piece {
  readonly markdown: string;
  /** Placements or findings it stands for. */
  readonly count: number;
}

/** A run for a comment on a pull request: verdict, placements, findings worst first; cut to what a comment holds. */
export function toMarkdown(result: Result): string {
  const verdicts = placementVerdicts(result.findings);
  const rows = result.placements.map((placement) => ({ markdown: row(placement, verdicts), count: 1 }));
  const blocks = findingGroups(result.findings).map((group) => ({
    markdown: findingBlock(group),
    count: group.length,
  }));
  const room = MOST_CHARACTERS - RESERVED;
  // Findings say why, so placements get more than half only if findings leave it.
  const shownRows = fitting(rows, Math.max(room / 2, room - lengthOf(blocks)));
  const shownBlocks = fitting(blocks, room - lengthOf(shownRows));
  const table = [TABLE_HEAD, ...shownRows.map(({ markdown }) => markdown)].join("\n");
  const sections = [
    ...head(result),
    ...(shownRows.length === 0 ? [] : [table]),
    ...shownBlocks.map(({ markdown }) => markdown),
    ...leftOut([missing(rows, shownRows, "placement"), missing(blocks, shownBlocks, "finding")]),
  ];
  return `${sections.join("\n\n")}\n`;
}

const TABLE_HEAD =
  "| Stack | Address | Accelerators | Class | Place | Verdict |\n| --- | --- | --- | --- | --- | --- |";

function head(result: Result): string[] {
  const { verdict, policy, tool } = result;
  const missing = notJudgedLine(result);
  const path = policy.path === null ? "given by the program" : code(policy.path);
  return [
    `## Landfall: ${verdict}`,
    text(verdictLine(result)),
    `Rules as of ${text(policy.asOf)} · policy ${path} · Landfall ${text(tool.version)}`,
    ...(missing === undefined ? [] : [`**Note:** ${text(missing)}`]),
  ];
}

function row(placement: JudgedPlacement, verdicts: ReadonlyMap<string, string>): string {
  const cells = [
    code(placement.stack),
    code(placement.address),
    text(amount(placement)),
    text(placement.class ?? "no class yet"),
    text(placeName(placement.location)),
    verdicts.get(keyOf(placement)) ?? "allowed",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** What is said of each place in its row: the worst findings about it. */
function placementVerdicts(findings: readonly Finding[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const level of WORST_FIRST) {
    const hits = groupBy(
      findings.filter((finding) => finding.level === level),
      keyOf,
    );
    for (const [key, list] of hits) {
      const rules = [...new Set(list.map(({ rule }) => rule))].map((rule) => text(rule)).join(", ");
      if (!said.has(key)) said.set(key, rowVerdict(level, rules));
    }
  }
  return said;
}

function rowVerdict(level: Level, rules: string): string {
  if (level === "block") return `**blocked** by ${rules}`;
  return `allowed, with a ${level === "warn" ? "warning" : "note"} (${rules})`;
}

function keyOf({ stack, address, location }: Pick<Finding, "stack" | "address" | "location">): string {
  return JSON.stringify([stack, address, location?.country, location?.zone]);
}

/** Findings that say the same together, worst first. */
function findingGroups(findings: readonly Finding[]): (readonly Finding[])[] {
  return WORST_FIRST.flatMap((level) => {
    const ofLevel = findings.filter((finding) => finding.level === level);
    const same = (finding: Finding) =>
      JSON.stringify([finding.rule, finding.message, setAsideBy(finding) ?? finding.remedy]);
    return [...groupBy(ofLevel, same).values()];
  });
}

function findingBlock(group: readonly Finding[]): string {
  const finding = group[0] as Finding;
  const { rule, level, message, remedy, effective } = finding;
  const aside = setAsideBy(finding);
  const since = effective.from === null ? "" : `, in force since ${text(effective.from)}`;
  const items = [
    ["Finding", text(message)],
    ["At", addresses(group)],
    ["Why", level === "block" ? derivation(finding) : ""],
    aside === undefined ? ["What to do", text(remedy)] : ["Set aside", text(aside)],
    ["Sources", sources(finding)],
  ] as const;
  return [
    `<details${level === "block" ? " open" : ""}><summary>${HEADING[level]}: ${code(rule)} (${counted(group.length, "finding")}${since})</summary>`,
    items.flatMap(([name, said]) => (said === "" ? [] : [`- **${name}:** ${said}`])).join("\n"),
    "</details>",
  ].join("\n\n");
}

function addresses(group: readonly Finding[]): string {
  const all = new Set(group.map(({ stack, address }) => (stack === "" ? address : `${stack}: ${address}`)));
  const shown = [...all].slice(0, MOST_ADDRESSES).map((address) => code(address));
  const rest = all.size - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest.toLocaleString("en-US")} more`] : [])].join(", ");
}

function derivation({ subject }: Finding): string {
  const steps = "derivation" in subject ? subject.derivation : [];
  return text([...new Set(steps)].join("; "));
}

function sources({ citations }: Finding): string {
  return citations
    .map(({ cite, url }) => (isPlainUrl(url) ? `[${text(cite)}](${url})` : text(cite)))
    .join(", ");
}

/** Only an address that cannot end the link it stands in becomes one. */
function isPlainUrl(url: string): boolean {
  return /^https:\/\/[\w./?=&%#~:;,+-]+$/.test(url);
}

/** Those that fit into a number of characters, in order; one too large does not keep out those after it. */
function fitting(pieces: readonly Piece[], room: number): Piece[] {
  let left = room;
  return pieces.filter(({ markdown }) => {
    const fits = markdown.length + SEPARATOR <= left;
    if (fits) left -= markdown.length + SEPARATOR;
    return fits;
  });
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { markdown }) => sum + markdown.length + SEPARATOR, 0);
}

/** "1,234 of 50,000 placements"; undefined where all are shown. */
function missing(all: readonly Piece[], shown: readonly Piece[], noun: string): string | undefined {
  const count = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.count, 0);
  const left = count(all) - count(shown);
  return left === 0 ? undefined : `${left.toLocaleString("en-US")} of ${counted(count(all), noun)}`;
}

function leftOut(parts: readonly (string | undefined)[]): string[] {
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return [];
  return [
    `**Left out for length:** ${said.join(" and ")}. \`landfall check --format json\` lists everything.`,
  ];
}
