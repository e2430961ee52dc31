import type { Machine } from "../../accelerators";

/** A machine's labels: a text, null where it has none, undefined where that is not certain. */
export type Facts = Readonly<Record<string, string | null | undefined>>;

export function factsOf(name: string, machine: Machine | undefined): Facts {
  const [family = "", size] = name.split(".");
  const [, category, generation] = /^([a-z]+)(?:-\d+tb)?(\d+)/.exec(family) ?? [];
  return {
    "instance-type": name.includes("*") || name.includes("?") ? undefined : name,
    "instance-family": family,
    "instance-category": category,
    "instance-generation": generation,
    "instance-size": size === undefined || /[*?]/.test(size) ? undefined : size,
    ...(machine === undefined ? {} : chipFacts(machine)),
  };
}

/** How AWS calls the chips, where that is certain. */
const GPU_NAMES: Readonly<Record<string, string>> = {
  "nvidia-k80-gk210": "k80",
  "nvidia-m60-gm204": "m60",
  "nvidia-v100-sxm2-16gb": "v100",
  "nvidia-v100-sxm2-32gb": "v100",
  "nvidia-t4": "t4",
  "nvidia-t4g": "t4g",
  "nvidia-a10g": "a10g",
  "nvidia-a100-sxm4-40gb": "a100",
  "nvidia-a100-sxm4-80gb": "a100",
  "nvidia-l4": "l4",
  "nvidia-l40s": "l40s",
  "nvidia-h100-sxm": "h100",
  "nvidia-h200-sxm": "h200",
  "nvidia-b200": "b200",
  "amd-radeon-pro-v520": "radeon-pro-v520",
  "intel-gaudi1": "gaudi-hl-205",
};

export const CERTAIN_GPU_NAMES = new Set(Object.values(GPU_NAMES));

/** Versions of Karpenter differ in what they label of AWS's own chips; these all of them do. */
const LABELLED_NEURON = /^(inf1|inf2|trn1)/;

function chipFacts({ accelerator, name, count }: Machine): Facts {
  const maker = /^nvidia-/.test(accelerator)
    ? "nvidia"
    : accelerator === "amd-radeon-pro-v520"
      ? "amd"
      : accelerator === "intel-gaudi1"
        ? "habana"
        : undefined;
  if (maker !== undefined) {
    const whole = count !== null && Number.isInteger(count) ? String(count) : undefined;
    return {
      "instance-gpu-manufacturer": maker,
      "instance-gpu-name": Object.hasOwn(GPU_NAMES, accelerator) ? GPU_NAMES[accelerator] : SOME,
      "instance-gpu-count": whole ?? SOME,
      "instance-gpu-memory": SOME,
      "instance-accelerator-name": null,
      "instance-accelerator-manufacturer": null,
      "instance-accelerator-count": null,
    };
  }
  if (!/^aws-(inferentia|trainium)/.test(accelerator)) return {};
  const labelled = LABELLED_NEURON.test(name) ? SOME : undefined;
  return {
    "instance-gpu-manufacturer": null,
    "instance-gpu-name": null,
    "instance-gpu-count": null,
    "instance-gpu-memory": null,
    "instance-accelerator-name": labelled,
    "instance-accelerator-manufacturer": labelled === undefined ? undefined : "aws",
    "instance-accelerator-count": labelled,
  };
}

/** A label whose value is not certain, though it is there. */
export const SOME = "?";
