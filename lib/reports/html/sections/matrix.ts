import type { Column, Row } from "../../../matrix/matrix";
import { groupBy } from "../../../text/group";
import { counted } from "../../format";
import { everywhereLines, letterOf, REACH } from "../../matrix/words";
import { type Html, html } from "../html";
import type { Picture } from "../picture";
import { badge, prose, section } from "../pieces";
import { chipName } from "../placed";

/** Regions × accelerators. */
export function matrix({ matrix: found }: Picture): Html {
  const { columns, rows } = found;
  const heads = columns.map(
    (column, i) =>
      html`<th scope="col"><b>${letterOf(i)}</b> ${column.class}<small>${sizeOf(column)}</small></th>`,
  );
  return section(
    "matrix",
    "What may stand where",
    prose(REACH),
    html`<div class="scroll tall" tabindex="0" role="region" aria-label="What may stand where"><table class="matrix"><caption class="unseen">Countries with their regions, and the accelerators that may stand there</caption>
<thead><tr><th scope="col">Country and regions</th>${heads}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>
<details class="more"><summary>Which accelerators the columns stand for</summary><dl>${columns.map(column)}</dl></details>
${everywhereLines(found).map((line) => html`<p class="note">${prose(line)}</p>`)}`,
  );
}

function row({ name, country, places, verdicts }: Row): Html {
  const clouds = [...groupBy(places, ({ cloud }) => cloud)].map(
    ([cloud, list]) => html`<small>${cloud} ${list.map(({ code }) => code).join(", ")}</small>`,
  );
  const cells = verdicts.map((verdict) => {
    const { answer, rules, authorizations } = verdict;
    const word = answer === "authorized" ? "Authorized" : undefined;
    return html`<td>${badge(answer, word)}${[...rules, ...authorizations].map((one) => html`<small>${one}</small>`)}</td>`;
  });
  return html`<tr><th scope="row">${name}${country === null ? "" : ` (${country})`}${clouds}</th>${cells}</tr>\n`;
}

/** One or two by name, more by their number. */
function sizeOf({ accelerators }: Column): string {
  return accelerators.length > 2
    ? counted(accelerators.length, "accelerator")
    : accelerators.map(chipName).join(", ");
}

function column({ class: found, accelerators }: Column, i: number): Html {
  return html`<dt>${letterOf(i)}, ${found}</dt><dd>${accelerators.map(chipName).join(", ")}</dd>`;
}
