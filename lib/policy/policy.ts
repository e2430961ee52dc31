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
  readonly countries: CountryLists;
  /** By rule id; a rule without an entry has its default level. Has no prototype. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly boundaries: readonly Boundary[];
  readonly authorizations: readonly Authorization[];
  readonly waivers: readonly Waiver[];
  /** Country by a name that the code only refers to: Outpost ARN, subnet id, bucket. Has no prototype. */
  readonly known: Readonly<Record<string, string>>;
}

export interface Company {
  readonly name: string;
  readonly headquarters: string;
}

export interface Party extends Company {
  /** Absent: the party is its own ultimate parent. */
  readonly ultimateParent?: Company;
}

export interface CountryLists {
  /** Null: every country that the law leaves open. */
  readonly allow: readonly string[] | null;
  readonly deny: readonly string[];
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

export const AUTHORIZATION_KINDS = [
  "license",
  "license-exception",
  "validated-end-user",
  "approved-recipient",
  "legal-determination",
] as const;

export type AuthorizationKind = (typeof AUTHORIZATION_KINDS)[number];

/** Both dates are days on which it holds. An absent list means any. */
export interface Authorization {
  readonly reference: string;
  readonly kind: AuthorizationKind;
  /** Rule ids. */
  readonly satisfies: readonly string[];
  /** Accelerator ids or classes (`3A090.a`). */
  readonly accelerators?: readonly string[];
  readonly countries?: readonly string[];
  /** Names of parties; always there for `approved-recipient`. */
  readonly recipients?: readonly string[];
  /** Accelerators, not machines. */
  readonly maxAccelerators?: number;
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface Waiver {
  readonly rule: string;
  /** Stack name or glob; absent: any stack. */
  readonly stack?: string;
  /** A Terraform address, or a module path that covers what is inside. */
  readonly address: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** The last day it holds. */
  readonly expires: string;
}
