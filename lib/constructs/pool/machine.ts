import type { Construct } from "constructs";
import { lookUpDatasheet, lookUpMachine, type Machine, machinesMatching } from "../../accelerators";
import { didYouMean, suggest } from "../../text/suggest";
import { fail, literal } from "../check";

/** Who made the accelerators, as far as software on the machine differs by it. */
export type Silicon = "nvidia" | "neuron" | "other";

export type Architecture = "x86_64" | "arm64";

/** By family, after Karpenter's instance types of 2026-08-21 (g5g) and AWS's guide to UltraServers (p6e-gb200). */
const ARM_FAMILIES = ["g5g", "p6e-gb200"];

/**
 * The machine of the catalogue that a pool or an endpoint names.
 *
 * @param about who names it, as errors begin.
 * @throws Error when there is none, or when what is named is no type that EC2 launches.
 */
export function readMachine(scope: Construct, about: string, machineType: string): Machine {
  const name = literal(scope, `the machine type of ${about}`, machineType);
  const found = lookUpMachine("aws", name);
  if (found.kind === "accelerated" && found.machine.name === name && isLaunchable(name)) return found.machine;
  const names = machinesMatching("aws", "*")
    .map((machine) => machine.name)
    .filter(isLaunchable);
  return fail(
    scope,
    `${about}: "${name}" is no accelerated machine type of EC2 in the catalogue${didYouMean(suggest(name, names)) || "; landfall/accelerators lists what there is."}`,
  );
}

/** UltraServers (`u-…`) are reserved under their own name, and launched as the machines they are made of. */
function isLaunchable(name: string): boolean {
  return !name.startsWith("u-") && !name.includes("*");
}

export function siliconOf({ accelerator }: Machine): Silicon {
  const vendor = lookUpDatasheet(accelerator)?.vendor;
  if (vendor === "NVIDIA") return "nvidia";
  return vendor === "AWS" ? "neuron" : "other";
}

export function architectureOf({ name }: Machine): Architecture {
  return ARM_FAMILIES.includes(familyOf(name)) ? "arm64" : "x86_64";
}

/** `p5` of `p5.48xlarge`. */
export function familyOf(machineType: string): string {
  return machineType.split(".")[0] ?? machineType;
}
