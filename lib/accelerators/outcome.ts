import type { Datasheet } from "./datasheet";
import type { AcceleratorClass, Edition, Range, Test } from "./edition";
import type { Bounds } from "./figures";

export type Figure = keyof Test;

export type Figures = Readonly<Record<Figure, Bounds>>;

/** Tiers of an edition by position, strictest first; the position after the last is "in none". */
export interface Outcome {
  readonly strictest: number;
  readonly laxest: number;
}

// More of a figure never leads to a laxer tier, so the two corners bound everything between them.
export function outcomeOf(edition: Edition, datasheet: Datasheet, figures: Figures): Outcome {
  return {
    strictest: tierAt(edition, datasheet, (figure) => figures[figure].high),
    laxest: tierAt(edition, datasheet, (figure) => figures[figure].low),
  };
}

/** The classes from the strictest outcome to the laxest. */
export function classesOf({ tiers, otherwise }: Edition, outcome: Outcome): (AcceleratorClass | null)[] {
  return [...tiers.map((tier) => tier.class), otherwise].slice(outcome.strictest, outcome.laxest + 1);
}

/** Whether the edition leaves the chip out because it is not for data centres. */
export function excluded(edition: Edition, { marketedForDataCentres }: Datasheet, tpp: number): boolean {
  return marketedForDataCentres === false && tpp < (edition.dataCentresOnlyBelowTpp ?? 0);
}

export function meets(test: Test, value: (figure: Figure) => number): boolean {
  return Object.entries(test).every(([figure, range]) => within(range, value(figure as Figure)));
}

function tierAt(edition: Edition, datasheet: Datasheet, value: (figure: Figure) => number): number {
  const { tiers } = edition;
  if (excluded(edition, datasheet, value("tpp"))) return tiers.length;
  const tier = tiers.findIndex(({ anyOf }) => anyOf.some((test) => meets(test, value)));
  return tier < 0 ? tiers.length : tier;
}

function within({ atLeast, below }: Range, value: number): boolean {
  return value >= atLeast && (below === undefined || value < below);
}
