import { activeLevel } from "../../policy/levels";
import { ownRules } from "../../policy/own-rules";
import { levelOf } from "../../policy/rule-ids";
import { instance, usCompany } from "../examples";
import type { Context, DebtRule, Debts, PolicyViolation } from "../rule";

const previewWaiver = (expires: string) => ({
  rule: "gate/unknown-accelerator",
  address: "aws_instance.gpu",
  reason: "Preview type under contract 4711, reviewed by counsel",
  approvedBy: "Example Counsel",
  expires,
});

export const waiver: DebtRule = {
  id: "policy/waiver",
  judges: "debt",
  title: "A waiver, or a lowered rule, that has expired or that nothing needs any more",
  explanation:
    "A waiver sets one finding aside for a time; lowering a rule in `rules:` does so for a whole rule. Both are debts. When the day has passed they no longer hold, and a waiver that matches no finding is either paid or mistyped; both have to be taken out of the policy.",
  history: [{ from: null, to: null, says: "Landfall's own rule." }],
  citations: [],
  verification: "own",
  remedy: "Delete the entry, or have it approved again with a new date.",
  judge: (debts, context) => [...waivers(debts, context), ...loweredRules(context)],
  examples: {
    blocked: [
      {
        title: "A waiver past its day",
        policy: { organization: usCompany, waivers: [previewWaiver("2026-01-31")] },
        configuration: instance("us-east-1", "p9.48xlarge"),
      },
      {
        title: "A waiver that matches nothing",
        policy: { organization: usCompany, waivers: [previewWaiver("2027-01-31")] },
        configuration: instance("us-east-1", "m7i.large"),
      },
    ],
    allowed: [
      {
        title: "A waiver in force",
        policy: { organization: usCompany, waivers: [previewWaiver("2027-01-31")] },
        configuration: instance("us-east-1", "p9.48xlarge"),
      },
    ],
  },
};

function waivers(debts: Debts, { policy, asOf }: Context): PolicyViolation[] {
  return policy.waivers.flatMap(({ rule, address, approvedBy, expires }, i) => {
    const which = `The waiver of ${rule} at ${address}, approved by ${approvedBy},`;
    if (expires < asOf) return [{ address: `waivers[${i}]`, message: `${which} expired on ${expires}.` }];
    if (debts.waiversUsed[i] || debts.partial) return [];
    return [{ address: `waivers[${i}]`, message: `${which} sets no finding aside.` }];
  });
}

function loweredRules({ policy, asOf }: Context): PolicyViolation[] {
  const own = ownRules(policy);
  return Object.entries(policy.rules).flatMap(([id, setting]) => {
    const { expired } = activeLevel(setting, levelOf(own.find((rule) => rule.id === id) ?? { id }), asOf);
    const message = `The rule ${id} was lowered to ${setting.level} until ${setting.until}; it counts in full again.`;
    return expired ? [{ address: `rules.${id}`, message }] : [];
  });
}
