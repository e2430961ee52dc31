import type { MachineGroup } from "./machine";

const listed = { confidence: "high", sources: ["autoscaler-azure"] } as const;
const inferred = { confidence: "medium", sources: ["autoscaler-azure"] } as const;
const found = { confidence: "medium", sources: ["unattributed"] } as const;
const retired = { confidence: "low", sources: ["recollection"] } as const;

export const azure: readonly MachineGroup[] = [
  {
    ...listed,
    accelerator: "nvidia-v100-pcie-16gb",
    machines: [
      { name: "Standard_NC6s_v3", count: 1, vcpu: 6, memoryGiB: 112 },
      { name: "Standard_NC12s_v3", count: 2, vcpu: 12, memoryGiB: 224 },
      { name: "Standard_NC24rs_v3", count: 4, vcpu: 24, memoryGiB: 448 },
      { name: "Standard_NC24s_v3", count: 4, vcpu: 24, memoryGiB: 448 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-a10",
    machines: [
      { name: "Standard_NC8ads_A10_v4", count: 1, vcpu: 8, memoryGiB: 100 },
      { name: "Standard_NC16ads_A10_v4", count: 1, vcpu: 16, memoryGiB: 200 },
      { name: "Standard_NC32ads_A10_v4", count: 2, vcpu: 32, memoryGiB: 400 },
      { name: "Standard_NV36adms_A10_v5", count: 1, vcpu: 36, memoryGiB: 880 },
      { name: "Standard_NV36ads_A10_v5", count: 1, vcpu: 36, memoryGiB: 440 },
      { name: "Standard_NV72ads_A10_v5", count: 2, vcpu: 72, memoryGiB: 880 },
    ],
  },
  {
    ...inferred,
    accelerator: "nvidia-a10",
    note: "A slice; Azure's SKU list says 1 GPU.",
    machines: [
      { name: "Standard_NV6ads_A10_v5", count: 1 / 6, vcpu: 6, memoryGiB: 55 },
      { name: "Standard_NV12ads_A10_v5", count: 1 / 3, vcpu: 12, memoryGiB: 110 },
      { name: "Standard_NV18ads_A10_v5", count: 0.5, vcpu: 18, memoryGiB: 220 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-t4",
    machines: [
      { name: "Standard_NC4as_T4_v3", count: 1, vcpu: 4, memoryGiB: 28 },
      { name: "Standard_NC8as_T4_v3", count: 1, vcpu: 8, memoryGiB: 56 },
      { name: "Standard_NC16as_T4_v3", count: 1, vcpu: 16, memoryGiB: 110 },
      { name: "Standard_NC64as_T4_v3", count: 4, vcpu: 64, memoryGiB: 440 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-a100-pcie-80gb",
    machines: [
      { name: "Standard_NC24ads_A100_v4", count: 1, vcpu: 24, memoryGiB: 220 },
      { name: "Standard_NC48ads_A100_v4", count: 2, vcpu: 48, memoryGiB: 440 },
      { name: "Standard_NC96ads_A100_v4", count: 4, vcpu: 96, memoryGiB: 880 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-h100-nvl",
    machines: [
      { name: "Standard_NC40ads_H100_v5", count: 1, vcpu: 40, memoryGiB: 320 },
      { name: "Standard_NC80adis_H100_v5", count: 2, vcpu: 80, memoryGiB: 640 },
      { name: "Standard_NCC40ads_H100_v5", count: 1, vcpu: 40, memoryGiB: 320 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-v100-sxm2-32gb",
    machines: [{ name: "Standard_ND40rs_v2", count: 8, vcpu: 40, memoryGiB: 672 }],
  },
  {
    ...listed,
    accelerator: "nvidia-a100-sxm4-80gb",
    machines: [{ name: "Standard_ND96amsr_A100_v4", count: 8, vcpu: 96, memoryGiB: 1800 }],
  },
  {
    ...listed,
    accelerator: "nvidia-a100-sxm4-40gb",
    machines: [{ name: "Standard_ND96asr_v4", count: 8, vcpu: 96, memoryGiB: 900 }],
  },
  {
    ...inferred,
    accelerator: "amd-mi300x",
    note: "Azure's SKU list says 0 GPUs.",
    machines: [{ name: "Standard_ND96is_MI300X_v5", count: 8, vcpu: 96, memoryGiB: 1850 }],
  },
  {
    ...listed,
    accelerator: "amd-mi300x",
    machines: [{ name: "Standard_ND96isr_MI300X_v5", count: 8, vcpu: 96, memoryGiB: 1850 }],
  },
  {
    ...listed,
    accelerator: "nvidia-h100-sxm",
    machines: [{ name: "Standard_ND96isr_H100_v5", count: 8, vcpu: 96, memoryGiB: 1900 }],
  },
  {
    ...listed,
    accelerator: "nvidia-h200-sxm",
    machines: [{ name: "Standard_ND96isr_H200_v5", count: 8, vcpu: 96, memoryGiB: 1850 }],
  },
  {
    ...inferred,
    accelerator: "amd-radeon-pro-v620",
    note: "Azure's SKU list says 0 GPUs.",
    machines: [
      { name: "Standard_NG8ads_V620_v1", count: null, vcpu: 8, memoryGiB: 16 },
      { name: "Standard_NG16ads_V620_v1", count: null, vcpu: 16, memoryGiB: 32 },
      { name: "Standard_NG32adms_V620_v1", count: null, vcpu: 32, memoryGiB: 176 },
      { name: "Standard_NG32ads_V620_v1", count: null, vcpu: 32, memoryGiB: 64 },
    ],
  },
  {
    ...listed,
    accelerator: "xilinx-alveo-u250",
    machines: [
      { name: "Standard_NP10s", count: 1, vcpu: 10, memoryGiB: 168 },
      { name: "Standard_NP20s", count: 2, vcpu: 20, memoryGiB: 336 },
      { name: "Standard_NP40s", count: 4, vcpu: 40, memoryGiB: 672 },
    ],
  },
  {
    ...inferred,
    accelerator: "amd-radeon-pro-v710",
    note: "Azure's SKU list says 0 GPUs.",
    machines: [
      { name: "Standard_NV4ads_V710_v5", count: null, vcpu: 4, memoryGiB: 16 },
      { name: "Standard_NV8ads_V710_v5", count: null, vcpu: 8, memoryGiB: 32 },
      { name: "Standard_NV12ads_V710_v5", count: null, vcpu: 12, memoryGiB: 64 },
      { name: "Standard_NV24ads_V710_v5", count: null, vcpu: 24, memoryGiB: 128 },
      { name: "Standard_NV28adms_V710_v5", count: null, vcpu: 28, memoryGiB: 160 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-m60-gm204",
    machines: [
      { name: "Standard_NV6s_v2", count: 1, vcpu: 6, memoryGiB: 112 },
      { name: "Standard_NV12s_v2", count: 2, vcpu: 12, memoryGiB: 224 },
      { name: "Standard_NV24s_v2", count: 4, vcpu: 24, memoryGiB: 448 },
      { name: "Standard_NV12s_v3", count: 1, vcpu: 12, memoryGiB: 112 },
      { name: "Standard_NV24s_v3", count: 2, vcpu: 24, memoryGiB: 224 },
      { name: "Standard_NV48s_v3", count: 4, vcpu: 48, memoryGiB: 448 },
    ],
  },
  {
    ...inferred,
    accelerator: "amd-radeon-instinct-mi25",
    note: "A slice; Azure's SKU list says 1 GPU.",
    machines: [
      { name: "Standard_NV4as_v4", count: 0.125, vcpu: 4, memoryGiB: 14 },
      { name: "Standard_NV8as_v4", count: 0.25, vcpu: 8, memoryGiB: 28 },
      { name: "Standard_NV16as_v4", count: 0.5, vcpu: 16, memoryGiB: 56 },
    ],
  },
  {
    ...inferred,
    accelerator: "amd-radeon-instinct-mi25",
    machines: [{ name: "Standard_NV32as_v4", count: 1, vcpu: 32, memoryGiB: 112 }],
  },
  { ...found, accelerator: "nvidia-gb200", machines: [{ name: "Standard_ND128isr_NDR_GB200_v6", count: 4 }] },
  { ...found, accelerator: "nvidia-gb300", machines: [{ name: "Standard_ND128isr_GB300_v6", count: 4 }] },
  {
    ...retired,
    accelerator: "nvidia-h100-sxm",
    note: "Not in the list the others come from; named by Azure's scheme.",
    machines: [{ name: "Standard_ND96is_H100_v5", count: 8 }],
  },
  {
    ...found,
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    note: "A quarter, by a name given to it elsewhere.",
    machines: [{ name: "Standard_NC24lds_xl_RTXPRO6000BSE_v6", count: 0.25 }],
  },
  {
    ...found,
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    machines: [
      { name: "Standard_NC128ds_xl_RTXPRO6000BSE_v6", count: 1 },
      { name: "Standard_NC256ds_xl_RTXPRO6000BSE_v6", count: 2 },
      { name: "Standard_NC288ds_xl_RTXPRO6000BSE_v6", count: 2 },
    ],
  },
  {
    accelerator: "nvidia-k80-gk210",
    confidence: "low",
    sources: ["autoscaler-azure-gpu"],
    note: "Retired.",
    machines: [{ name: "Standard_NC6", count: 1 }],
  },
  {
    ...retired,
    accelerator: "nvidia-k80-gk210",
    note: "Retired.",
    machines: [
      { name: "Standard_NC12", count: 2 },
      { name: "Standard_NC24", count: 4 },
      { name: "Standard_NC24r", count: 4 },
    ],
  },
  {
    ...retired,
    accelerator: "nvidia-p100-pcie-16gb",
    note: "Retired.",
    machines: [
      { name: "Standard_NC6s_v2", count: 1 },
      { name: "Standard_NC12s_v2", count: 2 },
      { name: "Standard_NC24rs_v2", count: 4 },
      { name: "Standard_NC24s_v2", count: 4 },
    ],
  },
  {
    ...retired,
    accelerator: "nvidia-p40",
    note: "Retired.",
    machines: [
      { name: "Standard_ND6s", count: 1 },
      { name: "Standard_ND12s", count: 2 },
      { name: "Standard_ND24rs", count: 4 },
      { name: "Standard_ND24s", count: 4 },
    ],
  },
];
