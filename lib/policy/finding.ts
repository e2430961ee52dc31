import type { AcceleratorClass } from "../accelerators";
import type { Location } from "../inventory/placement";
import type { Citation, WouldBlock } from "../rules/rule";
import type { Level } from "./levels";
import type { RuleId } from "./rule-ids";
import type { Total } from "./total";

/** What a finding is about. */
export type FindingSubject =
  | {
      readonly kind: "placement";
      readonly machine: string | null;
      readonly attribute: string;
      readonly accelerator: string;
      /** Where the document leaves the choice open: what else the rule catches; an authorization must cover all. */
      readonly alternatives?: readonly string[];
      readonly count: number | null;
      readonly class: AcceleratorClass | null;
      readonly tpp: number | null;
      readonly performanceDensity: number | null;
      /** How machine, place and class were found, step by step. */
      readonly derivation: readonly string[];
    }
  | {
      readonly kind: "uncertainty";
      readonly machine: string | null;
      readonly attribute: string;
      readonly derivation: readonly string[];
      /** What a rule would block of all that it could be; absent where that is nothing. */
      readonly wouldBlock?: WouldBlock;
    }
  | { readonly kind: "opaque"; readonly named: readonly string[]; readonly wouldBlock?: WouldBlock }
  | {
      readonly kind: "party";
      /** Null where the finding is about a fact of the deployment. */
      readonly party: string | null;
      /** Entries of a screening list that it rests on, by id; null where it rests on none. */
      readonly entries: readonly string[] | null;
    }
  | {
      readonly kind: "quantity";
      /** What is placed; null where a part of it is not known. */
      readonly total: Total;
      /** What it may come to; null where that is not limited. */
      readonly most: Total;
    }
  | {
      readonly kind: "data";
      /** The type of the resource that carries it. */
      readonly type: string;
      readonly attribute: string;
      readonly boundary: string;
      readonly leadsTo: {
        readonly what: string;
        /** Null where no place is named, "any" where it may be any. */
        readonly countries: readonly string[] | "any" | null;
        readonly account: string | null;
      };
      readonly derivation: readonly string[];
    }
  | { readonly kind: "debt" };

/** What set a finding aside. */
export type SatisfiedBy =
  | { readonly authorizations: readonly string[] }
  | { readonly waiver: { readonly reason: string; readonly approvedBy: string; readonly expires: string } };

/** One rule's word on one address. */
export interface Finding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly stack: string;
  /** The file; the policy's for its own debts. */
  readonly input: string;
  /** Terraform's address, or a path in the policy file. */
  readonly address: string;
  readonly message: string;
  readonly subject: FindingSubject;
  readonly location: Location | null;
  readonly citations: readonly Citation[];
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly remedy: string;
  readonly satisfiedBy?: SatisfiedBy;
}
