import { type ByLetter, byLetterOn } from "./by-letter";
import type { Confidence, Datasheet } from "./datasheet";
import { type AcceleratorClass, type Edition, editionOn } from "./edition";
import {
  anything,
  type Bounds,
  densityOf,
  exactly,
  largestDieArea,
  type Processing,
  processingOf,
} from "./figures";
import { classesOf, type Figures, outcomeOf } from "./outcome";
import { derivation, noEdition, ofLetter, ofProcessing } from "./reasons";

/** What the export rules make of an accelerator on a day, and why. */
export interface Classification {
  /** Id of the datasheet. */
  readonly accelerator: string;
  /** The edition of the rule applied, by its first day; null before there was one. */
  readonly edition: string | null;
  /** The strictest of `possible`; null before 2023-11-17, when the rule had no classes. */
  readonly class: AcceleratorClass | null;
  /** Whether the edition's thresholds catch it; a restriction by letter stands apart. */
  readonly controlled: boolean;
  /** Unrounded; null where unpublished. */
  readonly tpp: number | null;
  /** TPP per mm², unrounded; null where it cannot be computed. */
  readonly performanceDensity: number | null;
  /** Every class the figures admit, strictest first; empty while there were no classes. */
  readonly possible: readonly AcceleratorClass[];
  /** What decided: published figures, the bounds within which an unpublished one must lie, or the lack of a TPP. */
  readonly basis: "figures" | "bounds" | "unpublished";
  readonly byLetter: ByLetter | null;
  /** The derivation, a step each. */
  readonly reasoning: readonly string[];
  readonly confidence: Confidence;
}

type Verdict = Omit<Classification, "accelerator" | "edition" | "tpp" | "performanceDensity" | "byLetter">;

/**
 * The class of an accelerator under the edition of the rule in force on a day. Where figures are missing, the
 * strictest class they leave possible.
 * @param asOf yyyy-mm-dd
 * @throws RangeError when `asOf` is no such date
 */
export function classify(datasheet: Datasheet, asOf: string): Classification {
  const edition = editionOn(asOf);
  const processing = processingOf(datasheet);
  const tpp = processing?.tpp ?? null;
  const performanceDensity = densityOf(datasheet, tpp);
  const verdict = edition
    ? judge(edition, datasheet, processing, performanceDensity)
    : unjudged(datasheet, processing);
  const byLetter = byLetterOn(datasheet, verdict.class, asOf);
  return {
    accelerator: datasheet.id,
    edition: edition?.id ?? null,
    tpp,
    performanceDensity,
    ...verdict,
    byLetter,
    reasoning: byLetter ? [...verdict.reasoning, ofLetter(byLetter)] : verdict.reasoning,
  };
}

function unjudged(datasheet: Datasheet, processing: Processing | null): Verdict {
  return {
    class: null,
    controlled: false,
    possible: [],
    basis: "figures",
    reasoning: [ofProcessing(processing), noEdition],
    confidence: datasheet.confidence,
  };
}

function judge(
  edition: Edition,
  datasheet: Datasheet,
  processing: Processing | null,
  density: number | null,
): Verdict {
  const figures = figuresOf(datasheet, processing, density);
  const outcome = outcomeOf(edition, datasheet, figures);
  const classes = classesOf(edition, outcome);
  const basis = basisOf(edition, datasheet, figures, density);
  return {
    class: classes[0] ?? null,
    controlled: outcome.strictest < edition.tiers.length,
    possible: classes.filter((each) => each !== null),
    basis,
    reasoning: derivation(edition, datasheet, processing, figures, outcome),
    confidence: basis === "figures" ? lower(datasheet.confidence, edition.confidence) : "low",
  };
}

function figuresOf(datasheet: Datasheet, processing: Processing | null, density: number | null): Figures {
  const { interconnectBidirGBs: interconnect } = datasheet;
  return {
    tpp: processing ? exactly(processing.tpp) : anything,
    performanceDensity: density === null ? densityBounds(datasheet, processing) : exactly(density),
    interconnectBidirGBs: interconnect === undefined ? anything : exactly(interconnect),
  };
}

function densityBounds(datasheet: Datasheet, processing: Processing | null): Bounds {
  const area = largestDieArea(datasheet);
  return area === null || processing === null ? anything : { ...anything, low: processing.tpp / area };
}

function basisOf(
  edition: Edition,
  datasheet: Datasheet,
  figures: Figures,
  density: number | null,
): Classification["basis"] {
  const published = density === null ? { ...figures, performanceDensity: anything } : figures;
  const { strictest, laxest } = outcomeOf(edition, datasheet, published);
  if (strictest === laxest) return "figures";
  return figures.tpp === anything ? "unpublished" : "bounds";
}

function lower(one: Confidence, other: Confidence): Confidence {
  const order: readonly Confidence[] = ["low", "medium", "high"];
  return order[Math.min(order.indexOf(one), order.indexOf(other))] ?? "low";
}
