import { licenseExceptionOn } from "../../jurisdictions";
import type { Authorization } from "../../policy/policy";
import { isOver, type Total } from "../../policy/total";
import { instance, usCompany } from "../examples";
import type { Context, DebtRule, Debts, PolicyViolation } from "../rule";

const license = (validUntil: string, maxAccelerators = 64) => ({
  reference: "BIS D1234567",
  kind: "license",
  satisfies: ["us-ear/zone-a"],
  countries: ["BH"],
  maxAccelerators,
  validFrom: "2025-01-01",
  validUntil,
});

export const authorization: DebtRule = {
  id: "policy/authorization",
  judges: "debt",
  title: "An authorization that is expired, not yet valid, unused or exceeded",
  explanation:
    "A licence or other approval satisfies a rule within its scope: rule, accelerator, country, recipients, dates and quantity. One that is out of date, that covers nothing in the run, or that is asked for more accelerators or processing performance than it grants is a finding of its own; an exceeded one satisfies nothing. A flow declared between two boundaries that lets nothing pass is one too. Where several cover the same, the first in the file is asked first.",
  history: [{ from: null, to: null, says: "Landfall's own rule." }],
  citations: [],
  verification: "own",
  remedy:
    "Take the entry out of the policy, correct its scope, or have it renewed or enlarged by those who granted it.",
  judge: (debts, context) => [...authorizations(debts, context), ...declaredFlows(debts, context)],
  examples: {
    blocked: [
      {
        title: "A licence past its last day",
        policy: { organization: usCompany, authorizations: [license("2026-06-30")] },
        configuration: instance("me-south-1", "p5.48xlarge"),
      },
      {
        title: "A licence for fewer accelerators than are placed",
        policy: { organization: usCompany, authorizations: [license("2027-06-30", 4)] },
        configuration: instance("me-south-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "A licence in force that covers the placement",
        policy: { organization: usCompany, authorizations: [license("2027-06-30")] },
        configuration: instance("me-south-1", "p5.48xlarge"),
      },
    ],
  },
};

function authorizations(debts: Debts, context: Context): PolicyViolation[] {
  return context.policy.authorizations.flatMap((_, i) => {
    const message = problem(i, debts, context);
    return message === undefined ? [] : [{ address: `authorizations[${i}]`, message }];
  });
}

/** A flow between boundaries is an authorization too: it names the document that permits it. */
function declaredFlows({ declaredFlows, partial }: Debts, { policy }: Context): PolicyViolation[] {
  return policy.flows.flatMap(({ from, to, authorization }, i): PolicyViolation[] => {
    const { used, missing } = declaredFlows[i] ?? { used: false, missing: [] };
    const which = `The flow from ${from} to ${to} (${authorization})`;
    const address = `flows[${i}]`;
    if (partial) return [];
    if (missing.length > 0)
      return [{ address, message: `${which} names ${missing.join(" and ")}, which nothing draws.` }];
    return used ? [] : [{ address, message: `${which} lets nothing pass in this run.` }];
  });
}

function problem(i: number, debts: Debts, { policy, asOf }: Context): string | undefined {
  const granted = policy.authorizations[i];
  if (granted === undefined) return undefined;
  const { reference, exception, validFrom, validUntil } = granted;
  const claim = debts.authorizationClaims[i];
  if (validUntil < asOf) return `The authorization ${reference} ended on ${validUntil}.`;
  if (validFrom > asOf) return `The authorization ${reference} begins only on ${validFrom}.`;
  if (exception !== undefined && licenseExceptionOn(exception, asOf) === undefined)
    return `The authorization ${reference} rests on licence exception ${exception}, which did not exist on ${asOf}.`;
  if (claim === undefined)
    return debts.partial ? undefined : `The authorization ${reference} satisfies nothing in this run.`;
  return exceeded(granted, claim);
}

function exceeded(
  { reference, maxAccelerators, maxTpp }: Authorization,
  { accelerators, tpp }: Total,
): string | undefined {
  const grants = (most: number | undefined, unit: string) =>
    `The authorization ${reference} grants ${most}${unit}`;
  if (isOver(accelerators, maxAccelerators)) {
    return accelerators === null
      ? `${grants(maxAccelerators, " accelerators")}, but how many are placed is not known.`
      : `${grants(maxAccelerators, " accelerators")}; ${accelerators} are placed under it.`;
  }
  if (!isOver(tpp, maxTpp)) return undefined;
  return tpp === null
    ? `${grants(maxTpp, " TPP")}, but how much is placed is not known.`
    : `${grants(maxTpp, " TPP")}; ${Number(tpp.toFixed(1))} is placed under it.`;
}
