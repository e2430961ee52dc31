import {
  acceleratorFamily,
  type Cloud,
  lookUpDatasheet,
  lookUpGuestAccelerator,
  lookUpMachine,
  type Machine,
  machinesMatching,
  machinesOfFamily,
} from "../accelerators";
import type { MachineKind } from "./shape";

/** What a name turns out to be: accelerators, or a reason why nothing may be assumed about it. */
export interface Identified {
  readonly accelerators: readonly string[];
  /** Accelerators in one machine; null where not published, or where there are several machines. */
  readonly count: number | null;
  /** Set when the name means accelerators that the catalogue does not know. */
  readonly unknown?: string;
  readonly step: string;
}

/** What a name is on a cloud; undefined when it is no accelerator. */
export function identify(kind: MachineKind, name: string, cloud: Cloud): Identified | undefined {
  if (kind === "accelerator") return guest(name, cloud);
  if (kind === "machine-family") return family(name, cloud);
  if (name.includes("*")) return pattern(name, cloud);
  if (kind === "machine-type-or-family" && !name.includes(".")) return family(name, cloud);
  return machineType(name, cloud);
}

/** A name that means accelerators, but not which. */
export function unknownAccelerator(name: string, of: string = name): Identified {
  const step = `\`${name}\` is of the accelerator family ${of}, and the catalogue does not know its chip`;
  return { accelerators: [], count: null, unknown: step, step };
}

export function pattern(glob: string, cloud: Cloud): Identified | undefined {
  return several(machinesMatching(cloud, glob), glob, cloud);
}

function machineType(name: string, cloud: Cloud): Identified | undefined {
  const found = lookUpMachine(cloud, name);
  if (found.kind === "plain") return undefined;
  if (found.kind === "unknown-accelerator") return unknownAccelerator(name, found.family);
  const { accelerator, count } = found.machine;
  const step = `${name} holds ${count ?? "an unpublished number of"} × ${accelerator}`;
  return { accelerators: [accelerator], count, step };
}

function family(name: string, cloud: Cloud): Identified | undefined {
  return several(machinesOfFamily(cloud, name), name, cloud);
}

/** The machines of a family or pattern; one that recognisably means accelerators but names none we know is unknown. */
function several(machines: readonly Machine[], name: string, cloud: Cloud): Identified | undefined {
  const accelerators = acceleratorsOf(machines);
  const meant = acceleratorFamily(cloud, name);
  if (accelerators.length === 0) return meant === undefined ? undefined : unknownAccelerator(name, meant);
  if (accelerators.some((id) => lookUpDatasheet(id) === undefined)) return unknownAccelerator(name, meant);
  return { accelerators, count: null, step: `${name} admits ${accelerators.join(", ")}` };
}

export function acceleratorsOf(machines: readonly Machine[]): string[] {
  return [...new Set(machines.map(({ accelerator }) => accelerator))];
}

function guest(name: string, cloud: Cloud): Identified | undefined {
  const found = lookUpGuestAccelerator(cloud, name);
  if (found === undefined) return undefined;
  if (found === "unknown") return unknownAccelerator(name);
  return { accelerators: [found.accelerator], count: found.count, step: `${name} is ${found.accelerator}` };
}
