import type { Confidence } from "../../accelerators";
import { inSupplement5a, isMacauOrD5 } from "../../jurisdictions";
import type { Facts } from "../../policy/policy";
import type { Context, RoleOfParty } from "../rule";
import type { sources } from "../sources";
import { party } from "../text";

/** A published sign of diversion, and what in a policy raises it. */
export interface Flag {
  /** Its number in 15 CFR part 732, Supp. No. 3; null for one of BIS's guidance. */
  readonly number: number | null;
  readonly says: string;
  readonly source: keyof typeof sources;
  /** First day, yyyy-mm-dd; all of them last. */
  readonly from: string;
  readonly confidence: Confidence;
  readonly raisedBy: (context: Context) => readonly Raised[];
}

export interface Raised {
  /** Where in the policy file. */
  readonly address: string;
  /** What the policy says there. */
  readonly because: string;
  readonly party: string | null;
}

const SUPPLEMENT = { source: "15 CFR part 732, Supp. No. 3" } as const;
// The supplement was read as of 2026-09-24. Flags 1 to 14 are older than the chip rules and are read as having stood
// on their first day; 1 to 19 stood before the end of 2024, and 17 and 18 speak of what began with the 2023 edition.
const STANDING = { ...SUPPLEMENT, from: "2022-10-07", confidence: "high" } as const;
const OF_2023 = { ...SUPPLEMENT, from: "2023-11-17", confidence: "low" } as const;
const OF_2024 = { ...SUPPLEMENT, from: "2024-12-31", confidence: "medium" } as const;
const OF_DIFFUSION = { ...SUPPLEMENT, from: "2025-01-13", confidence: "medium" } as const;
const GUIDANCE = {
  number: null,
  source: "BIS guidance of 2025-05-13",
  from: "2025-05-13",
  confidence: "medium",
} as const;

/** The day the chip controls began; what was ordered before cannot have been ordered because of them. */
const CONTROLS_BEGAN = "2022-10-07";

export const flags: readonly Flag[] = [
  {
    ...STANDING,
    number: 2,
    says: "what the accelerators can do does not fit the buyer's business",
    raisedBy: answered("fitsBusiness", false),
  },
  {
    ...STANDING,
    number: 4,
    says: "the customer has little or no business background",
    raisedBy: answered("businessBackground", false),
  },
  {
    ...STANDING,
    number: 8,
    says: "the delivery goes to an out-of-the-way destination",
    raisedBy: answered("deliveryAddress", "remote"),
  },
  {
    ...STANDING,
    number: 9,
    says: "a freight forwarder is the final destination",
    raisedBy: answered("deliveryAddress", "freight-forwarder"),
  },
  {
    ...STANDING,
    number: 12,
    says: "the buyer does not say plainly whether the accelerators stay, are exported or are reexported",
    raisedBy: answered("destinationStated", false),
  },
  {
    ...OF_2023,
    number: 17,
    says: "a party is known to make items for companies with supercomputers in Macau or Country Group D:5",
    raisedBy: answered("suppliesSupercomputers", true),
  },
  {
    ...OF_2023,
    number: 18,
    says: "a party means to develop or make restricted supercomputers or integrated circuits",
    raisedBy: answered("plansSupercomputer", true),
  },
  {
    ...OF_2024,
    number: 21,
    says: "it is not clear who ultimately owns or uses the accelerators",
    raisedBy: unclearEndUser,
  },
  {
    ...OF_2024,
    number: 22,
    says: "it is not known under which licences the hardware came where it is",
    raisedBy: answered("licenseHistoryKnown", false),
  },
  {
    ...OF_2024,
    number: 24,
    says: "a new customer is led by people of a party on the Entity List",
    raisedBy: answered("leadershipOverlapsListedParty", true),
  },
  {
    ...OF_DIFFUSION,
    number: 28,
    says: "rented compute trains a model of ECCN 4E091 for a party from outside the countries of Supp. No. 5 para. (a) to part 740 (the flag came with the AI Diffusion rule)",
    raisedBy: controlledTraining,
  },
  {
    ...GUIDANCE,
    says: "advanced accelerators were first ordered, or ordered in much larger numbers, only after October 2022",
    raisedBy: lateOrders,
  },
  {
    ...GUIDANCE,
    says: "the delivery address is a home, or vague",
    raisedBy: (context) =>
      (["residential", "vague"] as const).flatMap((kind) => answered("deliveryAddress", kind)(context)),
  },
  {
    ...GUIDANCE,
    says: "the customer can hardly be found online",
    raisedBy: answered("publicPresence", false),
  },
  {
    ...GUIDANCE,
    says: "nothing in the business needs that much compute",
    raisedBy: answered("businessCaseShown", false),
  },
  {
    ...GUIDANCE,
    says: "the data centre does not show the power, cooling or space for the order",
    raisedBy: answered("siteCapacityShown", false),
  },
  {
    ...GUIDANCE,
    says: "an intermediary that is not usual in the trade stands between",
    raisedBy: answered("intermediary", "unusual"),
  },
  {
    ...GUIDANCE,
    says: "a name or an address is close to that of a listed party",
    raisedBy: answered("resemblesListedParty", true),
  },
  {
    ...GUIDANCE,
    says: "the end user does not confirm that it is not headquartered in China",
    raisedBy: answered("headquartersConfirmed", false),
  },
  {
    ...GUIDANCE,
    says: "models are trained for a party headquartered in, or owned from, Macau or Country Group D:5, which can need a licence where weapons of mass destruction or military intelligence are known to be the use",
    raisedBy: trainingForD5,
  },
  {
    ...GUIDANCE,
    // No list names it; it follows from the policy statement and from what licence applications must disclose.
    confidence: "low",
    says: "a tenant is headquartered in, or owned from, Macau or Country Group D:5",
    raisedBy: ({ parties, asOf }) =>
      parties
        .filter(({ path, headquarters }) => path.startsWith("endUsers[") && isMacauOrD5(headquarters, asOf))
        .map(raisedByParty),
  },
];

/** Raised where a fact is stated with this answer. */
function answered<Key extends keyof Facts>(key: Key, answer: Facts[Key]): Flag["raisedBy"] {
  return ({ policy }) => (policy.facts[key] === answer ? [stated(policy.facts, key)] : []);
}

function stated(facts: Facts, key: keyof Facts): Raised {
  return { address: `facts.${key}`, because: `${key}: ${facts[key]}`, party: null };
}

function unclearEndUser(context: Context): Raised[] {
  const { endUsersStated } = context.policy;
  const because = "endUsers is left out; [] would state that the compute is for internal use only";
  return [
    ...answered("endUserVerified", false)(context),
    ...answered("tenantsDisclosed", false)(context),
    ...(endUsersStated ? [] : [{ address: "endUsers", because, party: null }]),
  ];
}

function lateOrders(context: Context): Raised[] {
  const { facts } = context.policy;
  const late = (facts.firstAcceleratorOrder ?? "") > CONTROLS_BEGAN;
  return [
    ...(late ? [stated(facts, "firstAcceleratorOrder")] : []),
    ...answered("ordersRoseSharply", true)(context),
  ];
}

function controlledTraining({ policy, parties, asOf }: Context): Raised[] {
  if (policy.facts.controlledWeights !== true) return [];
  return parties.filter(({ headquarters }) => !inSupplement5a(headquarters, asOf)).map(raisedByParty);
}

function trainingForD5({ policy, parties, asOf }: Context): Raised[] {
  const { modelTraining, controlledWeights } = policy.facts;
  if (modelTraining !== true && controlledWeights !== true) return [];
  return parties.filter(({ headquarters }) => isMacauOrD5(headquarters, asOf)).map(raisedByParty);
}

function raisedByParty(one: RoleOfParty): Raised {
  return { address: one.path, because: party(one), party: one.name };
}
