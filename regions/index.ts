/**
 * Where every region and zone of the clouds stands, and the law that draws data boundaries there.
 *
 * @module landfall/regions
 */
export { clouds, regionsOf } from "./clouds";
export { defineRegion, findSite, knownSites, type SiteProps } from "./define-region";
export { candidateCountries, findRegion, locateZone, type ZonePlace } from "./locate";
export { type Regime, regimeLine, regimeOf, regimes } from "./regimes";
export type { Region, Zone, ZoneKind } from "./types";
