import type { ModuleCall, Reading } from "../terraform/resource";
import { isUnknown } from "../terraform/value";
import { isOpen, ofRegion } from "./expressions";
import { unresolved } from "./known-place";
import { looksLikeMachineAttribute } from "./machine-like";
import type { Place, Placement } from "./placement";

interface Inputs {
  readonly texts: readonly Reading[];
  readonly places: readonly Place[];
  readonly named: readonly Placement[];
}

/** The machines that a module is asked for, where the machine or the place is an expression only Terraform can finish. */
export function openInputs(call: ModuleCall, { texts, places, named }: Inputs): Placement[] {
  const open = texts.filter(isOpen);
  const somewhere = [...places, ...open.filter(namesRegion).map(placeOf)];
  const machines = open.filter(namesMachine).map((reading) => machineOf(call, reading));
  // The same machine is named once per place.
  const byName = new Map(named.map((one) => [one.machine, one]));
  return [...machines, ...byName.values()]
    .flatMap((machine) =>
      somewhere.map((place) => ({ ...machine, place, assumed: assumedOf(machine, place) })),
    )
    .map((placement) => ({ ...placement, preconditions: call.preconditions }));
}

function namesRegion(reading: Reading): boolean {
  return /(^|_)regions?$/.test(nameOf(reading));
}

function namesMachine(reading: Reading): boolean {
  const name = nameOf(reading);
  return looksLikeMachineAttribute(name) || looksLikeMachineAttribute(name.replace(/s$/, ""));
}

/** The last name on its way, without indices. */
function nameOf({ path }: Reading): string {
  const plain = path.replace(/\[\d+\]/g, "");
  return plain.slice(plain.lastIndexOf(".") + 1);
}

function whyOf({ value }: Reading): string {
  return isUnknown(value) ? value.why : "a default decides it";
}

function placeOf(reading: Reading): Place {
  return ofRegion(unresolved("aws", reading.path, reading.path, whyOf(reading), reading), reading);
}

function machineOf({ address, stack, input }: ModuleCall, reading: Reading): Omit<Placement, "place"> {
  return {
    address,
    stack,
    input,
    machine: null,
    attribute: reading.path,
    accelerators: "any",
    count: null,
    problem: { rule: "gate/unresolved", what: reading.path, why: whyOf(reading) },
    stage: "synth",
    exists: true,
    stands: false,
    steps: reading.trace.steps,
    assumed: [...reading.trace.assumed],
    ...(reading.written === undefined ? {} : { expression: reading.written }),
  };
}

function assumedOf({ assumed }: Pick<Placement, "assumed">, place: Place): string[] {
  return [...new Set([...assumed, ...place.assumed])];
}
