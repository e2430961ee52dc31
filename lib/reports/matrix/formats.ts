import type { Matrix, Row } from "../../matrix/matrix";
import type { Verdict } from "../../matrix/verdicts";
import { tool } from "../../result";
import { codeInMarkdown as code, textInMarkdown as text } from "../markdown-text";
import type { PrettyOptions } from "../style";
import { matrixText } from "./pretty";
import { CELL, everywhereLines, letterOf, noteOf, REACH } from "./words";

/** Every format of a matrix, by the name `--format` takes. */
const formats = { pretty: matrixText, json: toJson, markdown: toMarkdown } as const;

export const matrixFormats = ["pretty", "json", "markdown"] as const;

export type MatrixFormat = (typeof matrixFormats)[number];

export function renderMatrix(matrix: Matrix, format: MatrixFormat, options: PrettyOptions): string {
  const to: (matrix: Matrix, options: PrettyOptions) => string = formats[format];
  return to(matrix, options);
}

function toJson({ policy, asOf, ...matrix }: Matrix): string {
  return `${JSON.stringify({ tool, policy: { ...policy, asOf }, ...matrix }, null, 2)}\n`;
}

function toMarkdown(matrix: Matrix): string {
  const { columns, rows, asOf, policy } = matrix;
  const heads = ["Country", ...columns.map((column, i) => `${letterOf(i)}: ${column.class}`), "Regions"];
  const lines = [heads, heads.map(() => "---"), ...rows.map(rowCells)];
  const path = policy.path === null ? "given by the program" : code(policy.path);
  return `${[
    "## Landfall: what may stand where",
    `Rules as of ${text(asOf)} · policy ${path} · Landfall ${text(tool.version)}`,
    lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
    columns
      .map(
        ({ class: found, accelerators }, i) =>
          `- **${letterOf(i)}** (${found}): ${accelerators.map((id) => code(id)).join(", ")}`,
      )
      .join("\n"),
    ...everywhereLines(matrix).map((line) => text(line)),
    text(REACH),
  ].join("\n\n")}\n`;
}

function rowCells({ name, country, verdicts, places }: Row): string[] {
  return [
    text(country === null ? name : `${name} (${country})`),
    ...verdicts.map(cell),
    places.map((place) => `${place.cloud} ${code(place.code)}`).join(", "),
  ];
}

function cell(verdict: Verdict): string {
  const said = verdict.answer === "blocked" ? "**blocked**" : CELL[verdict.answer];
  const note = noteOf(verdict);
  return note === "" ? said : `${said}: ${text(note)}`;
}
