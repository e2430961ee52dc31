import type { Matrix, Row } from "../../matrix/matrix";
import type { Answer, Verdict } from "../../matrix/verdicts";
import { tool } from "../../result";
import { groupBy } from "../../text/group";
import { hanging, wrap } from "../format";
import { joined, visible } from "../pretty-lines";
import { opened, type Paint, type PrettyOptions, type Style, styleOf } from "../style";
import { CELL, everywhereLines, letterOf, noteOf, notesOf, REACH } from "./words";

/** A matrix in text for people: a row for each country with its regions, numbers for the rules behind an answer. */
export function matrixText(matrix: Matrix, options: PrettyOptions = {}): string {
  const style = styleOf(options);
  const { prose, width } = style;
  const shown = visible(matrix);
  const notes = notesOf(shown);
  const digits = String(notes.length).length;
  return `${joined([
    headline(shown, style),
    table(shown, notes, style),
    key(shown, style),
    notes.flatMap((note, i) => hanging(`  ${String(i + 1).padStart(digits)}  `, note, width)),
    everywhereLines(shown).flatMap((line) => wrap(line, prose)),
    wrap(REACH, prose),
  ])}\n`;
}

function headline({ policy, asOf }: Matrix, { paint, width }: Style): string[] {
  const name = `Landfall ${tool.version}`;
  const line = `${name} · policy ${policy.path ?? "given by the program"} · rules as of ${asOf}`;
  return opened(line, name, paint.bold, width);
}

/** Between two columns. */
const GAP = "  ";

/** Columns where they fit, else under each country the columns that answer alike. */
function table(matrix: Matrix, notes: readonly string[], style: Style): string[] {
  const { rows } = matrix;
  const first = Math.max(0, ...rows.map((row) => title(row).length));
  const texts = rows.map(({ verdicts }) => verdicts.map((verdict) => cell(verdict, notes)));
  const widths = matrix.columns.map((column, i) =>
    Math.max(column.class.length, ...texts.map((row) => row[i]?.length ?? 0)),
  );
  const width = widths.reduce((sum, one) => sum + GAP.length + one, first);
  if (width > style.width) return narrow(rows, texts, style);
  const { paint } = style;
  const line = (name: string, cells: readonly string[]) => [name.padEnd(first), ...cells].join(GAP);
  const head = (cells: readonly string[]) => paint.bold(line("", padded(cells, widths)));
  return [
    head(matrix.columns.map((_, i) => letterOf(i))),
    head(matrix.columns.map((column) => column.class)),
    ...rows.flatMap((row, i) => {
      const cells = padded(texts[i] ?? [], widths);
      const painted = cells.map((text, j) => paintAs(row.verdicts[j]?.answer ?? "blocked", text, paint));
      return [line(title(row), painted), ...places(row, style)];
    }),
  ];
}

/** The last one ends its line. */
function padded(cells: readonly string[], widths: readonly number[]): string[] {
  return cells.map((text, i) => (i === cells.length - 1 ? text : text.padEnd(widths[i] ?? 0)));
}

function narrow(rows: readonly Row[], texts: readonly (readonly string[])[], style: Style): string[] {
  return rows.flatMap((row, i) => {
    const alike = groupBy(
      row.verdicts.map((verdict, column) => ({ verdict, column })),
      ({ column }) => texts[i]?.[column] ?? "",
    );
    const answers = [...alike].map(([text, list]) => {
      const said = `${text}: ${list.map(({ column }) => letterOf(column)).join(" ")}`;
      return { said, painted: paintAs(list[0]?.verdict.answer ?? "blocked", said, style.paint) };
    });
    const fits = answers.reduce((sum, { said }) => sum + said.length + 3, 0) < style.width;
    const painted = answers.map((answer) => answer.painted);
    const lines = fits ? [painted.join(" · ")] : painted;
    return [style.paint.bold(title(row)), ...lines.map((line) => `  ${line}`), ...places(row, style)];
  });
}

function title({ name, country }: Row): string {
  return country === null ? name : `${name} (${country})`;
}

/** "BLOCKED 2": the number of the note that says by what. */
function cell(verdict: Verdict, notes: readonly string[]): string {
  const note = notes.indexOf(noteOf(verdict));
  return CELL[verdict.answer] + (note < 0 ? "" : ` ${note + 1}`);
}

function paintAs(answer: Answer, text: string, paint: Paint): string {
  const colors = {
    blocked: paint.red,
    warned: paint.yellow,
    authorized: paint.cyan,
    allowed: paint.green,
  } as const;
  return colors[answer](text);
}

/** "  aws eu-central-1 · google europe-west3, europe-west10". */
function places({ places: found }: Row, { paint, width }: Style): string[] {
  const byCloud = [...groupBy(found, ({ cloud }) => cloud)];
  const text = byCloud.map(([cloud, list]) => `${cloud} ${list.map(({ code }) => code).join(", ")}`);
  return wrap(text.join(" · "), width, "  ").map((line) => paint.dim(line));
}

function key({ columns }: Matrix, { width }: Style): string[] {
  return columns.flatMap((column, i) =>
    hanging(`  ${letterOf(i)}  `, `${column.class}: ${column.accelerators.join(", ")}`, width),
  );
}
