import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { Machine } from "../../accelerators";
import { fail, quoted } from "../check";
import { constraintOf } from "./constraints";
import type { NamedPoolProps, Pool } from "./pool";
import type { Capacity } from "./props";

const CAPACITIES: readonly Capacity[] = ["on-demand", "reservation", "capacity-block", "spot"];

/** Whether the machines were set aside beforehand, in one zone. */
export function isReserved(capacity: Capacity): boolean {
  return capacity === "reservation" || capacity === "capacity-block";
}

/** How the pool comes by its machines, checked against what the type allows. */
export function readCapacity(scope: Construct, machine: Machine, props: NamedPoolProps): Capacity {
  const { name, capacity = "on-demand", reservationId } = props;
  const about = `pool "${name}"`;
  if (!CAPACITIES.includes(capacity)) {
    fail(scope, `${about}: capacity "${capacity}" is none of ${quoted(CAPACITIES)}; choose one.`);
  }
  const constraint = constraintOf(machine.name);
  if (constraint && !constraint.capacity.includes(capacity)) {
    fail(
      scope,
      `${about}: ${machine.name} cannot be had as "${capacity}", because ${constraint.because}; use ${quoted(constraint.capacity)}.`,
    );
  }
  if (isReserved(capacity)) checkReservation(scope, about, capacity, reservationId);
  else if (reservationId !== undefined) {
    fail(
      scope,
      `${about} has reservationId "${reservationId}" and capacity "${capacity}"; leave the id out, or make the capacity "reservation" or "capacity-block".`,
    );
  }
  return capacity;
}

function checkReservation(scope: Construct, about: string, capacity: Capacity, id: string | undefined): void {
  if (id === undefined) {
    fail(scope, `${about} has capacity "${capacity}" and no reservationId; give the id AWS showed, cr-….`);
  }
  if (Token.isUnresolved(id) || /^cr-[0-9a-f]{8,17}$/.test(id)) return;
  fail(
    scope,
    `${about}: reservationId "${id}" is not the id of a reservation; it looks like cr-0a1b2c3d4e5f60718.`,
  );
}

/**
 * The placement group of a pool. A capacity block has none: AWS has packed its machines already, and launches with a
 * group are refused.
 *
 * @param packed whether the machines talk to each other enough to want one.
 */
export function readPlacement(
  scope: Construct,
  capacity: Capacity,
  packed: boolean,
  { name, placementGroup }: NamedPoolProps,
): Pool["placement"] {
  if (typeof placementGroup === "string") {
    if (capacity !== "capacity-block") return { name: placementGroup };
    fail(
      scope,
      `pool "${name}" has placementGroup "${placementGroup}" and a capacity block, whose machines AWS packs by itself; leave the group out.`,
    );
  }
  const wanted = packed && (capacity === "on-demand" || capacity === "reservation");
  return wanted && placementGroup !== false ? "own" : undefined;
}
