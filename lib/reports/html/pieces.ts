import type { Answer } from "../../matrix/verdicts";
import type { Level } from "../../policy/levels";
import type { Total } from "../../policy/total";
import { figure } from "../format";
import { type Html, html, type Part } from "./html";

/** How an answer is said of something placed. */
export const answerWords: Readonly<Record<Answer, string>> = {
  blocked: "blocked",
  warned: "allowed, with a warning",
  authorized: "set aside, by an authorization or a waiver",
  allowed: "allowed",
};

/** The same in a word. */
export const answerWord: Readonly<Record<Answer, string>> = {
  blocked: "Blocked",
  warned: "Warning",
  authorized: "Set aside",
  allowed: "Allowed",
};

export const answerOfLevel: Readonly<Record<Level, Answer>> = {
  block: "blocked",
  warn: "warned",
  note: "allowed",
};

/** A word with the mark and the colour of an answer. */
export function badge(answer: Answer, word = answerWord[answer]): Html {
  return html`<span class="badge ${answer}">${word}</span>`;
}

/** "1,234"; "not known". */
export function quantity(value: number | null): string {
  return value === null ? "not known" : figure(value, 0);
}

export interface TableHead {
  readonly text: string;
  readonly isNumber?: boolean;
}

/** A table with a name; each row is cells of HTML. */
export function table(name: string, heads: readonly TableHead[], rows: readonly Part[], empty: string): Html {
  if (rows.length === 0) return html`<p class="none">${empty}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption class="unseen">${name}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col"${numeric(head.isNumber)}>${head.text}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

export function numeric(isNumber = false): Html {
  return isNumber ? html` class="n"` : html``;
}

/** Parts of a whole one after the other, as long as they are of the most there is. */
export function bar(
  parts: readonly { readonly answer: Answer; readonly value: number | null }[],
  most: number,
): Html {
  let start = 0;
  const drawn = parts.map(({ answer, value }) => {
    const width = most === 0 ? 0 : Math.round(((value ?? most) / most) * 1000) / 10;
    const x = start;
    start += width;
    return html`<rect class="${answer}" x="${x}" width="${Math.max(width, 0.8)}" height="6"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6"/>${drawn}</svg>`;
}

export function totals({ accelerators, tpp }: Total): Html {
  return html`<td class="n">${quantity(accelerators)}</td><td class="n">${quantity(tpp)}</td>`;
}

export function section(id: string, title: string, lead: Part, body: Part): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${lead === "" ? undefined : html`<p class="lead">${lead}</p>`}${body}</section>\n`;
}

/** Text with points where it may break: a long address has no blanks. */
export function code(text: string): Html {
  const parts = text.split(/(?<=[._/\-[\]])/);
  return html`<code>${parts.map((part, i) => (i === 0 ? part : html`<wbr>${part}`))}</code>`;
}

/** A sentence of ours: names stand between backticks in it. */
export function prose(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, i) => (i % 2 === 1 ? code(part) : part))}`;
}
