import type { Confidence } from "../datasheet";

/** What a name asks for where an accelerator is attached to a machine, or a slice of the TPU API is made. */
export interface GuestAccelerator {
  /** Id of a datasheet. */
  readonly accelerator: string;
  /** Accelerators per unit asked for: 1 for a GPU, the chips of a TPU slice; null where the name does not tell. */
  readonly count: number | null;
  readonly confidence: Confidence;
}

const gpus = new Map([
  ["nvidia-tesla-p100", "nvidia-p100-pcie-16gb"],
  ["nvidia-tesla-v100", "nvidia-v100-sxm2-16gb"],
  ["nvidia-tesla-t4", "nvidia-t4"],
  ["nvidia-tesla-a100", "nvidia-a100-sxm4-40gb"],
  ["nvidia-a100-80gb", "nvidia-a100-sxm4-80gb"],
  ["nvidia-l4", "nvidia-l4"],
  ["nvidia-h100-80gb", "nvidia-h100-sxm"],
  ["nvidia-h100-mega-80gb", "nvidia-h100-sxm"],
  ["nvidia-h200-141gb", "nvidia-h200-sxm"],
  ["nvidia-b200", "nvidia-b200"],
  ["nvidia-gb200", "nvidia-gb200"],
  ["nvidia-rtx-pro-6000", "nvidia-rtx-pro-6000-blackwell-server"],
]);

interface Tpu {
  readonly accelerator: string;
  /** TensorCores per chip where sizes count them, 1 where they count chips; absent where names carry no such size. */
  readonly coresPerChip?: number;
}

const tpus = new Map<string, Tpu>([
  ["v3", { accelerator: "google-tpu-v3", coresPerChip: 2 }],
  ["v4", { accelerator: "google-tpu-v4", coresPerChip: 2 }],
  ["v5p", { accelerator: "google-tpu-v5p", coresPerChip: 2 }],
  ["v5e", { accelerator: "google-tpu-v5e", coresPerChip: 1 }],
  ["v5litepod", { accelerator: "google-tpu-v5e", coresPerChip: 1 }],
  ["v5lite_pod", { accelerator: "google-tpu-v5e", coresPerChip: 1 }],
  ["v6e", { accelerator: "google-tpu-v6e", coresPerChip: 1 }],
  ["ct3", { accelerator: "google-tpu-v3" }],
  ["ct3p", { accelerator: "google-tpu-v3" }],
  ["ct5l", { accelerator: "google-tpu-v5e" }],
  ["ct5lp", { accelerator: "google-tpu-v5e" }],
  ["ct5p", { accelerator: "google-tpu-v5p" }],
  ["ct6e", { accelerator: "google-tpu-v6e" }],
  ["tpu7x", { accelerator: "google-tpu-v7" }],
]);

export function googleGuest(name: string): GuestAccelerator | undefined {
  // Virtual workstations: the same card with a display licence.
  const card = name.replace(/-vws$/, "");
  if (card === "nvidia-tesla-p4") return { accelerator: "nvidia-p4", count: 1, confidence: "low" };
  const accelerator = gpus.get(card);
  return accelerator === undefined ? tpuSlice(name) : { accelerator, count: 1, confidence: "high" };
}

function tpuSlice(name: string): GuestAccelerator | undefined {
  const [, generation = "", size] = /^([a-z0-9_]+?)(?:-([1-9][0-9]*))?$/.exec(name) ?? [];
  const tpu = tpus.get(generation);
  if (tpu === undefined) return undefined;
  const count = size === undefined || !tpu.coresPerChip ? null : Math.ceil(Number(size) / tpu.coresPerChip);
  return { accelerator: tpu.accelerator, count, confidence: "high" };
}
