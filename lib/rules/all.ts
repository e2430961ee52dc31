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

/** The rules that are asked of one accelerator in one country. */
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
/** The rules that are asked of all placements together. */
export const quantityRules: readonly QuantityRule[] = [orgCaps];
/** The rules that are asked of placements that the documents do not decide. */
export const uncertaintyRules: readonly UncertaintyRule[] = [unresolved, unknownAccelerator, unknownLocation];
/** The rules that are asked of what cannot be read. */
export const opacityRules: readonly OpacityRule[] = [opaque];
/** The rules that are asked of ways by which data leaves its boundary. */
export const dataRules: readonly DataRule[] = [atRest, replication, network, keys, sharing];
/** The rules that are asked of the parties and facts that the policy states. */
export const partyRules: readonly PartyRule[] = [entityList, affiliates, redFlags];
/** The rules that are asked of the policy's own debts. */
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
