import { type Confidence, lookUpMachine } from "../../accelerators";

/** The network cards of one machine type, and which of them carry the Elastic Fabric Adapter. */
export interface NetworkCards {
  readonly cards: number;
  /** Indexes of the cards that take an EFA interface, ascending. */
  readonly efaCards: readonly number[];
  /** Interfaces that one card takes; undefined where no source says. */
  readonly interfacesPerCard?: number;
  /** Gbps over all EFA interfaces; undefined where no source says. */
  readonly efaGbps?: number;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly sources: readonly string[];
}

const karpenter =
  "aws/karpenter-provider-aws@1d92708 pkg/providers/instancetype/zz_generated.vpclimits.go (2026-08-21)";
const userGuide =
  "Amazon EC2 User Guide, efa.html, efa-acc-inst-types.html and using-eni.html, as noted by third parties on 2026-08-01";

/** Counts by Karpenter, bandwidth by the guide. */
const known = { confidence: "high", sources: [karpenter, userGuide] } as const;

/** What a count of cards does not tell, or the catalogue does not say. Everything else comes from there. */
const table: Readonly<Record<string, NetworkCards>> = {
  "p4d.24xlarge": { ...known, ...allOf(4), interfacesPerCard: 15, efaGbps: 400 },
  "p4de.24xlarge": { ...known, ...allOf(4), interfacesPerCard: 15, efaGbps: 400 },
  "p5.4xlarge": {
    ...known,
    ...allOf(1),
    interfacesPerCard: 4,
    efaGbps: 100,
    note: "Without GPUDirect RDMA.",
  },
  "p5.48xlarge": { ...known, ...allOf(32), interfacesPerCard: 2, efaGbps: 3200 },
  "p5e.48xlarge": { ...known, ...allOf(32), interfacesPerCard: 2, efaGbps: 3200 },
  "p5en.48xlarge": { ...known, ...allOf(16), interfacesPerCard: 4, efaGbps: 3200 },
  "p6-b200.48xlarge": { ...known, ...allOf(8), interfacesPerCard: 4, efaGbps: 3200 },
  "p6-b300.48xlarge": {
    ...known,
    cards: 17,
    efaCards: range(1, 17),
    interfacesPerCard: 4,
    efaGbps: 6400,
    note: "Card 0 is for ENA alone, at 350 Gbps.",
  },
  "p6e-gb200.36xlarge": {
    cards: 17,
    efaCards: range(1, 17, 2),
    efaGbps: 1600,
    confidence: "low",
    note: "Cards 1 and 2, 3 and 4 and so on share an adapter, and 1,600 Gbps is the limit of all: the eight odd cards reach it. Even cards could carry EFA too. Seen in notes on AWS's guide, not in a described machine.",
    sources: [userGuide],
  },
  "g6e.24xlarge": { ...known, ...allOf(2), interfacesPerCard: 10, efaGbps: 200 },
  "g6e.48xlarge": { ...known, ...allOf(4), interfacesPerCard: 10, efaGbps: 400 },
  "g7.48xlarge": { ...known, ...allOf(2), interfacesPerCard: 12, efaGbps: 700 },
  "g7e.24xlarge": { ...known, ...allOf(2), interfacesPerCard: 10, efaGbps: 800 },
  "g7e.48xlarge": { ...known, ...allOf(4), interfacesPerCard: 10, efaGbps: 1600 },
  "trn1.32xlarge": { ...known, ...allOf(8), interfacesPerCard: 5, efaGbps: 800 },
  "trn1n.32xlarge": { ...known, ...allOf(16), interfacesPerCard: 5, efaGbps: 1600 },
  "trn2.48xlarge": { ...known, ...allOf(16), efaGbps: 3200 },
  "trn2u.48xlarge": {
    ...allOf(16),
    confidence: "low",
    note: "Taken to be as trn2.48xlarge, of which UltraServers are made; no source describes it.",
    sources: [karpenter],
  },
  "dl1.24xlarge": {
    cards: 4,
    efaCards: [],
    confidence: "low",
    note: "The guide denies it EFA, a described machine had four: the layout that starts either way is used.",
    sources: [userGuide, "hoonoh/aws-spot-price test/data (DescribeInstanceTypes, 2025-03-14)"],
  },
};

/**
 * The network cards of an AWS machine type of the catalogue: from the table, or for the machines with one card from
 * the catalogue itself. Undefined where neither knows.
 */
export function networkCardsOf(machineType: string): NetworkCards | undefined {
  const listed = table[machineType];
  if (listed) return listed;
  const found = lookUpMachine("aws", machineType);
  if (found.kind !== "accelerated") return undefined;
  const { networkCards, efaInterfaces, confidence, sources } = found.machine;
  if (networkCards !== 1 || efaInterfaces === undefined) return undefined;
  return { cards: 1, efaCards: range(0, efaInterfaces), confidence, sources };
}

function allOf(cards: number) {
  return { cards, efaCards: range(0, cards) };
}

function range(from: number, to: number, step = 1): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + step * i);
}
