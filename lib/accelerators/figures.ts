import type { Datasheet, NumberFormat } from "./datasheet";

/**
 * Bits of the largest input to the multiplication (15 CFR part 774 Supp. No. 1, notes to 3A090); for tf32 the 19
 * that reach the multiplier. Among formats that give the same TPP the first here explains it.
 */
export const bitsOf: Readonly<Record<NumberFormat, number>> = {
  fp8: 8,
  int8: 8,
  bf16: 16,
  fp16: 16,
  tf32: 19,
  fp32: 32,
  fp64: 64,
  fp6: 6,
  fp4: 4,
  int4: 4,
};

/** The largest area a lithography reticle exposes (26 × 33 mm), so the largest single die, in mm². */
export const reticleMm2 = 858;

/** Total processing performance: the highest product of dense tera-operations per second and bits. */
export interface Processing {
  readonly tpp: number;
  readonly format: NumberFormat;
  readonly rate: number;
}

/** Every value a figure may have; both ends the same where it is known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const anything: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

export const exactly = (value: number): Bounds => ({ low: value, high: value });

/** Null where no dense peak is published. */
export function processingOf({ densePeak = {} }: Datasheet): Processing | null {
  let best: Processing | null = null;
  for (const format of Object.keys(bitsOf) as NumberFormat[]) {
    const rate = densePeak[format];
    if (rate === undefined) continue;
    const tpp = product(rate, bitsOf[format]);
    if (best === null || tpp > best.tpp) best = { tpp, format, rate };
  }
  return best;
}

/** TPP per mm² of applicable die area; 0 for a planar process, which has none (our reading). Null where unknown. */
export function densityOf({ applicableDieAreaMm2: area }: Datasheet, tpp: number | null): number | null {
  if (area === 0) return 0;
  return area === undefined || tpp === null ? null : tpp / area;
}

/** The largest applicable die area there can be, in mm²; null where not even the number of dies is known. */
export function largestDieArea({ dieAreaAtMostMm2, dieAreaMm2, dieAreaParts }: Datasheet): number | null {
  const stated = dieAreaAtMostMm2 ?? dieAreaMm2;
  if (stated !== undefined) return stated;
  return dieAreaParts === undefined ? null : reticleMm2 * diesIn(dieAreaParts);
}

export function diesIn(parts: NonNullable<Datasheet["dieAreaParts"]>): number {
  return parts.reduce((dies, { count }) => dies + count, 0);
}

// Fifteen digits hold any datasheet's product exactly and drop what binary fractions add (10066.3 × 6).
function product(rate: number, bits: number): number {
  return Number((rate * bits).toPrecision(15));
}
