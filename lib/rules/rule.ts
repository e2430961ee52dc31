import type { Classification, Confidence, Datasheet } from "../accelerators";
import type { Opaque, Placement } from "../inventory/placement";
import type { Level } from "../policy/levels";
import type { AuthorizationKind, Company, Policy } from "../policy/policy";
import type { RuleId } from "../policy/rule-ids";
import type { Total } from "../policy/total";
import type { DataFlow } from "../residency/flow";
import type { Screen } from "../screening/of-policy";

/** Where in the law, or beside it, something is written. */
export interface Citation {
  readonly cite: string;
  readonly url: string;
}

/** How a rule stands: "unenforced" is in the code and announced as not enforced; "stayed" is suspended and does not fire. */
export type State = "in force" | "unenforced" | "stayed";

interface HistoryEntry {
  /** What the rule says from then on, or what changed. */
  readonly says: string;
  /** @default "in force", or for a change what it was before */
  readonly state?: State;
  /** What made it so; absent for what is not law. */
  readonly citations?: readonly Citation[];
  /** How sure text and dates are; absent for what is not law. */
  readonly confidence?: Confidence;
}

/** A stretch of a rule's life. A day with no stretch, or one that is stayed, is a day on which the rule does not fire. */
export interface Stretch extends HistoryEntry {
  /** First day, yyyy-mm-dd; null for a rule that is not law and has no first day. */
  readonly from: string | null;
  /** Last day; null while it lasts. */
  readonly to: string | null;
  /** What was altered on the way without beginning the rule anew, oldest first. */
  readonly changes?: readonly Change[];
}

/** An alteration within a stretch of a rule's life. */
export interface Change extends HistoryEntry {
  /** First day, yyyy-mm-dd, within the stretch. */
  readonly on: string;
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
  /** The default level of a rule that a plugin brings; those of this version are listed with their ids. */
  readonly level?: Level;
  readonly title: string;
  /** Two or three sentences for an engineer who has never read the law. */
  readonly explanation: string;
  readonly history: readonly Stretch[];
  readonly citations: readonly Citation[];
  readonly verification: Verification;
  /** What would satisfy it. */
  readonly remedy: string;
  /** What it gathers, for its page: a list of its own with its columns. */
  readonly list?: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly examples: { readonly blocked: readonly Example[]; readonly allowed: readonly Example[] };
}

/** What a rule has to say of a case; `level` where it is milder than the rule's own. */
export interface Violation {
  readonly message: string;
  readonly level?: Level;
  readonly remedy?: string;
  /** First day and source of what it says, where the rule gathers many things. */
  readonly from?: string;
  readonly citations?: readonly Citation[];
}

/** What every judgement knows. */
export interface Context {
  readonly policy: Policy;
  readonly asOf: string;
  /** Everyone whose headquarters count: the organization, end users, and their ultimate parents. */
  readonly parties: readonly RoleOfParty[];
  /** What they are compared with; null where no screening list was given. */
  readonly screening: Screen | null;
}

/** A company whose headquarters count, and what it is to the deployment. */
export interface RoleOfParty extends Company {
  /** "the organization", "end user", "ultimate parent of …". */
  readonly role: string;
  /** Where the policy names it: `organization`, `endUsers[2].ultimateParent`. */
  readonly path: string;
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
  /** Ceilings on all that it catches together. */
  readonly caps?: readonly Cap[];
  /** What it has to say of one accelerator in one country, if anything. */
  judge(subject: Subject, context: Context): Violation | undefined;
}

/** A ceiling in the law on what is placed together. */
export interface Cap {
  /** First and last day, yyyy-mm-dd; null while it lasts. */
  readonly from: string;
  readonly to: string | null;
  /** Whose total counts: all that the organization receives, or what stands in one country. */
  readonly per: "consignee" | "country";
  /** Total processing performance. */
  readonly maxTpp: number;
  /** Only for policies that record an authorization of this kind; absent: for all. */
  readonly holders?: AuthorizationKind;
  /** Countries it does not count, by day. */
  readonly isExempt?: (country: string, asOf: string) => boolean;
  /** What it limits, as the end of "capped at 1,000 TPP …". */
  readonly says: string;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
}

/** A placement with every accelerator it may use; none where any may come. */
export interface Placed {
  readonly placement: Placement;
  readonly kinds: readonly Kind[];
}

/** What an accelerator is on the day of the run. */
export interface Kind {
  readonly accelerator: string;
  readonly class: Classification["class"];
  /** Of one, unrounded; null where unpublished. */
  readonly tpp: number | null;
}

/** Judges what all placements come to together. */
export interface QuantityRule extends RuleText {
  readonly judges: "quantity";
  /** What it has to say of the totals. */
  judge(placed: readonly Placed[], context: Context): readonly QuantityViolation[];
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
  /**
   * What it has to say of the placement.
   *
   * @param isEnforced whether a precondition of Terraform's refuses what the rules would block
   */
  judge(placement: Placement, wouldBlock: WouldBlock | undefined, isEnforced: boolean): readonly Violation[];
}

/** Judges something that cannot be read. */
export interface OpacityRule extends RuleText {
  readonly judges: "opacity";
  /**
   * What it has to say of it, if anything.
   *
   * @param checked what of it a precondition of Terraform's refuses where the rules would block
   */
  judge(
    opaque: Opaque,
    wouldBlock: WouldBlock | undefined,
    checked: readonly Placement[],
  ): Violation | undefined;
}

/** Judges the parties and facts that the policy states, once a run. */
export interface PartyRule extends RuleText {
  readonly judges: "parties";
  /** Whether it is asked of every run, or only of one that may place an accelerator under export control. */
  readonly asked: "always" | "with controlled accelerators";
  /**
   * What it has to say of parties and facts.
   *
   * @param abroad whether an accelerator under export control may come to stand outside the United States
   */
  judge(context: Context, abroad: boolean): readonly PartyViolation[];
}

/** What a rule has to say of a party, or of a fact of the deployment. */
export interface PartyViolation extends PolicyViolation {
  /** Name of the party it is about; null where it is about a fact of the deployment. */
  readonly party: string | null;
  /**
   * Entries of a screening list that it rests on, by id: a waiver or authorization has to name them all. Empty for a
   * defect of the list itself, which nothing sets aside; absent where no list is concerned.
   */
  readonly entries?: readonly string[];
}

/** Judges a way by which data leaves its boundary. */
export interface DataRule extends RuleText {
  readonly judges: "data";
  /** What it has to say of the flow, which does leave or may. */
  judge(flow: DataFlow): Violation;
}

/** Judges the policy's own debts, after everything else. */
export interface DebtRule extends RuleText {
  readonly judges: "debt";
  /** What it has to say of authorizations, waivers and declared flows. */
  judge(debts: Debts, context: Context): readonly PolicyViolation[];
}

/** A violation that stands in the policy file, not in what it is for. */
export interface PolicyViolation extends Violation {
  /** Where in the file: `waivers[0]`, `endUsers[2]`, `facts.firstAcceleratorOrder`. */
  readonly address: string;
}

/** What a rule has to say of a total. */
export interface QuantityViolation extends PolicyViolation {
  readonly total: Total;
  /** What the total may come to; null where that is not limited. */
  readonly most: Total;
}

/** How authorizations and waivers fared in a run. */
export interface Debts {
  /** By position in the policy: whether it set a finding aside. */
  readonly waiversUsed: readonly boolean[];
  /** By position in the policy: what it answers for, 0 where another steps in; undefined where nothing is in its scope. */
  readonly authorizationClaims: readonly (Total | undefined)[];
  /** By position in the policy: how each declared flow fared. */
  readonly declaredFlows: readonly FlowDebt[];
  /** True when only a part of the app was judged, so that "unused" cannot be told. */
  readonly partial: boolean;
}

/** How a declared flow fared in a run. */
export interface FlowDebt {
  /** Whether it let anything pass. */
  readonly used: boolean;
  /** Names of boundaries it speaks of that nothing draws. */
  readonly missing: readonly string[];
}

/** A rule of any kind; `judges` tells which. */
export type Rule =
  | PlacementRule
  | QuantityRule
  | UncertaintyRule
  | OpacityRule
  | PartyRule
  | DataRule
  | DebtRule;

/** A rule that an organization writes itself; a plugin of the policy brings it. */
export type OwnRule = (PlacementRule | QuantityRule | PartyRule) & { readonly level: Level };

/** The stretch of a rule in force on a day, if any. */
export function stretchOn(rule: Pick<Rule, "history">, asOf: string): Stretch | undefined {
  return rule.history.find(
    ({ from, to, state }) => state !== "stayed" && (from ?? "") <= asOf && asOf <= (to ?? "9999-12-31"),
  );
}
