/**
 * Accelerators: what they are, which machines carry them, and how the export rules class them on a given day.
 *
 * @module landfall/accelerators
 */
export type { ByLetter } from "./by-letter";
export { type Classification, classify } from "./classify";
export type { Cloud, Confidence, Datasheet, DieGroup, NumberFormat, UnverifiedField } from "./datasheet";
export { datasheets } from "./datasheets";
export {
  type AcceleratorClass,
  type Citation,
  type Edition,
  editionOn,
  editions,
  type Range,
  type Test,
  type Tier,
} from "./edition";
export {
  lookUpDatasheet,
  lookUpGuestAccelerator,
  lookUpMachine,
  type MachineLookup,
  machinesMatching,
  machinesOfFamily,
} from "./look-up";
export { acceleratorFamily, awsFamilyPrefixes } from "./machines/family";
export type { GuestAccelerator } from "./machines/google-guests";
export type { Machine } from "./machines/machine";
export { type SourceKey, sources } from "./sources";
