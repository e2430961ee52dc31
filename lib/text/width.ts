/** What a terminal draws in two cells: the scripts of East Asia, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{17000}-\u{18dff}\u{20000}-\u{3fffd}]/u;

/** What it draws over the character before. */
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u;

const PLAIN = /^[\x20-\x7e]*$/;

/** Cells of a terminal that a line without control characters takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** The text in pieces of at most so many cells, where it may be broken anywhere: between wide characters. */
export function brokenAtWide(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const part of word.split(AROUND_WIDE)) {
    if (piece !== "" && widthOf(piece) + widthOf(part) > room) {
      pieces.push(piece);
      piece = part;
    } else piece += part;
  }
  return [...pieces, piece];
}

const AROUND_WIDE = new RegExp(`(?=${WIDE.source})|(?<=${WIDE.source})`, "u");

/** Filled up with spaces to a number of cells. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function cells(character: string): number {
  if (WIDE.test(character)) return 2;
  return NARROW.test(character) ? 0 : 1;
}
