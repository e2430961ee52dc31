import type { Finding } from "../../policy/finding";
import type { Policy } from "../../policy/policy";

/** A waiver, and what the run says of it. */
export interface Debt {
  readonly rule: string;
  readonly at: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly until: string;
  /** What is wrong with it; undefined where it sets something aside and holds. */
  readonly problem: string | undefined;
}

/** Waivers and lowered rules: each is owed until its last day. */
export function debtsOf({ waivers, rules }: Policy, findings: readonly Finding[]): Debt[] {
  const problemAt = (path: string) =>
    findings.find(({ subject, address }) => subject.kind === "debt" && address === path)?.message;
  const lowered = Object.entries(rules).flatMap(([rule, { reason, approvedBy, until, level }]) =>
    reason === undefined || approvedBy === undefined || until === undefined
      ? []
      : [
          {
            rule,
            at: `the rule itself, as ${level}`,
            reason,
            approvedBy,
            until,
            problem: problemAt(`rules.${rule}`),
          },
        ],
  );
  const waived = waivers.map(({ rule, stack, address, reason, approvedBy, expires }, i) => ({
    rule,
    at: stack === undefined ? address : `${stack}: ${address}`,
    reason,
    approvedBy,
    until: expires,
    problem: problemAt(`waivers[${i}]`),
  }));
  return [...waived, ...lowered];
}
