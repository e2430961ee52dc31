import { opaque } from "./gate/opaque";
import { unknownAccelerator } from "./gate/unknown-accelerator";
import { unknownLocation } from "./gate/unknown-location";
import { unresolved } from "./gate/unresolved";
import { orgCountry } from "./org/country";
import { authorization } from "./policy/authorization";
import { waiver } from "./policy/waiver";
import type { DebtRule, OpacityRule, PlacementRule, Rule, UncertaintyRule } from "./rule";
import { headquartersA } from "./us-ear/headquarters-a";
import { headquartersB } from "./us-ear/headquarters-b";
import { isInformed } from "./us-ear/is-informed";
import { uae } from "./us-ear/uae";
import { worldwideA } from "./us-ear/worldwide-a";
import { zoneA } from "./us-ear/zone-a";
import { zoneB } from "./us-ear/zone-b";

export const placementRules: readonly PlacementRule[] = [
  zoneA,
  zoneB,
  headquartersA,
  headquartersB,
  uae,
  isInformed,
  worldwideA,
  orgCountry,
];
export const uncertaintyRules: readonly UncertaintyRule[] = [unresolved, unknownAccelerator, unknownLocation];
export const opacityRules: readonly OpacityRule[] = [opaque];
export const debtRules: readonly DebtRule[] = [waiver, authorization];

/** Every rule this version judges. */
export const rules: readonly Rule[] = [...placementRules, ...uncertaintyRules, ...opacityRules, ...debtRules];

export type * from "./rule";
export { stretchOn } from "./rule";
