import { instance, usCompany } from "../examples";
import type { Context, DebtRule, Debts, DebtViolation } from "../rule";

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
    "A licence or other approval satisfies a rule within its scope: rule, accelerator, country, recipients, dates and quantity. One that is out of date, that covers nothing in the run, or that is asked for more accelerators than it grants is a finding of its own; an exceeded one satisfies nothing. Where several cover the same, the first in the file is asked first.",
  history: [{ from: null, to: null, says: "Landfall's own rule." }],
  citations: [],
  verification: "own",
  remedy:
    "Take the entry out of the policy, correct its scope, or have it renewed or enlarged by those who granted it.",
  judge: (debts, context) =>
    context.policy.authorizations.flatMap((_, i) => {
      const message = problem(i, debts, context);
      return message === undefined
        ? []
        : [{ address: `authorizations[${i}]`, message } satisfies DebtViolation];
    }),
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

function problem(i: number, debts: Debts, { policy, asOf }: Context): string | undefined {
  const granted = policy.authorizations[i];
  if (granted === undefined) return undefined;
  const { reference, validFrom, validUntil, maxAccelerators } = granted;
  const claim = debts.authorizationClaims[i];
  if (validUntil < asOf) return `The authorization ${reference} ended on ${validUntil}.`;
  if (validFrom > asOf) return `The authorization ${reference} begins only on ${validFrom}.`;
  if (claim === undefined)
    return debts.partial ? undefined : `The authorization ${reference} satisfies nothing in this run.`;
  if (maxAccelerators === undefined) return undefined;
  if (claim.accelerators === null) {
    return `The authorization ${reference} grants ${maxAccelerators} accelerators, but how many are placed is not known.`;
  }
  return claim.accelerators > maxAccelerators
    ? `The authorization ${reference} grants ${maxAccelerators} accelerators; ${claim.accelerators} are placed under it.`
    : undefined;
}
