import type { AssumedFinding, Assumption } from "../policy/assume";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { groupBy } from "../text/group";
import {
  assumedGroups,
  assumedTerms,
  assumedTitle,
  DECIDES_NOTHING,
  NOTHING_BLOCKED,
  TODAY,
} from "./assumed";
import { counted } from "./format";
import {
  addresses,
  fitting,
  leftOut,
  lengthOf,
  MOST_ADDRESSES,
  missing,
  type Piece,
  ROOM,
} from "./markdown-pieces";
import { codeInMarkdown as code, textInMarkdown as text } from "./markdown-text";
import { amount, placeName, remarksOf, setAsideBy, useLine, verdictLine, WORST_FIRST } from "./words";

const HEADING: Readonly<Record<Level, string>> = { block: "Blocked", warn: "Warning", note: "Note" };

/** A run for a comment on a pull request: verdict, placements, findings worst first; cut to what a comment holds. */
export function toMarkdown(result: Result): string {
  const verdicts = placementVerdicts(result.findings);
  const rows = result.placements.map((placement) => ({ markdown: row(placement, verdicts), count: 1 }));
  const blocks = findingGroups(result.findings).map((group) => ({
    markdown: findingBlock(group),
    count: group.length,
  }));
  const room = ROOM;
  // Findings say why, so placements get more than half only if findings leave it.
  const shownRows = fitting(rows, Math.max(room / 2, room - lengthOf(blocks)));
  const shownBlocks = fitting(blocks, room - lengthOf(shownRows));
  const beside = result.scenarios.flatMap(assumedPieces);
  const shownBeside = fitting(beside, room - lengthOf(shownRows) - lengthOf(shownBlocks));
  const table = [TABLE_HEAD, ...shownRows.map(({ markdown }) => markdown)].join("\n");
  const sections = [
    ...head(result),
    ...(shownRows.length === 0 ? [] : [table]),
    ...shownBlocks.map(({ markdown }) => markdown),
    ...uses(result),
    ...shownBeside.map(({ markdown }) => markdown),
    ...leftOut(
      [
        missing(rows, shownRows, "placement"),
        missing(blocks, shownBlocks, "finding"),
        missing(beside, shownBeside, "assumed finding"),
      ],
      "check",
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}

const TABLE_HEAD =
  "| Stack | Address | Accelerators | Class | Place | Verdict |\n| --- | --- | --- | --- | --- | --- |";

function head(result: Result): string[] {
  const { verdict, policy, tool } = result;
  const path = policy.path === null ? "given by the program" : code(policy.path);
  return [
    `## Landfall: ${verdict}`,
    text(verdictLine(result)),
    `Rules as of ${text(policy.asOf)} · policy ${path} · Landfall ${text(tool.version)}`,
    ...remarksOf(result).map((remark) => `**${HEADING[remark.level]}:** ${text(remark.text)}`),
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

/** The first few; a policy may record hundreds. */
function uses({ authorizations }: Result): string[] {
  if (authorizations.length === 0) return [];
  const rest = authorizations.length - MOST_ADDRESSES;
  const lines = authorizations.slice(0, MOST_ADDRESSES).map((one) => `- ${text(useLine(one), 300)}`);
  return [["**Authorizations**", "", ...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}

/** Proposed law that was assumed: its terms, then what it would block. */
export function assumedPieces(assumption: Assumption): Piece[] {
  const groups = assumedGroups(assumption);
  const head = [
    `**Assumed: ${text(assumedTitle(assumption))}**`,
    DECIDES_NOTHING,
    assumedTerms(assumption)
      .map(([name, said]) => `- **${name}:** ${text(said)}`)
      .join("\n"),
    ...(groups.length === 0 ? [NOTHING_BLOCKED] : []),
  ].join("\n\n");
  return [
    { markdown: head, count: 0 },
    ...groups.map((group) => ({ markdown: assumedBlock(group), count: group.length })),
  ];
}

function assumedBlock(group: readonly AssumedFinding[]): string {
  const { today, message } = group[0] as AssumedFinding;
  return `- **${TODAY[today]}:** ${text(message)}\n- **At:** ${addresses(group)}`;
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
