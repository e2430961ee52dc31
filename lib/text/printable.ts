/** Characters that could rewrite a terminal or reverse a line: controls and marks of writing direction. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Control characters of names from untrusted files, made visible; line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (mark) => (mark === "\n" || mark === "\t" ? mark : escaped(mark)));
}

/** The same for what has to stay in one line. */
export function printableLine(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
