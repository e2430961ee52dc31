import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Construct } from "constructs";
import type { Machine } from "../../accelerators";
import { fail, quoted } from "../check";
import type { GpuNetwork } from "../gpu-network";
import { RegionalBoundary } from "../regional-boundary";
import { isReserved } from "./capacity";
import { constraintOf } from "./constraints";
import { isOfRegionProper } from "./offering";
import type { NamedPoolProps } from "./pool";
import type { Capacity, Purpose } from "./props";

interface Asked extends NamedPoolProps {
  readonly purpose: Purpose;
  readonly capacity: Capacity;
}

export interface ReadZones {
  readonly zones: readonly string[];
  /** One for each zone, in their order. */
  readonly subnets: readonly Subnet[];
}

/** Where a pool stands, checked against the boundary, the network and what one zone alone can hold together. */
export function readZones(scope: Construct, network: GpuNetwork, machine: Machine, props: Asked): ReadZones {
  const zones = zonesOf(scope, network, props);
  const about = `pool "${props.name}"`;
  if (zones.length === 0)
    fail(scope, `${about} has no zones; name one of the network's, or leave zones out.`);
  const reason = reasonForOneZone(props);
  if (reason !== undefined && zones.length > 1) {
    fail(scope, `${about} is in zones ${quoted(zones)}; ${reason}. Give it one zone.`);
  }
  const only = constraintOf(machine.name)?.zone;
  if (only && zones.some((zone) => zone !== only.name)) {
    fail(
      scope,
      `${about}: ${machine.name} is not in ${quoted(zones)}, it stands only in ${only.place}; use zone "${only.name}" of a network that has it.`,
    );
  }
  return { zones, subnets: zones.map((zone) => subnetIn(scope, network, zone, about)) };
}

function zonesOf(
  scope: Construct,
  network: GpuNetwork,
  { zones, purpose, capacity }: Asked,
): readonly string[] {
  const boundary = RegionalBoundary.of(scope);
  if (zones) return [...new Set(zones.map((zone) => boundary.zone(zone)))];
  if (purpose === "training" || isReserved(capacity)) return [network.zone];
  const all = subnetsOf(network).map(zoneOf);
  return [...new Set(all)].filter((zone) => isOfRegionProper(boundary.region, zone)).sort();
}

function reasonForOneZone({ purpose, capacity }: Asked): string | undefined {
  if (purpose === "training") return "a training pool stands in one zone, because EFA does not cross zones";
  return isReserved(capacity) ? "what is reserved stands in one zone" : undefined;
}

function subnetIn(scope: Construct, network: GpuNetwork, zone: string, about: string): Subnet {
  const found = subnetsOf(network).find((subnet) => zoneOf(subnet) === zone);
  if (found) return found;
  const there = quoted([...new Set(subnetsOf(network).map(zoneOf))]);
  return fail(
    scope,
    `${about}: the network has no subnet in zone "${zone}" but in ${there}; add the zone to the network.`,
  );
}

/** The GPU subnet comes first: in its zone it is the one that machines go into. */
function subnetsOf(network: GpuNetwork): readonly Subnet[] {
  return [network.gpuSubnet, ...network.subnets];
}

function zoneOf(subnet: Subnet): string {
  return subnet.availabilityZoneInput ?? "";
}
