import type { Classification, Datasheet } from "../accelerators";

import type { Opaque, Placement } from "../inventory/placement";
import type { Level } from "../policy/levels";
import type { Company, Policy } from "../policy/policy";
import type { RuleId } from "../policy/rule-ids";

export interface Citation {
  readonly cite: string;
  readonly url: string;
}

/** A stretch of a rule's life. A day with no stretch in force is a day on which the rule does not fire. */
export interface Stretch {
  /** First day, yyyy-mm-dd; null for a rule that is not law and has no first day. */
  readonly from: string | null;
  /** Last day; null while it lasts. */
  readonly to: string | null;
  /** What the rule says in this stretch, or what changed. */
  readonly says: string;
}

/** How well the rule's text is known. */
export type Verification = "verified" | "single-source" | "unverified" | "own";

/** A program that a rule blocks or lets pass: it documents the rule, and runs as a test. */
export interface Example {
  readonly title: string;
  /** A policy file's content; `examplePolicy` fills in what is neutral. */
  readonly policy: Readonly<Record<string, unknown>>;
  /** A Terraform JSON configuration, or the question itself where no cloud offers such a machine. */
  readonly configuration:
    | Readonly<Record<string, unknown>>
    | { readonly accelerator: string; readonly country: string };
}

interface RuleText {
  readonly id: RuleId;
  readonly title: string;
  /** Two or three sentences for an engineer who has never read the law. */
  readonly explanation: string;
  readonly history: readonly Stretch[];
  readonly citations: readonly Citation[];
  readonly verification: Verification;
  /** What would satisfy it. */
  readonly remedy: string;
  readonly examples: { readonly blocked: readonly Example[]; readonly allowed: readonly Example[] };
}

/** What a rule has to say of a case; `level` where it is milder than the rule's own. */
export interface Violation {
  readonly message: string;
  readonly level?: Level;
  readonly remedy?: string;
}

/** What every judgement knows. */
export interface Context {
  readonly policy: Policy;
  readonly asOf: string;
  /** Everyone whose headquarters count: the organization, end users, and their ultimate parents. */
  readonly parties: readonly RoleOfParty[];
}

export interface RoleOfParty extends Company {
  /** "the organization", "end user", "ultimate parent of …". */
  readonly role: string;
}

/** One accelerator in one country. */
export interface Subject {
  readonly accelerator: Datasheet;
  readonly classification: Classification;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Judges an accelerator in a country; the same question for every placement of that accelerator there. */
export interface PlacementRule extends RuleText {
  readonly judges: "placement";
  judge(subject: Subject, context: Context): Violation | undefined;
}

/** What a placement rule would block of the values a placement could take, if anything. */
export interface WouldBlock {
  readonly rule: RuleId;
  readonly accelerator: string;
  readonly country: string;
}

/** Judges a placement that the documents do not decide. */
export interface UncertaintyRule extends RuleText {
  readonly judges: "uncertainty";
  judge(placement: Placement, wouldBlock: WouldBlock | undefined): readonly Violation[];
}

/** Judges something that cannot be read. */
export interface OpacityRule extends RuleText {
  readonly judges: "opacity";
  judge(opaque: Opaque, wouldBlock: WouldBlock | undefined): Violation | undefined;
}

/** Judges the policy's own debts, after everything else. */
export interface DebtRule extends RuleText {
  readonly judges: "debt";
  judge(debts: Debts, context: Context): readonly DebtViolation[];
}

export interface DebtViolation extends Violation {
  /** Where in the policy file: `waivers[0]`. */
  readonly address: string;
}

/** How authorizations and waivers fared in a run. */
export interface Debts {
  /** By position in the policy: whether it set a finding aside. */
  readonly waiversUsed: readonly boolean[];
  /** By position in the policy: what it answers for; undefined where nothing is in its scope. */
  readonly authorizationClaims: readonly (AuthorizationClaim | undefined)[];
  /** True when only a part of the app was judged, so that "unused" cannot be told. */
  readonly partial: boolean;
}

export interface AuthorizationClaim {
  /** Accelerators it was asked to cover, 0 where another steps in; null when a count is not known. */
  readonly accelerators: number | null;
}

export type Rule = PlacementRule | UncertaintyRule | OpacityRule | DebtRule;

/** The stretch of a rule in force on a day, if any. */
export function stretchOn(rule: Pick<Rule, "history">, asOf: string): Stretch | undefined {
  return rule.history.find(({ from, to }) => (from ?? "") <= asOf && asOf <= (to ?? "9999-12-31"));
}
