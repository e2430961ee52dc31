import type { Change, Citation, Context, Subject, Verification } from "./rule";

/** Proposed law: what it would block is shown on request (`--assume`), and never decides anything. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Numbers of the bills, House and Senate. */
  readonly bills: readonly string[];
  /** What happened to it, oldest first. */
  readonly history: readonly Change[];
  /** "not law as of 2026-09-24". */
  readonly status: string;
  /** What the text says, as far as it was read. */
  readonly explanation: string;
  /** How Landfall reads it here. */
  readonly assumes: string;
  /** What of it is not known. */
  readonly unknown: string;
  readonly citations: readonly Citation[];
  readonly verification: Verification;
  /** Why an accelerator in a country would be blocked; undefined where it would not. */
  judge(subject: Subject, context: Context): string | undefined;
}
