export { clouds, regionsOf } from "./clouds";
export { defineRegion, findSite, knownSites, type SiteProps } from "./define-region";
export { candidateCountries, findRegion, locateZone, type ZonePlace } from "./locate";
export { type Regime, regimeLine, regimeOf, regimes } from "./regimes";
export type { Region, Zone, ZoneKind } from "./types";
