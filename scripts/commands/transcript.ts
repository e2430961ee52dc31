/** Compares what a page shows below a command with what the command says, and mends what differs. */
import { distance } from "fastest-levenshtein";

/** On a line of its own: lines are left out. */
export const LEFT_OUT = "…";

export function linesOf(output: string): string[] {
  const lines = output.split("\n").map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

export function isTrue(shown: readonly string[], said: readonly string[]): boolean {
  let at = 0;
  const { pieces, open, closed } = piecesOf(shown);
  for (const [index, piece] of pieces.entries()) {
    const anchoredStart = index === 0 && !open;
    const anchoredEnd = index === pieces.length - 1 && !closed;
    const found = anchoredEnd ? said.length - piece.length : find(piece, said, at);
    const holds = found >= at && piece.every((line, offset) => said[found + offset] === line);
    if (!holds || (anchoredStart && found !== 0)) return false;
    at = found + piece.length;
  }
  return pieces.length > 0 || open || said.length === 0;
}

/** The same pieces as they are said today: as many lines from where each begins, and left out what was left out. */
export function mended(shown: readonly string[], said: readonly string[]): string[] {
  if (isTrue(shown, said)) return [...shown];
  const { pieces, open, closed } = piecesOf(shown);
  if (!open && !closed && pieces.length <= 1) return [...said];
  let at = 0;
  const found = pieces.map((piece, index) => {
    const start = index === 0 && !open ? 0 : nearest(piece[0] ?? "", said, at);
    const last = index === pieces.length - 1 && !closed;
    const end = last ? said.length : Math.min(start + piece.length, said.length);
    at = end;
    return said.slice(start, end);
  });
  const gaps = found.flatMap((piece, index) => (index === 0 ? piece : [LEFT_OUT, ...piece]));
  return [...(open ? [LEFT_OUT] : []), ...gaps, ...(closed ? [LEFT_OUT] : [])];
}

/** The runs of lines between those that are left out, and whether the start and the end are left out. */
function piecesOf(shown: readonly string[]) {
  const pieces: string[][] = [[]];
  for (const line of shown) {
    if (line.trim() === LEFT_OUT) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  const open = pieces.length > 1 && pieces[0]?.length === 0;
  const closed = pieces.length > 1 && pieces.at(-1)?.length === 0;
  return { pieces: pieces.filter((piece) => piece.length > 0), open, closed };
}

function find(piece: readonly string[], said: readonly string[], from: number): number {
  for (let at = from; at + piece.length <= said.length; at++)
    if (piece.every((line, offset) => said[at + offset] === line)) return at;
  return -1;
}

/** Where the line stands, or the one most like it. */
function nearest(line: string, said: readonly string[], from: number): number {
  const costs = said.map((one, index) => (index < from ? Number.POSITIVE_INFINITY : distance(one, line)));
  const least = Math.min(...costs);
  return Number.isFinite(least) ? costs.indexOf(least) : said.length;
}
