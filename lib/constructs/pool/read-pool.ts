import type { Construct } from "constructs";
import type { Machine } from "../../accelerators";
import { fail, quoted } from "../check";
import type { GpuNetwork } from "../gpu-network";
import { RegionalBoundary } from "../regional-boundary";
import { readCapacity, readPlacement } from "./capacity";
import { architectureOf, readMachine, siliconOf } from "./machine";
import { isOffered } from "./offering";
import type { NamedPoolProps, Pool } from "./pool";
import { readConfirmation } from "./read-confirmation";
import { readInterfaces } from "./read-interfaces";
import { readNodes } from "./read-nodes";
import { readZones } from "./read-zones";

const ROOT_VOLUME = { least: 100, most: 16_384, usual: 200 };

/**
 * Checks what is asked of a pool and fills in what is left out.
 *
 * @throws Error with one sentence that prints the value and says what to do.
 */
export function readPool(scope: Construct, network: GpuNetwork, props: NamedPoolProps): Pool {
  const { name, purpose = "training" } = props;
  checkName(scope, name);
  const machine = readMachine(scope, `pool "${name}"`, props.machineType);
  const capacity = readCapacity(scope, machine, props);
  const { nodes, minNodes } = readNodes(scope, machine, capacity, props);
  const { zones, subnets } = readZones(scope, network, machine, { ...props, purpose, capacity });
  const confirmed = readConfirmation(scope, props.confirmedOffering);
  if (confirmed === undefined) checkOffering(scope, name, machine, zones);
  const interfaces = readInterfaces(scope, machine, { ...props, purpose, zones });
  return {
    name,
    machine,
    silicon: siliconOf(machine),
    architecture: architectureOf(machine),
    nodes,
    minNodes,
    purpose,
    capacity,
    ...(props.reservationId !== undefined && { reservationId: props.reservationId }),
    zones,
    subnets,
    interfaces,
    placement: readPlacement(scope, capacity, interfaces.length > 1 && purpose === "training", props),
    rootVolumeGiB: readRootVolume(scope, props),
    ...(confirmed !== undefined && { confirmedOffering: confirmed }),
  };
}

function checkName(scope: Construct, name: string): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= 40) return;
  fail(scope, `pool "${name}" is not named by lower-case words joined by dashes, up to 40 characters.`);
}

function checkOffering(scope: Construct, pool: string, machine: Machine, zones: readonly string[]): void {
  const { region } = RegionalBoundary.of(scope);
  const missing = zones.filter((zone) => !isOffered(region, zone, machine.name));
  if (missing.length === 0) return;
  fail(
    scope,
    `pool "${pool}": landfall/regions does not list ${machine.name} in ${quoted(missing)}; choose another zone, region or type, or say in confirmedOffering who at AWS confirmed it.`,
  );
}

function readRootVolume(
  scope: Construct,
  { name, rootVolumeGiB = ROOT_VOLUME.usual }: NamedPoolProps,
): number {
  const { least, most } = ROOT_VOLUME;
  if (Number.isInteger(rootVolumeGiB) && rootVolumeGiB >= least && rootVolumeGiB <= most)
    return rootVolumeGiB;
  return fail(
    scope,
    `pool "${name}": rootVolumeGiB is ${rootVolumeGiB}; give a whole number from ${least} to ${most}, for images of GPU software are large.`,
  );
}
