import { counted, figure } from "../../format";
import { type Html, html } from "../html";
import { worldMap } from "../map/map";
import type { Picture } from "../picture";
import { badge, prose, quantity, section } from "../pieces";
import type { Choice } from "../shading";

/** Verdict and key figures. */
export function head(picture: Picture): Html {
  const { verdict, verdictLine, policy, tool, organization, remarks, sum, totals, findings } = picture;
  const blocking = findings.filter(({ answer }) => answer === "blocked");
  const said = verdictLine.replace(/^\w+: /, "");
  const figures: readonly [string, string, string][] = [
    [quantity(sum.accelerators), "accelerators", `in ${counted(sum.placements, "placement")}`],
    [quantity(sum.tpp), "TPP", "total processing performance"],
    [
      figure(totals.byCountry.length),
      totals.byCountry.length === 1 ? "country" : "countries",
      totals.byCountry
        .slice(0, 3)
        .map(({ name }) => name)
        .join(", "),
    ],
    [
      figure(blocking.reduce((all, { findings: count }) => all + count, 0)),
      "blocking",
      [...new Set(blocking.map(({ rule }) => rule))].slice(0, 3).join(", ") || "no rule blocks",
    ],
  ];
  return html`<header class="top">
<p class="eyebrow">Landfall report<span> · ${organization}</span></p>
<h1 class="${verdict}">${verdict === "blocked" ? "Blocked" : "Allowed"}</h1>
<p class="verdict">${said[0]?.toUpperCase()}${said.slice(1)}</p>
<p class="asof">Rules as of <time datetime="${policy.asOf}">${policy.asOf}</time> · policy ${policy.path ?? "given by the program"} · Landfall ${tool.version}</p>
<dl class="figures">${figures.map(([value, name, more]) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`)}</dl>
${remarks.map(({ level, text }) => html`<p class="remark ${level}">${prose(text)}</p>`)}
</header>`;
}

/** The world. */
export function map(picture: Picture): Html {
  const { shading, outlines } = picture;
  const { svg, views, nowhere } = worldMap(picture);
  const options = (name: string, choices: readonly Choice[]) =>
    choices.length === 0
      ? html``
      : html`<optgroup label="${name}">${choices.map((one) => html`<option value="${one.pattern}">${one.name}</option>`)}</optgroup>`;
  const body = html`<div class="controls live">
<label for="kind">Countries shaded for</label>
<select id="kind">${options("Class", shading.classes)}${options("Placed here", shading.placed)}${options("Catalogue", shading.others)}</select>
<fieldset class="views"><legend class="unseen">Part of the map</legend>${views.map(
    ({ name, box, scale }, i) =>
      html`<label><input type="radio" name="view" value="${box}" data-scale="${scale}"${i === 0 ? html` checked` : undefined}><span>${name}</span></label>`,
  )}</fieldset></div>
<figure class="map">${svg}
<p id="readout" class="readout" aria-live="polite">Shaded for ${shading.classes[0]?.name ?? "no class"} under the policy, quantities aside.</p></figure>
<div class="legend" role="list" aria-label="Legend">
<span role="listitem"><i class="blocked"></i>blocked</span><span role="listitem"><i class="warned"></i>warning</span><span role="listitem"><i class="authorized"></i>authorized</span><span role="listitem"><i class="allowed"></i>allowed</span>
<span role="listitem"><svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true"><circle class="key" cx="9" cy="7" r="5.5"/></svg>placement, its area by accelerators</span>
${
  picture.routes.length === 0
    ? undefined
    : html`<span role="listitem"><svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true"><path class="key-blocked" d="M1 5h28"/></svg>data, refused</span><span role="listitem"><svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true"><path class="key-flow" d="M1 5h28"/></svg>data, permitted</span>`
}${outlines.map(
  ({ name }, i) =>
    html`<span role="listitem"><svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true"><path class="bound-${Math.min(i, 5)}" d="M1 5h28"/></svg>boundary ${name}</span>`,
)}</div>
${
  nowhere.length === 0
    ? undefined
    : html`<p class="nowhere">Not on the map, for want of a country: ${nowhere.map(
        ({ cloud, code, accelerators, answer }, i) =>
          html`${i === 0 ? "" : ", "}${cloud} ${code} (${quantity(accelerators)} accelerators) ${badge(answer)}`,
      )}.</p>`
}`;
  return section(
    "map-section",
    "Where it stands",
    html`Dots stand in the city that the provider names, or in the middle of the country. Borders are Natural Earth’s; they decide nothing.`,
    body,
  );
}
