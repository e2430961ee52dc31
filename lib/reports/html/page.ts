import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Html, html, json } from "./html";
import type { Picture } from "./picture";
import { data } from "./sections/data";
import { matrix } from "./sections/matrix";
import { head, map } from "./sections/overview";
import { evidence, granted, rules, scenarios } from "./sections/record";
import { register } from "./sections/register";
import { totals } from "./sections/totals";

/**
 * The report as one HTML page that needs nothing else and asks nobody: its policy lets no script run but its own, which
 * builds nothing out of text.
 */
export function page(picture: Picture): string {
  const [style, early, script] = [beside("page.css"), beside("early.client.js"), beside("page.client.js")];
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(early)} ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const { countries, answers, patterns } = picture.shading;
  const names = countries.map((country) => picture.countryNames[country] ?? country);
  const sections = [
    map(picture),
    totals(picture),
    register(picture),
    data(picture),
    matrix(picture),
    granted(picture),
    scenarios(picture),
    rules(picture),
    evidence(picture),
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${picture.verdict === "blocked" ? "Blocked" : "Allowed"}: Landfall report as of ${picture.policy.asOf}</title>
<style>${new Html(style)}</style>
<script>${new Html(early)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<nav class="top-bar" aria-label="Sections"><b>Landfall</b>${SECTIONS.filter(([id]) => sections.some(({ text }) => text.includes(`<section id="${id}"`))).map(([id, name]) => html`<a href="#${id}">${name}</a>`)}<button type="button" id="theme" class="live">Light or dark</button></nav>
<main id="main" tabindex="-1">
${head(picture)}
${sections}
</main>
<footer>Landfall ${picture.tool.version} enforces what it knows of the rules and errs on the safe side. It is not legal advice.</footer>
<script type="application/json" id="shading">${json({ countries, names, answers, patterns })}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

const SECTIONS = [
  ["map-section", "Map"],
  ["totals", "Totals"],
  ["findings", "Findings"],
  ["placements", "Placements"],
  ["data", "Data"],
  ["matrix", "Matrix"],
  ["granted", "Authorizations"],
  ["scenarios", "Proposed law"],
  ["rules", "Rules"],
  ["evidence", "Evidence"],
] as const;

/** Style and scripts lie beside this file as what they are. */
function beside(name: string): string {
  return readFileSync(join(__dirname, name), "utf8");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
