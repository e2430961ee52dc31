import { ANSWERS } from "../../../matrix/verdicts";
import { counted, figure } from "../../format";
import type { Entry } from "../entries";
import { type Html, html, link } from "../html";
import type { Picture } from "../picture";
import { answerWord, badge, code, prose, quantity, section } from "../pieces";
import type { PlacedRow } from "../placed";
import { className } from "../totals";

/** Addresses named under one finding before the rest is counted. */
const MOST_ADDRESSES = 50;

/** Findings and placements, with one filter for both. */
export function register(picture: Picture): Html {
  return html`<div class="register">${filter(picture)}${findings(picture)}${placements(picture)}</div>`;
}

function filter({ placements: placed, findings: entries }: Picture): Html {
  const stacks = distinct([
    ...entries.flatMap(({ where }) => where.map(({ stack }) => stack)),
    ...placed.map(({ stack }) => stack),
  ]);
  const countries = distinct(placed.map(({ countryName }) => countryName));
  const classes = distinct(placed.map(className));
  const answers = ANSWERS.map((answer) => [answer, answerWord[answer]] as const);
  const same = (names: readonly string[]) => names.map((name) => [name, name] as const);
  return html`<div class="filter live" role="search" aria-label="Filter findings and placements"${entries.length + placed.length === 0 ? html` hidden` : undefined}>
<label class="wide"><span>Search</span><input type="search" id="search" placeholder="address, stack, chip, rule, country" autocomplete="off" spellcheck="false"></label>
${choice("answer", "Verdict", answers)}${choice("class", "Class", same(classes))}${choice("country", "Country", same(countries))}${choice("stack", "Stack", same(stacks.filter((name) => name !== "")))}
<button type="button" id="clear">Clear</button></div>`;
}

function choice(name: string, label: string, values: readonly (readonly [string, string])[]): Html {
  return html`<label><span>${label}</span><select data-filter-by="${name}"><option value="">Any</option>${values.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`;
}

function findings({ findings: entries, countryNames }: Picture): Html {
  const count = entries.reduce((sum, entry) => sum + entry.findings, 0);
  if (entries.length === 0)
    return section("findings", "Findings", "", html`<p class="none">No rule has anything to say.</p>`);
  const rows = entries.map((entry) => findingRow(entry, countryNames));
  return section(
    "findings",
    "Findings",
    `${counted(count, "finding")}; those that say the same for the same reasons stand together. Worst first.`,
    paged(
      "Findings",
      html`<tr><th scope="col">Verdict</th><th scope="col">Rule and finding</th><th scope="col">Country</th><th scope="col" class="n">Times</th></tr>`,
      rows,
    ),
  );
}

function findingRow(entry: Entry, names: Picture["countryNames"]): Html {
  const { answer, rule, message, countries, where, findings: count, classes } = entry;
  const named = countries.map((country) => names[country] ?? country);
  const stacks = where.map(({ stack }) => stack);
  return html`<tr data-answer="${answer}" data-class="${classes.join("\n")}" data-country="${named.join("\n")}" data-stack="${stacks.join("\n")}"><td>${badge(answer, wordOf(entry))}</td><td><details><summary><code>${rule}</code><span>${prose(message)}</span></summary>${detail(entry)}</details></td><td>${named.join(", ")}</td><td class="n">${figure(count)}</td></tr>\n`;
}

function wordOf({ answer, isWaived }: Entry): string {
  if (answer === "allowed") return "Note";
  return answer === "authorized" ? (isWaived ? "Waived" : "Authorized") : answerWord[answer];
}

function detail({ derivation, remedy, citations, effective, aside, where }: Entry): Html {
  const { from, to } = effective;
  const since = from === null ? undefined : to === null ? `since ${from}` : `from ${from} to ${to}`;
  return html`<dl>${term(
    "At",
    where.map(
      ({ stack, addresses }) =>
        html`<p>${stack === "" ? "the policy: " : html`stack ${code(stack)}: `}${addresses
          .slice(0, MOST_ADDRESSES)
          .map((address, i) => html`${i === 0 ? "" : ", "}${code(address)}`)}${
          addresses.length > MOST_ADDRESSES ? ` and ${figure(addresses.length - MOST_ADDRESSES)} more` : ""
        }</p>`,
    ),
  )}${
    derivation.length === 0
      ? undefined
      : term("Why", html`<ol>${derivation.map((step) => html`<li>${prose(step)}</li>`)}</ol>`)
  }${aside === undefined ? term("What to do", html`<p>${prose(remedy)}</p>`) : term("Set aside", html`<p>${aside}</p>`)}${
    since === undefined ? undefined : term("In force", html`<p>${since}</p>`)
  }${
    citations.length === 0
      ? undefined
      : term(
          "Source",
          html`<p>${citations.map(({ cite, url }, i) => html`${i === 0 ? "" : "; "}${link(cite, url)}`)}</p>`,
        )
  }</dl>`;
}

function term(name: string, said: Html | readonly Html[]): Html {
  return html`<dt>${name}</dt><dd>${said}</dd>`;
}

function placements({ placements: rows }: Picture): Html {
  if (rows.length === 0)
    return section("placements", "Placements", "", html`<p class="none">No accelerators are placed.</p>`);
  const count = rows.reduce((sum, { instances }) => sum + instances, 0);
  const heads = [
    ["Address", "address"],
    ["Chip", "chip"],
    ["Accelerators", "count"],
    ["Class", "class"],
    ["TPP each", "tpp"],
    ["Country", "country"],
    ["Verdict", "answer"],
  ] as const;
  const head = html`<tr>${heads.map(
    ([text, by]) =>
      html`<th scope="col"${by === "count" || by === "tpp" ? html` class="n"` : undefined} aria-sort="none"><button type="button" data-sort="${by}">${text}</button></th>`,
  )}</tr>`;
  return section(
    "placements",
    "Placements",
    `${counted(count, "placement")}; instances that differ in their index only stand together.`,
    paged("Placements", head, rows.map(placementRow)),
  );
}

function placementRow(row: PlacedRow): Html {
  const { address, stack, name, accelerator, each, instances, tpp, location, answer, rules } = row;
  const more = instances === 1 ? undefined : html` <small>and ${figure(instances - 1)} more</small>`;
  const count = `${instances === 1 ? "" : `${figure(instances)} × `}${each === null ? "?" : figure(each)}`;
  const place = [location.cloud, location.zone ?? location.region ?? "unknown"].join(" ");
  const found = className(row);
  return html`<tr data-answer="${answer}" data-class="${found}" data-country="${row.countryName}" data-stack="${stack}" data-n="${each === null ? -1 : each * instances} ${tpp ?? -1}"><th scope="row">${code(address)}${more}<small>${stack}</small></th><td>${name}<small>${accelerator}</small></td><td class="n">${count}</td><td>${found}</td><td class="n">${quantity(tpp)}</td><td>${row.countryName}<small>${place}</small></td><td>${badge(answer)}${rules.length === 0 ? undefined : html`<small>${rules.join(", ")}</small>`}</td></tr>\n`;
}

/** A table whose rows the script filters and shows by the page; without it all are there. */
function paged(name: string, head: Html, rows: readonly Html[]): Html {
  const id = name.toLowerCase();
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="paged" id="${id}-table" aria-describedby="${id}-count"><caption class="unseen">${name}</caption><thead>${head}</thead><tbody>
${rows}</tbody></table></div>
<nav class="pager live" aria-label="Pages of ${id}"><span id="${id}-count" aria-live="polite"></span><button type="button" data-page="-1">Previous</button><button type="button" data-page="1">Next</button></nav>`;
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
