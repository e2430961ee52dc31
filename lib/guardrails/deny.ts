import type { ControlName } from "./controls";
import type { Guard } from "./pack";
import type { Condition, OneOrMore, Statement } from "./statement";

/** Makes statements of service control policies, with what exempts the break-glass role. */
export type Deny = (control: ControlName, denied: Denied) => Guard;

export interface Denied extends Pick<Statement, "Action" | "NotAction"> {
  /** @default everything */
  readonly on?: OneOrMore;
  /** Under which it is denied; conditions without values are left out. @default always */
  readonly when?: Condition;
}

/** @param breakGlass IAM pattern of the role's ARN; none: nobody is exempt */
export function denyBut(breakGlass: string | undefined): Deny {
  return (control, { on = "*", when = {}, ...action }) => {
    const exempt = breakGlass === undefined ? {} : { ArnNotLike: { "aws:PrincipalArn": breakGlass } };
    const condition = merged(when, exempt);
    return {
      controls: [control],
      statement: {
        Effect: "Deny",
        ...action,
        Resource: on,
        ...(Object.keys(condition).length > 0 && { Condition: condition }),
      },
    };
  };
}

function merged(one: Condition, other: Condition): Condition {
  const operators = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...operators].map((name) => [name, { ...one[name], ...other[name] }]));
}
