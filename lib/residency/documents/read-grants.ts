import type { Resource } from "../../terraform/resource";
import { holdsSubject, narrowed } from "./condition";
import { type Grant, type Grants, type Reach, WORLD } from "./grants";
import { Mask } from "./mask";
import { type Context, principalOf } from "./principal";
import { readStatements } from "./read-statements";
import { type Statement, Unreadable } from "./statement";

/**
 * Whom a resource policy lets in beyond its own account. Statements that deny are left out of account, so that the
 * answer is never too small.
 *
 * @param document JSON text, an object, or an unknown that leads to an `aws_iam_policy_document`
 * @param of the resource it stands in: through it references are followed and the own account is recognised
 */
export function readGrants(document: unknown, of?: Resource): Grants {
  const context: Context = { mask: new Mask(), of };
  try {
    const statements = readStatements(document, { ...context, asks: "principals" });
    const reached = statements.filter(({ denies }) => !denies).flatMap((one) => reachesOf(one, context));
    return summed(reached);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { grants: [], problem: error.message };
  }
}

interface Reached {
  readonly reach: Reach;
  readonly path: string;
}

function reachesOf(statement: Statement, context: Context): Reached[] {
  const { conditions, path, principals, isAboutOthers } = statement;
  const named = principals.map((identifier) => ({
    reach: principalOf(identifier, context),
    path: identifier.path,
  }));
  const all = isAboutOthers ? [...named, { reach: WORLD, path: `${path}.NotPrincipal` }] : named;
  if (all.every(({ reach }) => !isOpen(reach))) return all;
  const limits = narrowed(conditions, context);
  return all.flatMap(({ reach, path }) =>
    limited(reach, limits, statement).map((reach) => ({ reach, path })),
  );
}

/** Whether conditions make a difference: an account is named already. */
function isOpen({ kind }: Reach): boolean {
  return ["world", "service", "federated", "unknown"].includes(kind);
}

function limited(
  reach: Reach,
  limits: readonly Reach[] | undefined,
  { conditions }: Statement,
): readonly Reach[] {
  if (reach.kind === "federated") return holdsSubject(conditions, reach.id) ? [] : [reach];
  if (!isOpen(reach) || limits === undefined) return [reach];
  const isNarrower = limits.every(({ kind }) => kind === "own" || kind === "account");
  return reach.kind === "world" || isNarrower ? limits : [reach];
}

function summed(reached: readonly Reached[]): Grants {
  const grants: Grant[] = [];
  let problem: string | undefined;
  for (const { reach, path } of reached) {
    if (reach.kind === "unknown") problem ??= `${path}: ${reach.why}`;
    else if (reach.kind !== "own") grants.push({ principal: reach, path });
  }
  return problem === undefined ? { grants } : { grants, problem };
}
