import { grouped } from "../text/number";
import { printable } from "../text/printable";
import { wellFormed } from "./words";

const MOST_TEXT = 1_500;
const MOST_CODE = 300;

/**
 * Untrusted text for one line of Markdown: nothing in it can start markup, HTML, a table cell, a link, a mention
 * or a reference to an issue. Character references are used rather than backslashes, which tables read differently.
 */
export function textInMarkdown(text: string, most = MOST_TEXT): string {
  return wellFormed(printable(clipped(text, most)))
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/@|:(?=\/\/)|www(?=\.)|#(?=\d)|GH-(?=\d)/gi, (start) => start + BREAK)
    .replace(/[\\`*[\]<>&|~$^{}"'!@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, reference);
}

/** The same as a name: in `<code>`, since backticks of the text itself could end a code span. */
export function codeInMarkdown(text: string): string {
  return `<code>${textInMarkdown(text, MOST_CODE)}</code>`;
}

/** A zero-width space. Mentions and bare addresses are linked after references are read, so that these alone do not help. */
const BREAK = "\u200b";

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… (${grouped(text.length - most)} characters more)`;
}
