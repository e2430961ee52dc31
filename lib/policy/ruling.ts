import type { Placement } from "../inventory/placement";
import type { Kind } from "../rules/rule";
import type { Finding } from "./finding";

/** A finding before authorizations and waivers are read, with what these have to know of it. */
export interface Ruling {
  readonly finding: Finding;
  /** What it is about, where an accelerator and a country are known. */
  readonly placement?: Placement;
  /** Every accelerator the rule catches there: more than one where the document leaves the choice open. */
  readonly caught: readonly Kind[];
  /** Countries that data goes to, where it is about data; null where these are not all known. */
  readonly dataCountries?: readonly string[] | null;
  /** Position of the policy's declared flow that lets it pass. */
  readonly declared?: number;
  /** True for a note that the rule itself makes: nothing is amiss, so nothing can be set aside. */
  readonly remark: boolean;
}
