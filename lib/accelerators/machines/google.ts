import type { MachineGroup } from "./machine";

const listed = { confidence: "high", sources: ["google-catalogue"] } as const;

export const google: readonly MachineGroup[] = [
  {
    ...listed,
    accelerator: "nvidia-a100-sxm4-40gb",
    machines: [
      { name: "a2-highgpu-1g", count: 1, vcpu: 12, memoryGiB: 85 },
      { name: "a2-highgpu-2g", count: 2, vcpu: 24, memoryGiB: 170 },
      { name: "a2-highgpu-4g", count: 4, vcpu: 48, memoryGiB: 340 },
      { name: "a2-highgpu-8g", count: 8, vcpu: 96, memoryGiB: 680 },
      { name: "a2-megagpu-16g", count: 16, vcpu: 96, memoryGiB: 1360 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-a100-sxm4-80gb",
    machines: [
      { name: "a2-ultragpu-1g", count: 1, vcpu: 12, memoryGiB: 170 },
      { name: "a2-ultragpu-2g", count: 2, vcpu: 24, memoryGiB: 340 },
      { name: "a2-ultragpu-4g", count: 4, vcpu: 48, memoryGiB: 680 },
      { name: "a2-ultragpu-8g", count: 8, vcpu: 96, memoryGiB: 1360 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-h100-sxm",
    machines: [
      { name: "a3-edgegpu-8g", count: 8, vcpu: 208, memoryGiB: 1872 },
      { name: "a3-edgegpu-8g-nolssd", count: 8, vcpu: 208, memoryGiB: 1872 },
      { name: "a3-highgpu-1g", count: 1, vcpu: 26, memoryGiB: 234 },
      { name: "a3-highgpu-2g", count: 2, vcpu: 52, memoryGiB: 468 },
      { name: "a3-highgpu-4g", count: 4, vcpu: 104, memoryGiB: 936 },
      { name: "a3-highgpu-8g", count: 8, vcpu: 208, memoryGiB: 1872 },
      { name: "a3-megagpu-8g", count: 8, vcpu: 208, memoryGiB: 1872 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-h200-sxm",
    machines: [
      { name: "a3-ultragpu-8g", count: 8, vcpu: 224, memoryGiB: 2952 },
      { name: "a3-ultragpu-8g-nolssd", count: 8, vcpu: 224, memoryGiB: 2952 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-b200",
    machines: [{ name: "a4-highgpu-8g", count: 8, vcpu: 224, memoryGiB: 3968 }],
  },
  {
    ...listed,
    accelerator: "nvidia-gb200",
    machines: [{ name: "a4x-highgpu-4g", count: 4, vcpu: 140, memoryGiB: 884 }],
  },
  {
    ...listed,
    accelerator: "nvidia-gb300",
    machines: [{ name: "a4x-maxgpu-4g-metal", count: 4, vcpu: 144, memoryGiB: 960 }],
  },
  {
    ...listed,
    accelerator: "google-tpu-v3",
    machines: [{ name: "ct3-hightpu-4t", count: 4, vcpu: 96, memoryGiB: 340 }],
  },
  {
    ...listed,
    accelerator: "google-tpu-v3",
    machines: [{ name: "ct3p-hightpu-4t", count: 4, vcpu: 48, memoryGiB: 340 }],
  },
  {
    ...listed,
    accelerator: "google-tpu-v5e",
    machines: [
      { name: "ct5l-hightpu-1t", count: 1, vcpu: 24, memoryGiB: 48 },
      { name: "ct5l-hightpu-4t", count: 4, vcpu: 112, memoryGiB: 192 },
      { name: "ct5l-hightpu-8t", count: 8, vcpu: 224, memoryGiB: 384 },
    ],
  },
  {
    ...listed,
    accelerator: "google-tpu-v5e",
    machines: [
      { name: "ct5lp-hightpu-1t", count: 1, vcpu: 24, memoryGiB: 48 },
      { name: "ct5lp-hightpu-4t", count: 4, vcpu: 112, memoryGiB: 192 },
      { name: "ct5lp-hightpu-8t", count: 8, vcpu: 224, memoryGiB: 384 },
    ],
  },
  {
    ...listed,
    accelerator: "google-tpu-v5p",
    machines: [{ name: "ct5p-hightpu-4t", count: 4, vcpu: 208, memoryGiB: 448 }],
  },
  {
    ...listed,
    accelerator: "google-tpu-v6e",
    machines: [
      { name: "ct6e-standard-1t", count: 1, vcpu: 44, memoryGiB: 176 },
      { name: "ct6e-standard-4t", count: 4, vcpu: 180, memoryGiB: 720 },
      { name: "ct6e-standard-8t", count: 8, vcpu: 360, memoryGiB: 1440 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-l4",
    machines: [
      { name: "g2-standard-4", count: 1, vcpu: 4, memoryGiB: 16 },
      { name: "g2-standard-8", count: 1, vcpu: 8, memoryGiB: 32 },
      { name: "g2-standard-12", count: 1, vcpu: 12, memoryGiB: 48 },
      { name: "g2-standard-16", count: 1, vcpu: 16, memoryGiB: 64 },
      { name: "g2-standard-24", count: 2, vcpu: 24, memoryGiB: 96 },
      { name: "g2-standard-32", count: 1, vcpu: 32, memoryGiB: 128 },
      { name: "g2-standard-48", count: 4, vcpu: 48, memoryGiB: 192 },
      { name: "g2-standard-96", count: 8, vcpu: 96, memoryGiB: 384 },
    ],
  },
  {
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    confidence: "medium",
    sources: ["google-catalogue"],
    note: "A slice; its size is inferred from the name.",
    machines: [
      { name: "g4-standard-6", count: 0.125, vcpu: 6, memoryGiB: 22 },
      { name: "g4-standard-12", count: 0.25, vcpu: 12, memoryGiB: 45 },
      { name: "g4-standard-24", count: 0.5, vcpu: 24, memoryGiB: 90 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    machines: [
      { name: "g4-standard-48", count: 1, vcpu: 48, memoryGiB: 180 },
      { name: "g4-standard-96", count: 2, vcpu: 96, memoryGiB: 360 },
      { name: "g4-standard-192", count: 4, vcpu: 192, memoryGiB: 720 },
      { name: "g4-standard-384", count: 8, vcpu: 384, memoryGiB: 1440 },
    ],
  },
  {
    ...listed,
    accelerator: "google-tpu-v7",
    machines: [
      { name: "tpu7x-standard-1t", count: 1, vcpu: 56, memoryGiB: 240 },
      { name: "tpu7x-standard-4t", count: 4, vcpu: 224, memoryGiB: 960 },
    ],
  },
];
