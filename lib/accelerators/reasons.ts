import { grouped } from "../text/number";
import type { ByLetter } from "./by-letter";
import type { Datasheet } from "./datasheet";
import { type Edition, editions, type Range, type Test } from "./edition";
import { bitsOf, diesIn, largestDieArea, type Processing, reticleMm2 } from "./figures";
import { classesOf, excluded, type Figure, type Figures, meets, type Outcome } from "./outcome";

export const noEdition = `no edition of the rule before ${editions[0]?.id} → not controlled`;

/** The steps from a datasheet's figures to its class. */
export function derivation(
  edition: Edition,
  datasheet: Datasheet,
  processing: Processing | null,
  figures: Figures,
  outcome: Outcome,
): string[] {
  return [
    ofProcessing(processing),
    ...(judges(edition, "performanceDensity") ? ofDensity(datasheet, processing, figures) : []),
    ...(judges(edition, "interconnectBidirGBs") ? [ofInterconnect(datasheet)] : []),
    ofOutcome(edition, datasheet, figures, outcome),
  ];
}

export function ofProcessing(processing: Processing | null): string {
  if (processing === null) return "no dense peak rate published → TPP unknown";
  const { tpp, format, rate } = processing;
  return `${shown(rate)} dense tera-ops/s at ${bitsOf[format]} bits (${format}) → TPP ${shown(tpp)}`;
}

export function ofLetter({ kind, since, reason }: ByLetter): string {
  return `${kind === "guidance" ? "under BIS guidance" : "restricted by letter"} since ${since}: ${reason}`;
}

function ofDensity(datasheet: Datasheet, processing: Processing | null, figures: Figures): string[] {
  const { applicableDieAreaMm2: area } = datasheet;
  const { low } = figures.performanceDensity;
  if (area === 0) return ["planar process, no applicable die area → PD 0"];
  if (processing === null) return [];
  if (area !== undefined) return [`${shown(processing.tpp)} ÷ ${shown(area)} mm² → PD ${shown(low)}`];
  const largest = largestDieArea(datasheet);
  if (largest === null) return ["die area and number of dies unpublished → PD ≥ 0"];
  return [`die area unpublished, at most ${shown(largest)} mm²${why(datasheet)} → PD ≥ ${shown(low)}`];
}

function why({ dieAreaAtMostMm2, dieAreaMm2, dieAreaParts = [] }: Datasheet): string {
  if (dieAreaAtMostMm2 !== undefined || dieAreaMm2 !== undefined) return "";
  return ` (${diesIn(dieAreaParts)} × the ${reticleMm2} a reticle exposes)`;
}

function ofInterconnect({ interconnectBidirGBs: interconnect }: Datasheet): string {
  return interconnect === undefined ? "interconnect unpublished" : `interconnect ${shown(interconnect)} GB/s`;
}

function ofOutcome(edition: Edition, datasheet: Datasheet, figures: Figures, outcome: Outcome): string {
  const names = classesOf(edition, outcome).map((each, index) =>
    each === null ? nameless(edition, outcome.strictest + index) : each,
  );
  const [strictest = ""] = names;
  if (names.length > 1) return `could be ${names.join(" or ")}; the strictest counts → ${strictest}`;
  return `${grounds(edition, datasheet, figures, outcome)} → ${strictest}`;
}

function nameless({ tiers }: Edition, tier: number): string {
  return tier < tiers.length ? "controlled" : "not controlled";
}

function grounds(edition: Edition, datasheet: Datasheet, figures: Figures, { strictest }: Outcome): string {
  if (excluded(edition, datasheet, figures.tpp.high))
    return `not for data centres and TPP < ${shown(edition.dataCentresOnlyBelowTpp ?? 0)}`;
  const test = edition.tiers[strictest]?.anyOf.find((each) => meets(each, (figure) => figures[figure].low));
  return test ? conditions(test) : `meets no test of the ${edition.id} edition`;
}

const symbols: Record<Figure, { name: string; unit: string }> = {
  tpp: { name: "TPP", unit: "" },
  performanceDensity: { name: "PD", unit: "" },
  interconnectBidirGBs: { name: "interconnect", unit: " GB/s" },
};

function conditions(test: Test): string {
  const parts = Object.entries(test) as [Figure, Range][];
  return parts.map(([figure, range]) => condition(figure, range)).join(" and ");
}

function condition(figure: Figure, { atLeast, below }: Range): string {
  const { name, unit } = symbols[figure];
  if (below === undefined) return `${name} ≥ ${shown(atLeast)}${unit}`;
  return `${shown(atLeast)} ≤ ${name} < ${shown(below)}${unit}`;
}

function judges({ tiers }: Edition, figure: Figure): boolean {
  return tiers.some(({ anyOf }) => anyOf.some((test) => figure in test));
}

const thresholds = new Set(
  editions.flatMap(({ tiers }) =>
    tiers.flatMap(({ anyOf }) => anyOf.flatMap((test) => Object.values(test).map(({ atLeast }) => atLeast))),
  ),
);

// Two decimals, unless they would show a threshold that was not reached.
function shown(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return value < rounded && thresholds.has(rounded) ? grouped(value) : grouped(value, 2);
}
