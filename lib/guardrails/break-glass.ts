import { quote } from "../text/show";
import type { Deny } from "./deny";
import { GuardrailError } from "./error";
import type { Guard } from "./pack";

const ROLE = /^(?:arn:aws:iam::(\d{12}):role\/)?((?:[\w+=,.@-]+\/)*[\w+=,.@-]+)$/;

/**
 * IAM pattern of the ARNs of a role given by name, with its path if it has one, or by ARN.
 *
 * @throws GuardrailError for anything else, wildcards included: who may choose a role's name would be exempt.
 */
export function breakGlassPattern(role: string): string {
  const [, account, name] = ROLE.exec(role) ?? [];
  if (name === undefined) {
    throw new GuardrailError(
      `the break-glass role ${quote(role)} cannot be used; expected the name of an IAM role, with its path if it has one, or its ARN, without wildcards`,
    );
  }
  return `arn:aws:iam::${account ?? "*"}:role/${name}`;
}

/** Whoever can make, pass or re-trust the role could take what it may. */
export function breakGlassGuards(pattern: string | undefined, deny: Deny): Guard[] {
  if (pattern === undefined) return [];
  const Action = ["iam:CreateRole", "iam:PassRole", "iam:UpdateAssumeRolePolicy"];
  return [deny("break-glass", { Action, on: pattern })];
}
