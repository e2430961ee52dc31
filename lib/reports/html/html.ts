import { wellFormed } from "../words";

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | undefined | readonly Part[];

/** HTML of a template: whatever is put in is text, unless it is HTML itself; lists follow on one another. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((piece, i) => piece + written(parts[i])).join(""));
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  return typeof part === "object" ? part.map(written).join("") : escaped(String(part));
}

/** Text for an element or a quoted attribute. */
function escaped(text: string): string {
  return wellFormed(text).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Data for a script to read, as the text of an element that runs nothing. */
export function json(value: unknown): Html {
  return new Html(wellFormed(JSON.stringify(value)).replace(/</g, "\\u003c"));
}

/** A link where the address is one of the web, else only its words. */
export function link(words: string, url: string): Html {
  return /^https:\/\//.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${words}</a>`
    : html`${words}`;
}
