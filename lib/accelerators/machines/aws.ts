import type { MachineGroup } from "./machine";

const described = {
  confidence: "high",
  sources: ["vpc-cni", "karpenter-limits", "karpenter-docs", "ec2-describe"],
} as const;
const documented = {
  confidence: "high",
  sources: ["vpc-cni", "karpenter-limits", "karpenter-docs"],
} as const;
const dumped = { confidence: "high", sources: ["vpc-cni", "karpenter-limits", "ec2-describe"] } as const;
const handCounted = {
  confidence: "high",
  sources: ["vpc-cni", "karpenter-limits", "karpenter-docs", "ec2instances"],
} as const;

export const aws: readonly MachineGroup[] = [
  {
    ...dumped,
    accelerator: "intel-gaudi1",
    machines: [
      { name: "dl1.24xlarge", count: 8, vcpu: 96, memoryGiB: 768, networkCards: 4, efaInterfaces: 4 },
    ],
  },
  {
    ...handCounted,
    accelerator: "qualcomm-cloud-ai-100-standard",
    machines: [
      { name: "dl2q.24xlarge", count: 8, vcpu: 96, memoryGiB: 768, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...dumped,
    accelerator: "xilinx-vu9p",
    machines: [{ name: "f1.2xlarge", count: 1, vcpu: 8, memoryGiB: 122, networkCards: 1, efaInterfaces: 0 }],
  },
  {
    accelerator: "xilinx-vu9p",
    confidence: "high",
    sources: ["vpc-cni", "karpenter-limits", "autoscaler-aws", "ec2instances"],
    machines: [
      { name: "f1.4xlarge", count: 2, vcpu: 16, memoryGiB: 244, networkCards: 1 },
      { name: "f1.16xlarge", count: 8, vcpu: 64, memoryGiB: 976, networkCards: 1 },
    ],
  },
  {
    ...described,
    accelerator: "amd-xilinx-vu47p",
    machines: [
      { name: "f2.6xlarge", count: 1, vcpu: 24, memoryGiB: 256, networkCards: 1, efaInterfaces: 0 },
      { name: "f2.12xlarge", count: 2, vcpu: 48, memoryGiB: 512, networkCards: 1, efaInterfaces: 0 },
      { name: "f2.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    accelerator: "nvidia-grid-k520",
    confidence: "low",
    sources: ["ec2instances", "recollection"],
    note: "Retired; vCPU and memory from recollection.",
    machines: [
      { name: "g2.2xlarge", count: 1, vcpu: 8, memoryGiB: 15 },
      { name: "g2.8xlarge", count: 4, vcpu: 32, memoryGiB: 60 },
    ],
  },
  {
    accelerator: "nvidia-m60-gm204",
    confidence: "medium",
    sources: ["unattributed", "ec2instances"],
    machines: [
      { name: "g3.4xlarge", count: 1, vcpu: 16, memoryGiB: 122 },
      { name: "g3.8xlarge", count: 2, vcpu: 32, memoryGiB: 244 },
      { name: "g3.16xlarge", count: 4, vcpu: 64, memoryGiB: 488 },
      { name: "g3s.xlarge", count: 1, vcpu: 4, memoryGiB: 30.5 },
    ],
  },
  {
    ...documented,
    accelerator: "amd-radeon-pro-v520",
    machines: [{ name: "g4ad.xlarge", count: 1, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 }],
  },
  {
    ...described,
    accelerator: "amd-radeon-pro-v520",
    machines: [
      { name: "g4ad.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g4ad.4xlarge", count: 1, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g4ad.8xlarge", count: 2, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "g4ad.16xlarge", count: 4, vcpu: 64, memoryGiB: 256, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-t4",
    machines: [
      { name: "g4dn.xlarge", count: 1, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "g4dn.12xlarge", count: 4, vcpu: 48, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
      { name: "g4dn.16xlarge", count: 1, vcpu: 64, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
      { name: "g4dn.metal", count: 8, vcpu: 96, memoryGiB: 384, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-t4",
    machines: [
      { name: "g4dn.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g4dn.4xlarge", count: 1, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g4dn.8xlarge", count: 1, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-a10g",
    machines: [
      { name: "g5.xlarge", count: 1, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "g5.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g5.4xlarge", count: 1, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g5.8xlarge", count: 1, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 1 },
      { name: "g5.12xlarge", count: 4, vcpu: 48, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
      { name: "g5.16xlarge", count: 1, vcpu: 64, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
      { name: "g5.24xlarge", count: 4, vcpu: 96, memoryGiB: 384, networkCards: 1, efaInterfaces: 1 },
      { name: "g5.48xlarge", count: 8, vcpu: 192, memoryGiB: 768, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-t4g",
    machines: [
      { name: "g5g.xlarge", count: 1, vcpu: 4, memoryGiB: 8, networkCards: 1, efaInterfaces: 0 },
      { name: "g5g.4xlarge", count: 1, vcpu: 16, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-t4g",
    machines: [
      { name: "g5g.2xlarge", count: 1, vcpu: 8, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "g5g.8xlarge", count: 1, vcpu: 32, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g5g.16xlarge", count: 2, vcpu: 64, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "g5g.metal", count: 2, vcpu: 64, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-l4",
    machines: [
      { name: "g6.xlarge", count: 1, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "g6.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g6.4xlarge", count: 1, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g6.8xlarge", count: 1, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 1 },
      { name: "g6.12xlarge", count: 4, vcpu: 48, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
      { name: "g6.16xlarge", count: 1, vcpu: 64, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
      { name: "g6.24xlarge", count: 4, vcpu: 96, memoryGiB: 384, networkCards: 1, efaInterfaces: 1 },
      { name: "g6.48xlarge", count: 8, vcpu: 192, memoryGiB: 768, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-l40s",
    machines: [
      { name: "g6e.xlarge", count: 1, vcpu: 4, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g6e.2xlarge", count: 1, vcpu: 8, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g6e.4xlarge", count: 1, vcpu: 16, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "g6e.8xlarge", count: 1, vcpu: 32, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
      { name: "g6e.12xlarge", count: 4, vcpu: 48, memoryGiB: 384, networkCards: 1, efaInterfaces: 1 },
      { name: "g6e.16xlarge", count: 1, vcpu: 64, memoryGiB: 512, networkCards: 1, efaInterfaces: 1 },
      { name: "g6e.48xlarge", count: 8, vcpu: 192, memoryGiB: 1536, networkCards: 4, efaInterfaces: 4 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-l40s",
    machines: [
      { name: "g6e.24xlarge", count: 4, vcpu: 96, memoryGiB: 768, networkCards: 2, efaInterfaces: 2 },
    ],
  },
  {
    ...handCounted,
    accelerator: "nvidia-l4",
    note: "A vGPU slice; the EC2 API reports 0 GPUs.",
    machines: [
      { name: "g6f.large", count: 0.125, vcpu: 2, memoryGiB: 8, networkCards: 1, efaInterfaces: 0 },
      { name: "g6f.xlarge", count: 0.125, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "g6f.2xlarge", count: 0.25, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g6f.4xlarge", count: 0.5, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-rtx-pro-4500-blackwell-server",
    machines: [
      { name: "g7.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "g7.4xlarge", count: 1, vcpu: 16, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g7.8xlarge", count: 1, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 1 },
      { name: "g7.12xlarge", count: 2, vcpu: 48, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
      { name: "g7.24xlarge", count: 4, vcpu: 96, memoryGiB: 384, networkCards: 1, efaInterfaces: 1 },
      { name: "g7.48xlarge", count: 8, vcpu: 192, memoryGiB: 768, networkCards: 2, efaInterfaces: 2 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-rtx-pro-6000-blackwell-server",
    machines: [
      { name: "g7e.2xlarge", count: 1, vcpu: 8, memoryGiB: 64, networkCards: 1, efaInterfaces: 0 },
      { name: "g7e.4xlarge", count: 1, vcpu: 16, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "g7e.8xlarge", count: 1, vcpu: 32, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
      { name: "g7e.12xlarge", count: 2, vcpu: 48, memoryGiB: 512, networkCards: 1, efaInterfaces: 1 },
      { name: "g7e.24xlarge", count: 4, vcpu: 96, memoryGiB: 1024, networkCards: 2, efaInterfaces: 2 },
      { name: "g7e.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 4, efaInterfaces: 4 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-l4",
    machines: [
      { name: "gr6.4xlarge", count: 1, vcpu: 16, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "gr6.8xlarge", count: 1, vcpu: 32, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...handCounted,
    accelerator: "nvidia-l4",
    note: "A vGPU slice; the EC2 API reports 0 GPUs.",
    machines: [
      { name: "gr6f.4xlarge", count: 0.5, vcpu: 16, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...described,
    accelerator: "aws-inferentia1",
    machines: [
      { name: "inf1.xlarge", count: 1, vcpu: 4, memoryGiB: 8, networkCards: 1, efaInterfaces: 0 },
      { name: "inf1.2xlarge", count: 1, vcpu: 8, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "inf1.6xlarge", count: 4, vcpu: 24, memoryGiB: 48, networkCards: 1, efaInterfaces: 0 },
      { name: "inf1.24xlarge", count: 16, vcpu: 96, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...described,
    accelerator: "aws-inferentia2",
    machines: [
      { name: "inf2.xlarge", count: 1, vcpu: 4, memoryGiB: 16, networkCards: 1, efaInterfaces: 0 },
      { name: "inf2.8xlarge", count: 1, vcpu: 32, memoryGiB: 128, networkCards: 1, efaInterfaces: 0 },
      { name: "inf2.24xlarge", count: 6, vcpu: 96, memoryGiB: 384, networkCards: 1, efaInterfaces: 0 },
      { name: "inf2.48xlarge", count: 12, vcpu: 192, memoryGiB: 768, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    accelerator: "nvidia-k80-gk210",
    confidence: "high",
    sources: ["ec2-describe"],
    machines: [
      { name: "p2.xlarge", count: 1, vcpu: 4, memoryGiB: 61, networkCards: 1, efaInterfaces: 0 },
      { name: "p2.8xlarge", count: 8, vcpu: 32, memoryGiB: 488, networkCards: 1, efaInterfaces: 0 },
      { name: "p2.16xlarge", count: 16, vcpu: 64, memoryGiB: 732, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...dumped,
    accelerator: "nvidia-v100-sxm2-16gb",
    machines: [
      { name: "p3.2xlarge", count: 1, vcpu: 8, memoryGiB: 61, networkCards: 1, efaInterfaces: 0 },
      { name: "p3.8xlarge", count: 4, vcpu: 32, memoryGiB: 244, networkCards: 1, efaInterfaces: 0 },
      { name: "p3.16xlarge", count: 8, vcpu: 64, memoryGiB: 488, networkCards: 1, efaInterfaces: 0 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-v100-sxm2-32gb",
    machines: [
      { name: "p3dn.24xlarge", count: 8, vcpu: 96, memoryGiB: 768, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    ...described,
    accelerator: "nvidia-a100-sxm4-40gb",
    machines: [
      { name: "p4d.24xlarge", count: 8, vcpu: 96, memoryGiB: 1152, networkCards: 4, efaInterfaces: 4 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-a100-sxm4-80gb",
    machines: [
      { name: "p4de.24xlarge", count: 8, vcpu: 96, memoryGiB: 1152, networkCards: 4, efaInterfaces: 4 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-h100-sxm",
    note: "One H100, unlike every other p5.",
    machines: [{ name: "p5.4xlarge", count: 1, vcpu: 16, memoryGiB: 256, networkCards: 1, efaInterfaces: 1 }],
  },
  {
    ...described,
    accelerator: "nvidia-h100-sxm",
    machines: [
      { name: "p5.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 32, efaInterfaces: 32 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-h200-sxm",
    machines: [
      { name: "p5e.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 32, efaInterfaces: 32 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-h200-sxm",
    machines: [
      { name: "p5en.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 16, efaInterfaces: 16 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-b200",
    machines: [
      { name: "p6-b200.48xlarge", count: 8, vcpu: 192, memoryGiB: 2048, networkCards: 8, efaInterfaces: 8 },
    ],
  },
  {
    ...documented,
    accelerator: "nvidia-b300",
    note: "The first of the 17 network cards has no EFA.",
    machines: [
      { name: "p6-b300.48xlarge", count: 8, vcpu: 192, memoryGiB: 4096, networkCards: 17, efaInterfaces: 16 },
    ],
  },
  {
    accelerator: "nvidia-gb200",
    confidence: "medium",
    sources: ["unattributed"],
    note: "Sold only in UltraServers of 9 or 18. One list gives 36 GPUs, against the others. Eight EFA interfaces, on the odd-numbered network cards 1 to 15, are reported.",
    machines: [{ name: "p6e-gb200.36xlarge", count: 4, vcpu: 144, memoryGiB: 960 }],
  },
  {
    accelerator: "nvidia-gb200",
    confidence: "medium",
    sources: ["botocore", "unattributed"],
    note: "An UltraServer, named when reserving capacity; not an instance type.",
    machines: [
      { name: "u-p6e-gb200x36", count: 36 },
      { name: "u-p6e-gb200x72", count: 72 },
    ],
  },
  {
    ...described,
    accelerator: "aws-trainium1",
    machines: [
      { name: "trn1.2xlarge", count: 1, vcpu: 8, memoryGiB: 32, networkCards: 1, efaInterfaces: 0 },
      { name: "trn1.32xlarge", count: 16, vcpu: 128, memoryGiB: 512, networkCards: 8, efaInterfaces: 8 },
      { name: "trn1n.32xlarge", count: 16, vcpu: 128, memoryGiB: 512, networkCards: 16, efaInterfaces: 16 },
    ],
  },
  {
    accelerator: "aws-trainium2",
    confidence: "medium",
    sources: ["vpc-cni", "botocore", "unattributed"],
    note: "vCPU and host memory not found.",
    machines: [{ name: "trn2.3xlarge", count: 1, networkCards: 1 }],
  },
  {
    accelerator: "aws-trainium2",
    confidence: "high",
    sources: ["neuron-docs", "vpc-cni", "karpenter-docs"],
    machines: [
      { name: "trn2.48xlarge", count: 16, vcpu: 192, memoryGiB: 2048, networkCards: 16, efaInterfaces: 16 },
    ],
  },
  {
    accelerator: "aws-trainium2",
    confidence: "high",
    sources: ["neuron-docs", "aws-sdk-js"],
    note: "Four make an UltraServer of 64 chips. In one SDK's list of types, not in the other's.",
    machines: [{ name: "trn2u.48xlarge", count: 16, vcpu: 192, memoryGiB: 2048 }],
  },
  {
    ...described,
    accelerator: "xilinx-alveo-u30",
    machines: [
      { name: "vt1.3xlarge", count: 1, vcpu: 12, memoryGiB: 24, networkCards: 1, efaInterfaces: 0 },
      { name: "vt1.6xlarge", count: 2, vcpu: 24, memoryGiB: 48, networkCards: 1, efaInterfaces: 0 },
      { name: "vt1.24xlarge", count: 8, vcpu: 96, memoryGiB: 192, networkCards: 1, efaInterfaces: 1 },
    ],
  },
  {
    accelerator: "aws-trainium2",
    confidence: "low",
    sources: ["unattributed"],
    note: "Named in a public script only.",
    machines: [
      { name: "trn2-ac.24xlarge", count: null },
      { name: "trn2u-ac.24xlarge", count: null },
    ],
  },
  {
    accelerator: "aws-trainium3",
    confidence: "low",
    sources: ["neuron-docs"],
    note: "AWS has not published the sizes. UltraServers hold 64 chips in 4 machines or 144 in 36.",
    machines: [{ name: "trn3pds.*", count: null }],
  },
];
