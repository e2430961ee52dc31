import type { Datasheet } from "../datasheet";

export const qualcomm: readonly Datasheet[] = [
  {
    id: "qualcomm-cloud-ai-100-standard",
    vendor: "Qualcomm",
    name: "Cloud AI 100 Standard",
    releaseYear: 2021,
    densePeak: { fp16: 175, int8: 350 },
    dieAreaParts: [{ count: 1 }],
    memoryGb: 16,
    memoryBandwidthGBs: 137,
    interconnectBidirGBs: 0,
    marketedForDataCentres: true,
    confidence: "low",
    unverifiedFields: ["densePeak", "dieAreaMm2", "dieAreaParts", "memoryBandwidthGBs"],
    notes: "From AWS's 1.4 PFLOPS fp16 for eight.",
    sources: ["ec2-derived", "recollection"],
  },
];
