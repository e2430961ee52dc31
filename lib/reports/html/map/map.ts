import { figure } from "../../format";
import { type Html, html } from "../html";
import type { Outline, Picture } from "../picture";
import { answerWords } from "../pieces";
import type { Spot } from "../spots";
import { type Arc, arcsOf, spotOf } from "./arcs";
import { anchorOf, type Dot, type Side, sidesOf } from "./labels";
import { CLOSE, type View, viewsOf } from "./views";
import { type Country, HEIGHT, WIDTH, World, type XY } from "./world";

/** The world with what is placed, the boundaries and where data goes. */
export interface WorldMap {
  readonly svg: Html;
  readonly views: readonly View[];
  /** What stands nowhere that the map could show. */
  readonly nowhere: readonly Spot[];
}

/** Boundaries beyond these share the last one's line. */
export const OUTLINES = 6;

/** Read once: it does not change. */
let world: World | undefined;

export function worldMap(picture: Picture): WorldMap {
  world ??= new World();
  const borders = world;
  const placed = picture.spots.map((spot) => ({ spot, at: spotOf(spot.point, borders) }));
  const shown = placed.flatMap(({ spot, at }) => (at === undefined ? [] : [{ spot, at }]));
  const arcs = arcsOf(picture.routes, borders);
  const points = [...shown.map(({ at }) => at), ...arcs.map(({ middle }) => middle)];
  const svg = html`<svg id="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" tabindex="-1" aria-label="World map. The tables below say the same in words.">
${patterns}
<rect class="sea" width="${WIDTH}" height="${HEIGHT}"/>
<g class="land" aria-hidden="true">${borders.countries.map((country) => land(country, picture))}</g>
<g class="bounds" aria-hidden="true">${picture.outlines.map((outline, i) => bound(outline, i, borders))}</g>
<g class="arcs" aria-hidden="true">${arcs.map(arc)}</g>
<g class="spots">${dots(shown)}</g>
</svg>`;
  return {
    svg,
    views: viewsOf(points),
    nowhere: placed.flatMap(({ spot, at }) => (at === undefined ? [spot] : [])),
  };
}

/** Answers differ in their hatching too, for those who do not see the colours. */
const patterns = html`<defs>
<pattern id="hatch-blocked" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" data-turn="rotate(45)"><rect class="fill" width="5" height="5"/><rect class="line" width="1.3" height="5"/></pattern>
<pattern id="hatch-warned" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="fill" width="5" height="5"/><circle class="line" cx="2.5" cy="2.5" r=".75"/></pattern>
<pattern id="hatch-authorized" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="fill" width="5" height="5"/><rect class="line" width="5" height="1"/></pattern>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5.5" markerHeight="5.5" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker>
<marker id="arrow-blocked" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5.5" markerHeight="5.5" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker>
</defs>`;

function land({ code, path, middle: [x, y], isSmall }: Country, { shading }: Picture): Html {
  const { countries, patterns, classes, answers } = shading;
  const position = code === null ? -1 : countries.indexOf(code);
  const answer = answers[patterns[classes[0]?.pattern ?? 0]?.[position] ?? -1]?.answer ?? "unjudged";
  const names = html`data-v="${answer}"${position < 0 ? undefined : html` data-c="${code ?? ""}"`}`;
  const outline = path === "" ? undefined : html`<path ${names} d="${path}"/>`;
  // Nothing can be said of land without a code, so that nobody need see it.
  const isMarked = isSmall && code !== null;
  return html`${outline}${isMarked ? html`<circle ${names} cx="${x}" cy="${y}" r="2"/>` : undefined}`;
}

function bound({ countries }: Outline, i: number, world: World): Html {
  const path = world.outline(countries);
  return path === "" ? html`` : html`<path class="bound-${Math.min(i, OUTLINES - 1)}" d="${path}"/>`;
}

function arc({ route, path, middle: [x, y] }: Arc): Html {
  const { answer, from, toName, ways } = route;
  const title = `${from.name} to ${toName}: ${answerWords[answer]}, ${ways.length === 1 ? "1 way" : `${ways.length} ways`}`;
  const bar =
    answer === "blocked"
      ? html`<g class="fixed" transform="translate(${x} ${y})" data-at="${x} ${y}"><circle class="bar" r="5.5"/><path class="bar" d="M-2.5-2.5 2.5 2.5M2.5-2.5-2.5 2.5"/></g>`
      : undefined;
  const end = answer === "blocked" ? "arrow-blocked" : "arrow";
  return html`<g class="arc ${answer}"><title>${title}</title><path d="${path}" marker-end="url(#${end})"/>${bar}</g>`;
}

interface Shown {
  readonly spot: Spot;
  readonly at: XY;
}

function dots(shown: readonly Shown[]): Html[] {
  const most = Math.max(1, ...shown.map(({ spot }) => spot.accelerators ?? 0));
  const drawn = shown.map(
    ({ spot, at }): Dot => ({ at, radius: radiusOf(spot, most), lines: linesOf(spot) }),
  );
  const far = sidesOf(drawn, 1, [WIDTH, HEIGHT]);
  const close = sidesOf(drawn, CLOSE, [WIDTH, HEIGHT]);
  return shown.map(({ spot, at: [x, y] }, i) => {
    const dot = drawn[i] as Dot;
    const { country } = spot.point;
    return html`<a class="spot fixed ${spot.answer}" href="#placements" data-filter="${spot.code}"${country === null ? undefined : html` data-c="${country}"`} transform="translate(${x} ${y})" data-at="${x} ${y}" aria-label="${spokenOf(spot)}"><circle r="${dot.radius}"/>${core(spot, dot)}${label(dot, far[i], "far")}${label(dot, close[i], "close")}</a>`;
  });
}

/** The mark of the answer inside, where there is room for one. */
function core({ answer }: Spot, { radius }: Dot): Html {
  if (radius < 6) return html``;
  const marks = {
    blocked: html`<path class="mark" d="M-3-3 3 3M3-3-3 3"/>`,
    warned: html`<path class="mark" d="M0-3.5V1M0 3v.6"/>`,
    authorized: html`<path class="mark" d="M-3 0-.8 2.4 3.2-2.4"/>`,
    allowed: html`<path class="mark" d="M-3 0-.8 2.4 3.2-2.4"/>`,
  } as const;
  return marks[answer];
}

/** The area grows with the number of accelerators. */
function radiusOf({ accelerators }: Spot, most: number): number {
  return Math.round((5 + 13 * Math.sqrt((accelerators ?? most) / most)) * 10) / 10;
}

function label(dot: Dot, side: Side | undefined, when: "far" | "close"): Html {
  if (side === undefined) return html``;
  const { x, y, anchor } = anchorOf(dot, side);
  const lines = dot.lines.map(
    (line, i) => html`<tspan x="${x}"${i === 0 ? undefined : html` dy="13"`}>${line}</tspan>`,
  );
  return html`<text class="${when}" x="${x}" y="${y}" text-anchor="${anchor}">${lines}</text>`;
}

function linesOf({ chips, code }: Spot): string[] {
  const [first, ...others] = chips;
  const more = others.length === 0 ? "" : ` + ${others.length} more`;
  return [`${amountOf(first?.accelerators ?? null)} × ${shortName(first?.name ?? "")}${more}`, code];
}

/** "H200 SXM" of "NVIDIA H200 SXM". */
function shortName(name: string): string {
  return name.replace(/^\S+ (?=\S)/, "");
}

function amountOf(accelerators: number | null): string {
  return accelerators === null ? "?" : figure(accelerators);
}

function spokenOf({ code, countryName, chips, answer }: Spot): string {
  const what = chips.map(({ name, accelerators }) => `${amountOf(accelerators)} × ${name}`).join(", ");
  return `${code}, ${countryName}: ${what}; ${answerWords[answer]}. Shows its placements.`;
}
