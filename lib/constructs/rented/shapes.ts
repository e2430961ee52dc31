import type { Confidence } from "../../accelerators/datasheet";

export interface RdmaShape {
  readonly name: string;
  readonly confidence: Confidence;
  readonly source: string;
}

const quickstart = "oracle-quickstart/oci-hpc-oke, README on RDMA workloads";
const checks = "oracle-quickstart/oci-hpc, health checks of cluster network shapes";

/** Bare-metal shapes with accelerators that a cluster network joins. GB200 and GB300 come as GPU memory clusters. */
export const rdmaShapes: readonly RdmaShape[] = [
  { name: "BM.GPU4.8", confidence: "high", source: quickstart },
  { name: "BM.GPU.A100-v2.8", confidence: "high", source: quickstart },
  { name: "BM.GPU.H100.8", confidence: "high", source: quickstart },
  { name: "BM.GPU.H200.8", confidence: "high", source: quickstart },
  { name: "BM.GPU.MI300X.8", confidence: "high", source: quickstart },
  { name: "BM.GPU.B200.8", confidence: "medium", source: checks },
  { name: "BM.GPU.B300.8", confidence: "medium", source: checks },
];
