import type { Construct } from "constructs";
import type { Machine } from "../../accelerators";
import { fail, quoted } from "../check";
import { efaInterfaces, type MachineInterface, plainInterface } from "../efa/interfaces";
import { networkCardsOf } from "../efa/network-cards";
import type { NamedPoolProps } from "./pool";
import type { Purpose } from "./props";

interface Asked extends NamedPoolProps {
  readonly purpose: Purpose;
  readonly zones: readonly string[];
}

/** The network interfaces of each machine of a pool. */
export function readInterfaces(
  scope: Construct,
  machine: Machine,
  { name, efa, purpose, zones }: Asked,
): readonly MachineInterface[] {
  if (!(efa ?? purpose === "training")) return plainInterface;
  const about = `pool "${name}"`;
  const cards = networkCardsOf(machine.name);
  if (!cards) {
    return fail(
      scope,
      `${about}: the network cards of ${machine.name} are not known; set efa: false to go with one plain interface.`,
    );
  }
  if (efa === true && cards.efaCards.length === 0) {
    fail(scope, `${about}: ${machine.name} has no EFA; leave efa out.`);
  }
  if (efa === true && zones.length > 1) {
    fail(scope, `${about} has efa and stands in ${quoted(zones)}; EFA does not cross zones, give it one.`);
  }
  return efaInterfaces(cards);
}
