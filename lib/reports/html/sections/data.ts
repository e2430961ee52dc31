import { counted } from "../../format";
import { type Html, html } from "../html";
import type { Outline, Picture } from "../picture";
import { badge, code, section, table } from "../pieces";
import type { Route } from "../routes";

/** Ways named before the rest is counted. */
const MOST_WAYS = 8;

/** Boundaries, and what leaves them; nothing where none is drawn. */
export function data({ outlines, routes, declaredFlows, countryNames }: Picture): Html {
  if (outlines.length === 0) return html``;
  const declared = declaredFlows.map(
    ({ from, to, purpose, resources, authorization }) =>
      html`<tr><th scope="row">${from} → ${to}</th><td>${purpose}</td><td>${resources.join(", ")}</td><td>${authorization}</td></tr>`,
  );
  return section(
    "data",
    "Where data goes",
    "Data that stays within its boundary is not listed.",
    html`<h3>Boundaries</h3>${table(
      "Boundaries",
      [{ text: "Boundary" }, { text: "Countries" }, { text: "Accounts" }, { text: "Drawn by" }],
      outlines.map((outline) => outlineRow(outline, countryNames)),
      "",
    )}<h3>Ways out of them</h3>${table(
      "Ways out of boundaries",
      [{ text: "From" }, { text: "To" }, { text: "Through" }, { text: "Boundary" }, { text: "Verdict" }],
      routes.map(routeRow),
      "Nothing leaves a boundary.",
    )}${
      declared.length === 0
        ? undefined
        : html`<h3>Declared flows</h3>${table("Declared flows", [{ text: "Boundaries" }, { text: "Purpose" }, { text: "Resources" }, { text: "Permitted by" }], declared, "")}`
    }`,
  );
}

function outlineRow({ name, from, countries, accounts }: Outline, names: Picture["countryNames"]): Html {
  const where = countries.map((country) => names[country] ?? country).join(", ");
  const whose = accounts === null ? "any" : accounts.join(", ");
  return html`<tr><th scope="row">${name}</th><td>${where === "" ? "not known" : where}</td><td>${whose}</td><td>${from}</td></tr>`;
}

function routeRow({ from, toName, ways, boundary, answer, rule, permittedBy }: Route): Html {
  const rest = ways.length - MOST_WAYS;
  const by = permittedBy.length === 0 ? rule : `${rule}, by ${permittedBy.join(", ")}`;
  return html`<tr><td class="whole">${rule === "residency/at-rest" ? "at rest" : from.name}</td><td>${toName}</td><td>${ways
    .slice(0, MOST_WAYS)
    .map(
      (way) => html`<p>${code(way)}</p>`,
    )}${rest > 0 ? html`<p>and ${counted(rest, "more way")}</p>` : undefined}</td><td>${boundary}</td><td>${badge(answer)}<small>${by}</small></td></tr>`;
}
