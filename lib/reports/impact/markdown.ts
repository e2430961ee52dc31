import type { Cause, Impact, VerdictChange } from "../../impact/impact";
import { grouped } from "../../text/number";
import { assumedPieces } from "../markdown";
import { addresses, fitting, leftOut, lengthOf, missing, type Piece, ROOM } from "../markdown-pieces";
import { codeInMarkdown as code, textInMarkdown as text } from "../markdown-text";
import { remarksOf } from "../words";
import { alike, changedLines, summaryLine, whatBecomes, whatStands } from "./words";

/** What changes verdict between two days, for a comment; cut to what a comment holds. */
export function toMarkdown(impact: Impact): string {
  const { from, to, policy, tool } = impact;
  const path = policy.path === null ? "given by the program" : code(policy.path);
  const groups = alike(impact.changes).map(pieceOf);
  const shown = fitting(groups, ROOM);
  const beside = impact.scenarios.flatMap(assumedPieces);
  const shownBeside = fitting(beside, ROOM - lengthOf(shown));
  return `${[
    `## Landfall: from ${text(from.asOf)} to ${text(to.asOf)}`,
    text(summaryLine(impact)),
    `Policy ${path} · Landfall ${text(tool.version)}`,
    ...remarksOf(impact).map((remark) => `**Note:** ${text(remark.text)}`),
    ...[...shown, ...shownBeside].map(({ markdown }) => markdown),
    ...leftOut([missing(groups, shown, "change"), missing(beside, shownBeside, "assumed finding")], "impact"),
  ].join("\n\n")}\n`;
}

function pieceOf(group: readonly VerdictChange[]): Piece {
  const change = group[0] as VerdictChange;
  const { before, after, because, remedies } = change;
  const stands = whatStands(change);
  const items = [
    ["At", addresses(group)],
    ["What", stands === undefined ? "" : text(stands)],
    ...because.flatMap(causeItems),
    ["What to do", remedies.map((remedy) => text(remedy)).join(" ")],
  ] as const;
  const open = whatBecomes(change) === "becomes blocked" ? " open" : "";
  const markdown = [
    `<details${open}><summary>${capital(whatBecomes(change))} (${before.verdict} → ${after.verdict}): ${grouped(group.length)}</summary>`,
    items.flatMap(([name, said]) => (said === "" ? [] : [`- **${name}:** ${said}`])).join("\n"),
    "</details>",
  ].join("\n\n");
  return { markdown, count: group.length };
}

function causeItems(cause: Cause): [string, string][] {
  const { rule, finding } = cause;
  return [
    ["Because of", `${code(rule)}: ${text(finding.message)}`],
    [
      "Changed",
      changedLines(cause)
        .map((line) => text(line))
        .join(" "),
    ],
    ["Sources", finding.citations.map(({ cite, url }) => `[${text(cite)}](${url})`).join(", ")],
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
