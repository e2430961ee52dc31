import { grouped } from "../text/number";
import { counted } from "./format";
import { codeInMarkdown as code } from "./markdown-text";

/** GitHub takes comments of up to 65,536 characters. */
const MOST_CHARACTERS = 60_000;
/** Kept for what is always said: headings, and what was left out. */
const RESERVED = 5_000;
/** Line ends between pieces. */
const SEPARATOR = 2;

/** Characters for all that may be left out. */
export const ROOM = MOST_CHARACTERS - RESERVED;

/** Addresses named under one finding before the rest is counted. */
export const MOST_ADDRESSES = 8;

/** A piece of the comment that is shown as a whole or not at all. */
export interface Piece {
  readonly markdown: string;
  /** Placements or findings it stands for. */
  readonly count: number;
}

/** The first few; those without a stack are paths in the policy. */
export function addresses(group: readonly { readonly stack: string; readonly address: string }[]): string {
  const all = new Set(group.map(({ stack, address }) => (stack === "" ? address : `${stack}: ${address}`)));
  const shown = [...all].slice(0, MOST_ADDRESSES).map((address) => code(address));
  const rest = all.size - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${grouped(rest)} more`] : [])].join(", ");
}

/** Those that fit into a number of characters, in order; one too large does not keep out those after it. */
export function fitting(pieces: readonly Piece[], room: number): Piece[] {
  let left = room;
  return pieces.filter(({ markdown }) => {
    const fits = markdown.length + SEPARATOR <= left;
    if (fits) left -= markdown.length + SEPARATOR;
    return fits;
  });
}

export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { markdown }) => sum + markdown.length + SEPARATOR, 0);
}

/** "1,234 of 50,000 placements"; undefined where all are shown. */
export function missing(all: readonly Piece[], shown: readonly Piece[], noun: string): string | undefined {
  const count = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.count, 0);
  const left = count(all) - count(shown);
  return left === 0 ? undefined : `${grouped(left)} of ${counted(count(all), noun)}`;
}

/** What is not shown, and the command that shows it. */
export function leftOut(parts: readonly (string | undefined)[], command: string): string[] {
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return [];
  return [
    `**Left out for length:** ${said.join(" and ")}. \`landfall ${command} --format json\` lists everything.`,
  ];
}
