import type { Cloud } from "../accelerators/datasheet";
import type { DocumentKind } from "../terraform/input";

/** Where a machine stands, as the JSON result gives it. */
export interface Location {
  /** "site": a place of one's own; "other": a cloud outside the catalogue. */
  readonly cloud: Cloud | "site" | "other";
  readonly region: string | null;
  readonly zone: string | null;
  /** ISO 3166-1 alpha-2; null when not known. */
  readonly country: string | null;
  /** What named it: "provider aws.frankfurt", "availability_zone", "aws_subnet.gpu". */
  readonly from: string;
}

/** Something about a placement that the documents do not decide. */
export interface Problem {
  readonly rule: "gate/unresolved" | "gate/unknown-accelerator" | "gate/unknown-location";
  /** The attribute or provider that would have to say it. */
  readonly what: string;
  readonly why: string;
}

/**
 * The expressions that decide a place, as written: what Terraform will know of it at plan. None is there where no
 * expression of the resource's own module decides it.
 */
export interface PlaceExpressions {
  /** The region's text; absent where the region is known. */
  readonly region?: string;
  /** The zone's text, where the zone is not known. */
  readonly zone?: string;
  /** True where something else than an expression may put it into any zone of the region. */
  readonly anyZone?: true;
}

/** A location with everything it could be. */
export interface Place {
  readonly location: Location;
  /** The country, every country it may be, or "any". */
  readonly countries: readonly string[] | "any";
  readonly problem: Problem | null;
  readonly steps: readonly string[];
  /** Variables whose default decided it. */
  readonly assumed: readonly string[];
  readonly expressions?: PlaceExpressions;
}

/** Accelerators of one resource at one place. */
export interface Placement {
  readonly address: string;
  readonly stack: string;
  readonly input: string;
  /** What it was read from: the same thing can be in a configuration, its plan and its state. */
  readonly stage: DocumentKind;
  /** The machine type or accelerator as written; null when it is an expression that is not known. */
  readonly machine: string | null;
  /** Where the machine is named: `launch_template_config[0].override[1].instance_type`. */
  readonly attribute: string;
  /** The accelerator, every accelerator it may be, or "any". */
  readonly accelerators: readonly string[] | "any";
  /** Accelerators, not machines; null where a scaling limit is not known. */
  readonly count: number | null;
  readonly place: Place;
  /** What is unknown of the machine; `place.problem` says it of the place. */
  readonly problem: Problem | null;
  /** False when a variable's default makes none of it: it is only possible. */
  readonly exists: boolean;
  /** True when it is there already, whatever is decided now. */
  readonly stands: boolean;
  readonly steps: readonly string[];
  readonly assumed: readonly string[];
  /** The text that names a machine type, as written in the resource's own module; absent where none does. */
  readonly expression?: string;
  /** Conditions that Terraform itself checks ahead of making it, as written. */
  readonly preconditions?: readonly string[];
}

/** Something that can create compute and cannot be read. */
export interface Opaque {
  readonly address: string;
  readonly stack: string;
  readonly input: string;
  readonly why: string;
  /** At synth a plan can still show what it holds; later nothing can. */
  readonly isLast: boolean;
  /** Accelerated machines its texts name, at each place it could put them. */
  readonly named: readonly Placement[];
  /** What a module's inputs leave open: machines and places that only Terraform will know. */
  readonly open?: readonly Placement[];
}

export interface Inventory {
  readonly placements: readonly Placement[];
  readonly opaque: readonly Opaque[];
}
