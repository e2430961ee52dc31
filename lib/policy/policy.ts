import type { ExceptionCode } from "../jurisdictions";
import type { OwnRule } from "../rules/rule";
import type { Level } from "./levels";

/** A policy file as read and checked, defaults filled in. Countries are ISO 3166-1 alpha-2, dates `YYYY-MM-DD`. */
export interface Policy {
  readonly version: 1;
  /** The file as it was named, null when the policy came from memory. */
  readonly path: string | null;
  /** `sha256:` and 64 hex digits, of the file's bytes as read. */
  readonly digest: string;
  /** The day the rules are read for. */
  readonly asOf: string;
  readonly asOfFrom: "policy" | "option" | "today";
  /** Who receives and operates the compute. */
  readonly organization: Party;
  /** Tenants and customers; empty means internal use only. */
  readonly endUsers: readonly Party[];
  /** False when the file says nothing of end users, so that internal use is assumed, not stated. */
  readonly endUsersStated: boolean;
  readonly access: "cloud" | "owned";
  /** What is stated about the deployment; empty where the file states nothing. */
  readonly facts: Facts;
  readonly countries: CountryLists;
  /** Absent: nobody is compared with a list. */
  readonly screening?: Screening;
  /** The organization's own, on top of the law. */
  readonly caps: readonly OwnCap[];
  /** By rule id; a rule without an entry has its default level. Has no prototype. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly boundaries: readonly Boundary[];
  readonly flows: readonly DeclaredFlow[];
  readonly authorizations: readonly Authorization[];
  readonly waivers: readonly Waiver[];
  /** Modules with rules of the organization's own, loaded. */
  readonly plugins: readonly Plugin[];
  /** Country by a name that the code only refers to: Outpost ARN, subnet id, bucket. Has no prototype. */
  readonly known: Readonly<Record<string, string>>;
}

/** A module with rules of the organization's own. */
export interface Plugin {
  /** As the policy names it. */
  readonly name: string;
  /** `sha256:` and 64 hex digits, of the bytes of its file; what that file loads is not part of it. */
  readonly digest: string;
  readonly rules: readonly OwnRule[];
}

/** A company as the policy states it. */
export interface Company {
  readonly name: string;
  readonly headquarters: string;
  /** As documents give them; a screening list is searched for them too. */
  readonly addresses?: readonly string[];
}

/** A company that takes part in the deployment, with who stands behind it. */
export interface Party extends Company {
  /** Absent: the party is its own ultimate parent. */
  readonly ultimateParent?: Company;
  /** Absent: nothing is stated of who owns it. */
  readonly owners?: readonly Owner[];
}

/** Who holds a share of a party. */
export interface Owner {
  readonly name: string;
  readonly headquarters?: string;
  readonly addresses?: readonly string[];
  /** Percent of the party it owns, 0 to 100; absent: not known. */
  readonly share?: number;
  /** Whether it is on a list that restricts what it owns; absent: the screening list tells. */
  readonly listed?: boolean;
  readonly owners?: readonly Owner[];
}

/** What parties are compared with. */
export interface Screening {
  /** The file with the Consolidated Screening List, as it can be opened from the working directory. */
  readonly list: string;
  /** The score from which a match blocks, 50 to 85. */
  readonly threshold: number;
  /** The day the list was downloaded, for a file that does not say it. */
  readonly date?: string;
}

export const DELIVERY_ADDRESSES = [
  "business",
  "residential",
  "vague",
  "remote",
  "freight-forwarder",
] as const;

export const INTERMEDIARIES = ["none", "customary", "unusual"] as const;

/** What somebody found out about a deployment; an absent fact was not looked into. */
export interface Facts {
  readonly endUserVerified?: boolean;
  readonly tenantsDisclosed?: boolean;
  readonly headquartersConfirmed?: boolean;
  readonly fitsBusiness?: boolean;
  readonly businessBackground?: boolean;
  readonly publicPresence?: boolean;
  readonly businessCaseShown?: boolean;
  readonly siteCapacityShown?: boolean;
  readonly destinationStated?: boolean;
  readonly licenseHistoryKnown?: boolean;
  readonly resemblesListedParty?: boolean;
  readonly leadershipOverlapsListedParty?: boolean;
  readonly suppliesSupercomputers?: boolean;
  readonly plansSupercomputer?: boolean;
  readonly firstAcceleratorOrder?: string;
  readonly ordersRoseSharply?: boolean;
  readonly deliveryAddress?: (typeof DELIVERY_ADDRESSES)[number];
  readonly intermediary?: (typeof INTERMEDIARIES)[number];
  readonly modelTraining?: boolean;
  readonly controlledWeights?: boolean;
  /** Countries that hardware which has stood there is moved out of. */
  readonly reexportsFrom?: readonly string[];
  /** Countries it passes on its way. */
  readonly transitsThrough?: readonly string[];
}

/** Where the organization itself lets accelerators stand, on top of the law. */
export interface CountryLists {
  /** Null: every country that the law leaves open. */
  readonly allow: readonly string[] | null;
  readonly deny: readonly string[];
}

/** The most the organization itself lets accelerators come to; at least one of the two limits is there. */
export interface OwnCap {
  readonly name: string;
  /** Counted together; absent: wherever they stand. */
  readonly countries?: readonly string[];
  /** Accelerator ids or classes (`3A090.a`), counted together; absent: any. */
  readonly accelerators?: readonly string[];
  readonly maxAccelerators?: number;
  readonly maxTpp?: number;
}

/** The last three are there whenever the level is below the rule's default. */
export interface RuleSetting {
  readonly level: Level;
  readonly reason?: string;
  readonly approvedBy?: string;
  /** The last day of a lowered level. */
  readonly until?: string;
}

/** Where a set of stacks keeps its data. */
export interface Boundary {
  readonly name: string;
  readonly countries: readonly string[];
  /** Stack names or globs; `["*"]` when the file names none. */
  readonly stacks: readonly string[];
  /** Accounts the data may live in or be shared with; null when the file does not say. */
  readonly accounts: readonly string[] | null;
}

/** Data that may go from one boundary into another. */
export interface DeclaredFlow {
  /** The boundary of the stack whose resource sends it. */
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  /** Resource types or globs. */
  readonly resources: readonly string[];
  /** The document that permits it. */
  readonly authorization: string;
}

export const AUTHORIZATION_KINDS = [
  "license",
  "license-exception",
  "validated-end-user",
  "approved-recipient",
  "legal-determination",
] as const;

/** What kind of document satisfies a rule. */
export type AuthorizationKind = (typeof AUTHORIZATION_KINDS)[number];

/** Both dates are days on which it holds. An absent list means any. */
export interface Authorization {
  readonly reference: string;
  readonly kind: AuthorizationKind;
  /** The licence exception used; only for `license-exception`. */
  readonly exception?: ExceptionCode;
  /** Rule ids. */
  readonly satisfies: readonly string[];
  /** Accelerator ids or classes (`3A090.a`). */
  readonly accelerators?: readonly string[];
  readonly countries?: readonly string[];
  /** Names of parties; always there for `approved-recipient`. */
  readonly recipients?: readonly string[];
  /** Entries of the screening list that it is about, by id; there for the rules that screen. */
  readonly entries?: readonly string[];
  /** Accelerators, not machines. */
  readonly maxAccelerators?: number;
  /** Total processing performance of all accelerators together. */
  readonly maxTpp?: number;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Sets aside one finding, not a rule, until a day. */
export interface Waiver {
  readonly rule: string;
  /** Stack name or glob; absent: any stack. */
  readonly stack?: string;
  /** A Terraform address, or a module path that covers what is inside. */
  readonly address: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** Entries of the screening list that are somebody else, by id; there for the rules that screen. */
  readonly entries?: readonly string[];
  /** The last day it holds. */
  readonly expires: string;
}
