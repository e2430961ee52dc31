import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Machine } from "../../accelerators";
import type { MachineInterface } from "../efa/interfaces";
import type { Architecture, Silicon } from "./machine";
import type { Capacity, PoolProps, Purpose } from "./props";

/** A pool whose props have been checked and filled in. */
export interface Pool {
  readonly name: string;
  readonly machine: Machine;
  readonly silicon: Silicon;
  readonly architecture: Architecture;
  readonly nodes: number;
  readonly minNodes: number;
  readonly purpose: Purpose;
  readonly capacity: Capacity;
  readonly reservationId?: string;
  /** Where the machines stand: one subnet a zone. */
  readonly subnets: readonly Subnet[];
  readonly zones: readonly string[];
  readonly interfaces: readonly MachineInterface[];
  /** A cluster placement group: one to create, one that exists, or none. */
  readonly placement: "own" | { readonly name: string } | undefined;
  readonly rootVolumeGiB: number;
  readonly confirmedOffering?: string;
}

/** A pool of {@link PoolProps} with its name. */
export interface NamedPoolProps extends PoolProps {
  /** Names the pool among its neighbours: lower-case words joined by dashes. */
  readonly name: string;
}
