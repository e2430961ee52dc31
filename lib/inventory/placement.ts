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

/** A location with everything it could be. */
export interface Place {
  readonly location: Location;
  /** The country, every country it may be, or "any". */
  readonly countries: readonly string[] | "any";
  readonly problem: Problem | null;
  readonly steps: readonly string[];
  /** Variables whose default decided it. */
  readonly assumed: readonly string[];
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
}

export interface Inventory {
  readonly placements: readonly Placement[];
  readonly opaque: readonly Opaque[];
}
