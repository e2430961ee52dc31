import { type Html, html } from "../html";
import type { Picture } from "../picture";
import { badge, bar, prose, section, type TableHead, table, totals as totalCells } from "../pieces";
import type { SumOf } from "../totals";

const NUMBERS: readonly TableHead[] = [
  { text: "Accelerators", isNumber: true },
  { text: "TPP", isNumber: true },
];

/** What all placements come to. */
export function totals({ totals: found, parties }: Picture): Html {
  const { byClass, byChip, byCountry } = found;
  const none = "No accelerators are placed.";
  return section(
    "totals",
    "What it comes to",
    "One thing that a configuration, its plan and its state all show counts once. TPP is total processing performance as 3A090 counts it.",
    html`<div class="columns">
<div><h3>By class</h3>${table("Totals by class", [{ text: "Class" }, ...NUMBERS, { text: "" }], byClass.map(sumRow(byClass)), none)}
<h3>By accelerator</h3>${table("Totals by accelerator", [{ text: "Accelerator" }, ...NUMBERS, { text: "" }], byChip.map(sumRow(byChip)), none)}</div>
<div><h3>By country</h3>${table("Totals by country", [{ text: "Country" }, ...NUMBERS, { text: "" }], byCountry.map(sumRow(byCountry)), none)}
<h3>By party</h3>${table("Totals by party", [{ text: "Party" }, ...NUMBERS, { text: "" }], parties.map(partyRow), none)}
<p class="note">The policy divides nothing between parties, so each is counted with everything.</p></div></div>`,
  );
}

function sumRow(all: readonly SumOf[]): (sum: SumOf) => Html {
  const most = Math.max(0, ...all.map(({ accelerators }) => accelerators ?? 0));
  return ({ name, parts, ...sum }) =>
    html`<tr><th scope="row"><button type="button" class="pick" data-pick="${name}">${name}</button></th>${totalCells(sum)}<td>${bar(parts, most)}</td></tr>`;
}

function partyRow({ name, role, headquarters, answer, said, ...sum }: Picture["parties"][number]): Html {
  return html`<tr><th scope="row">${name}<small>${role}, ${headquarters}</small>${said.map((text) => html`<small>${prose(text)}</small>`)}</th>${totalCells(sum)}<td>${answer === "allowed" ? undefined : badge(answer)}</td></tr>`;
}
