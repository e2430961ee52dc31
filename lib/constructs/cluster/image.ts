import type { Pool } from "../pool/pool";

/** EKS's image of Amazon Linux 2023 for a pool, as node groups name it. */
export function imageOf({ architecture, silicon }: Pool): string {
  if (silicon === "neuron") return "AL2023_x86_64_NEURON";
  return architecture === "arm64" ? "AL2023_ARM_64_NVIDIA" : "AL2023_x86_64_NVIDIA";
}
