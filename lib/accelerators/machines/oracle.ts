import type { MachineGroup } from "./machine";

const listed = { confidence: "high", sources: ["skypilot-oci"] } as const;

export const oracle: readonly MachineGroup[] = [
  { ...listed, accelerator: "nvidia-gb300", machines: [{ name: "BM.GPU.GB300.4", count: 4 }] },
  { ...listed, accelerator: "nvidia-gb200", machines: [{ name: "BM.GPU.GB200.4", count: 4 }] },
  { ...listed, accelerator: "nvidia-b300", machines: [{ name: "BM.GPU.B300.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-b200", machines: [{ name: "BM.GPU.B200.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-h200-sxm", machines: [{ name: "BM.GPU.H200.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-h100-sxm", machines: [{ name: "BM.GPU.H100.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-a100-sxm4-80gb", machines: [{ name: "BM.GPU.A100-v2.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-a100-sxm4-40gb", machines: [{ name: "BM.GPU4.8", count: 8 }] },
  { ...listed, accelerator: "nvidia-l40s", machines: [{ name: "BM.GPU.L40S.4", count: 4 }] },
  {
    ...listed,
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    machines: [{ name: "BM.GPU.RTXPRO.8", count: 8 }],
  },
  { ...listed, accelerator: "amd-mi300x", machines: [{ name: "BM.GPU.MI300X.8", count: 8 }] },
  { ...listed, accelerator: "amd-mi355x", machines: [{ name: "BM.GPU.MI355X.8", count: 8 }] },
  {
    ...listed,
    accelerator: "nvidia-a10",
    machines: [
      { name: "BM.GPU.A10.4", count: 4 },
      { name: "VM.GPU.A10.1", count: 1 },
      { name: "VM.GPU.A10.2", count: 2 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-v100-sxm2-16gb",
    machines: [
      { name: "BM.GPU3.8", count: 8 },
      { name: "VM.GPU3.1", count: 1 },
      { name: "VM.GPU3.2", count: 2 },
      { name: "VM.GPU3.4", count: 4 },
    ],
  },
  {
    ...listed,
    accelerator: "nvidia-p100-pcie-16gb",
    machines: [
      { name: "BM.GPU2.2", count: 2 },
      { name: "VM.GPU2.1", count: 1 },
    ],
  },
];
