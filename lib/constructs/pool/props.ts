/** How a pool comes by its machines. `capacity-block` and `reservation` use what was reserved beforehand. */
export type Capacity = "on-demand" | "reservation" | "capacity-block" | "spot";

/** Training stands in one zone and talks over EFA; inference may spread over zones. */
export type Purpose = "training" | "inference";

/** Machines of one accelerated type, as a pool of a cluster or a fleet of their own. */
export interface PoolProps {
  /** EC2 machine type of the catalogue, such as `p6-b200.48xlarge`. */
  readonly machineType: string;
  /** Machines at most, 1 or more. */
  readonly nodes: number;
  /** Machines at least. Between this and `nodes` whoever scales the pool decides, and Terraform leaves it be. @default `nodes`; 0 with a capacity block, whose machines cannot start before it does */
  readonly minNodes?: number;
  /** What the machines are for. @default "training" */
  readonly purpose?: Purpose;
  /** Names (`ap-southeast-5a`) or letters (`a`) of zones; one alone for training and for what is reserved. @default training and reserved: the GPU zone of the network; else all its zones of the region proper */
  readonly zones?: readonly string[];
  /** How the machines are come by. @default "on-demand" */
  readonly capacity?: Capacity;
  /** `cr-…` of the reservation or the capacity block. @default none; needed with "reservation" and "capacity-block" */
  readonly reservationId?: string;
  /** Name of a cluster placement group that exists (a reservation may be tied to one), or false for none. @default a group of the pool's own for training over EFA, on demand or reserved; never with a capacity block */
  readonly placementGroup?: string | false;
  /** Attach every EFA interface the machine type has. @default true for training, false for inference */
  readonly efa?: boolean;
  /** Size of the encrypted gp3 root volume, 100 to 16384. @default 200 */
  readonly rootVolumeGiB?: number;
  /** Who at AWS confirmed that the region offers the machine type, or the order's reference: 10 characters or more. Kept as a tag. @default none; needed where `landfall/regions` does not list the type */
  readonly confirmedOffering?: string;
}
