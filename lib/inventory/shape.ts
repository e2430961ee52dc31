import type { Cloud } from "../accelerators/datasheet";

/**
 * How a Terraform resource type says which machines it makes, how many and where.
 *
 * Paths are Terraform attribute names joined by dots, without list indices: every element of a list or
 * block on the way is read (`launch_template_config.override.instance_type`), a map at the end by its values.
 */
export interface ResourceShape {
  /** Whose machine types and regions it names, where that is not the provider's own cloud (GKE on AWS). */
  readonly cloud?: Cloud;
  readonly machines?: readonly MachineAttribute[];
  /** Attributes that hold the id, name or ARN of a template resource (launch template, instance template…) that may name the machine. */
  readonly templates?: readonly string[];
  /** True for a resource that places nothing itself but is the template of others. */
  readonly isTemplate?: true;
  /** Blocks that AWS fills where they are not written, so that a plan shows them as unknown. */
  readonly filled?: readonly string[];
  /** How many machines; the largest value counts. Absent: one machine. */
  readonly quantity?: Quantity;
  /** Zone names or zone ids. */
  readonly zones?: readonly string[];
  /** Region names, for clouds whose resources carry them (Google `region`, Azure `location`). AWS's `region` argument is read for every type and not listed. */
  readonly regions?: readonly string[];
  /** Attributes that hold a zone or a region in one (Google `location`). */
  readonly zonesOrRegions?: readonly string[];
  /** Subnets, or network interfaces in them, whose zone places the machine. */
  readonly subnets?: readonly string[];
  /** Places in lists of name and value, where another attribute tells what the value is. */
  readonly conditionalPlaces?: readonly ConditionalPlace[];
  /** Attributes whose presence moves the machine to hardware whose place AWS does not tell (Outposts, dedicated hosts). */
  readonly outposts?: readonly string[];
  /** Attributes that refer to another resource whose place is this one's (a node pool's cluster). */
  readonly parents?: readonly string[];
  /** A scaling policy: it makes no machines, but lets the resource that `target` names grow to this many. */
  readonly scales?: { readonly target: string; readonly quantity: Quantity };
  /** The attribute that names the resource which holds its machines: what scales this one counts there. */
  readonly machinesIn?: string;
}

/**
 * Paths that hold a number of machines, or a fixed number. Of a machine attribute, a path that starts with a
 * dot is read in the attribute's own block (`.instance_count`), with two dots in the block around that, and so
 * on outwards.
 */
export interface Quantity {
  /** Desired, maximum, target…: the largest known one counts. */
  readonly paths: readonly string[];
  /** Numbers that stand in every zone of the resource: times its zones, and not known where these are not. */
  readonly perZone?: readonly string[];
  /** What counts when none of the paths is set: a number, or null when there is no limit to read. */
  readonly otherwise: number | null;
}

/** An attribute that holds what it is read for only where others in its block say so. */
export interface ConditionalPath {
  readonly path: string;
  /** Attributes of the same block and the values they must have; an unknown one is taken to match. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** What parts a list inside one text. */
  readonly separator?: string;
}

export interface ConditionalPlace extends ConditionalPath {
  readonly holds: "region" | "zone" | "subnet";
}

export interface MachineAttribute extends ConditionalPath {
  readonly kind: MachineKind;
  /** Number of machines this attribute asks for, where it differs from the resource's. */
  readonly quantity?: Quantity;
  /** For `accelerator`: how many of them each machine carries; one where absent. */
  readonly each?: Quantity;
  /**
   * The machine attribute (by the rules for paths of a quantity) that speaks of the same chips: beside an
   * `accelerator`, where the machine type is itself accelerated and counts them already; for
   * `accelerator-capacity`, where the machine type stands once it is known.
   */
  readonly sameAs?: string;
  /**
   * Turns the service's own name into one the catalogue holds: a machine type, for `accelerator` an
   * accelerator. null: accelerated, but by which chip is not published; undefined: not accelerated.
   */
  readonly translate?: (value: string) => string | null | undefined;
}

export type MachineKind =
  /** A machine type of the resource's cloud: `p5.48xlarge`, `ml.p5.48xlarge`, `a3-highgpu-8g`, `BM.GPU.H100.8`. */
  | "machine-type"
  /** A bare family: `p5`. */
  | "machine-family"
  /** Either (AWS Batch), besides keywords such as `optimal`. */
  | "machine-type-or-family"
  /** A block of attribute-based instance requirements. */
  | "requirements"
  /** A chip beside the machine (`guest_accelerator.type`), counted in accelerators. */
  | "accelerator"
  /** A service's own hardware class (AppStream, WorkSpaces, CodeBuild). */
  | "service-class"
  /** Capacity whose hardware is named only by an opaque id; it exists for accelerators alone. */
  | "accelerator-capacity";

/** As many as there is work for: nothing that could be read limits it. */
export const unbounded: Quantity = { paths: [], otherwise: null };

/** The largest of the attributes, or `otherwise` where none is set. */
export function counted(otherwise: number | null, ...paths: readonly string[]): Quantity {
  return { paths, otherwise };
}
