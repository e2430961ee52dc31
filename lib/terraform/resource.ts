import type { DocumentKind } from "./input";
import type { Reference, Trace, Value } from "./value";

/** One value read at a path of a resource, with what led to it. */
export interface Reading {
  /** Where it stands, with the indices of this very element: `override[1].instance_type`. */
  readonly path: string;
  readonly value: Value;
  readonly trace: Trace;
  /** The text that the configuration has for it, an expression or not; absent where the value has no text of its own. */
  readonly written?: string;
  /** Readings in the block that holds this one, or so many blocks further out. */
  sibling(path: string, outwards?: number): Reading[];
}

/** Stands for what is written but not known, where that is all that is asked. */
export const HIDDEN: unique symbol = Symbol("hidden");

/** Begins what a `source` says of values that are no text. */
export const NO_TEXT = "\0";

/** Tests a text, or the name of an attribute or key. */
export type TextTest = (text: string, isName: boolean) => boolean;

/** A resource, whichever document it was read from. Values are read on demand. */
export interface Resource {
  /** Terraform's address, module path and index included. */
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly stack: string;
  /** The file it was read from. */
  readonly input: string;
  /** How many of it there are where they are not listed one by one; null when not known. */
  readonly multiplicity: number | null;
  /** What decided `multiplicity` or the existence of this instance. */
  readonly trace: Trace;
  /**
   * Values at a dotted path without indices. Lists and blocks on the way are spread; an unknown on the way
   * is one reading; what is absent or null is none.
   */
  read(path: string): Reading[];
  /** Every dotted path below it whose last name is wanted, without indices; for sweeps over unknown types. */
  paths(isWanted: (name: string) => boolean): string[];
  /** Every text inside, evaluated. */
  texts(): Reading[];
  /** What stands at a top-level attribute as written, `HIDDEN` where some of it is not known: cheap, to read only where it pays. */
  glance(name: string): unknown;
  /** Which of these top-level attributes, and of those that were noticed, hold anything or may; null where all are held. */
  among(names: ReadonlySet<string>): readonly string[] | null;
  /**
   * What decides a top-level attribute: a text, number or truth value that is the same for resources of a document
   * where it comes out the same; null where that is not known. What is written as no text begins with `NO_TEXT`.
   */
  source(name: string): string | number | boolean | null;
  /** Whether a text inside passes the test as it is written, or is an expression that may: cheap as well. */
  mentions(test: TextTest): boolean;
  /** Attributes noticed when it was read, where no more than these and the usual ones are held; undefined where all is. */
  readonly noticed?: readonly string[] | undefined;
  readonly provider: Provider;
  /** What it was read from: a configuration, a plan of changes, or a state. */
  readonly stage: DocumentKind;
  /** True when it is there already and nothing changes: a plan's no-op, a state. */
  readonly stands: boolean;
  /** The resources of its document that an id, ARN or name belongs to. */
  named(name: string): readonly Resource[];
  /** The resources or data sources an unknown value refers to, as far as the documents hold them. */
  follow(reference: Reference): readonly Resource[];
}

/** The provider configuration a resource is made with. */
export interface Provider {
  /** As Terraform names it: `aws`, `aws.frankfurt`. */
  readonly key: string;
  /** Source of the provider, last part: `aws`, `google-beta`. */
  readonly kind: string;
  read(path: string): Reading[];
  /** Why nothing can be read, when the documents do not hold one configuration for this key. */
  readonly missing: string | null;
}

/** A module call whose inside the document does not show. */
export interface ModuleCall {
  readonly address: string;
  readonly stack: string;
  readonly input: string;
  readonly source: string;
  /** Every text among the inputs, resolved as far as the document goes. */
  texts(): Reading[];
  /** The providers its resources can use. */
  readonly providers: readonly Provider[];
  /** Conditions that outputs of the calling module are checked for, as written. */
  readonly preconditions: readonly string[];
}

/** What the documents of one run hold, ready for the inventory. */
export interface Estate {
  readonly resources: readonly Resource[];
  readonly modules: readonly ModuleCall[];
}
