import { opaque } from "./gate/opaque";
import { unknownAccelerator } from "./gate/unknown-accelerator";
import { unknownLocation } from "./gate/unknown-location";
import { unresolved } from "./gate/unresolved";
import { transfer } from "./my-sta/transfer";
import { orgCaps } from "./org/caps";
import { orgCountry } from "./org/country";
import { authorization } from "./policy/authorization";
import { waiver } from "./policy/waiver";
import { atRest } from "./residency/at-rest";
import { keys } from "./residency/keys";
import { network } from "./residency/network";
import { replication } from "./residency/replication";
import { sharing } from "./residency/sharing";
import type {
  DataRule,
  DebtRule,
  OpacityRule,
  PartyRule,
  PlacementRule,
  QuantityRule,
  Rule,
  UncertaintyRule,
} from "./rule";
import { affiliates } from "./us-ear/affiliates";
import { entityList } from "./us-ear/entity-list";
import { headquartersA } from "./us-ear/headquarters-a";
import { headquartersB } from "./us-ear/headquarters-b";
import { isInformed } from "./us-ear/is-informed";
import { redFlags, redFlagsOfChips } from "./us-ear/red-flags";
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
  redFlagsOfChips,
  transfer,
  orgCountry,
];
export const quantityRules: readonly QuantityRule[] = [orgCaps];
export const uncertaintyRules: readonly UncertaintyRule[] = [unresolved, unknownAccelerator, unknownLocation];
export const opacityRules: readonly OpacityRule[] = [opaque];
export const dataRules: readonly DataRule[] = [atRest, replication, network, keys, sharing];
export const partyRules: readonly PartyRule[] = [entityList, affiliates, redFlags];
export const debtRules: readonly DebtRule[] = [waiver, authorization];

/** Every rule this version judges, once: one that asks of chips and of parties stands in both lists. */
export const rules: readonly Rule[] = [
  ...placementRules.filter(({ id }) => !partyRules.some((rule) => rule.id === id)),
  ...quantityRules,
  ...uncertaintyRules,
  ...opacityRules,
  ...partyRules,
  ...dataRules,
  ...debtRules,
];
