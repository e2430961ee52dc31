import type { Placement } from "../../inventory/placement";
import { instance, usCompany } from "../examples";
import type { UncertaintyRule, Violation, WouldBlock } from "../rule";
import { country } from "../text";
import { isThere } from "./is-there";

export const unresolved: UncertaintyRule = {
  id: "gate/unresolved",
  judges: "uncertainty",
  title: "A value that decides a rule is not known at this stage, and nothing later enforces it",
  explanation:
    "A machine type, region or zone that only Terraform will know (a variable without a default, a data source, a module's output) could be anything. Where every value it could take would be allowed, Landfall says so in a note; otherwise it blocks, unless a precondition that the guard wrote into the resource makes Terraform's plan stop on it. A value that comes from a variable's default is judged by the default, with a note that another value can be given.",
  history: [{ from: null, to: null, says: "Landfall's own rule: what is unknown is not allowed." }],
  citations: [],
  verification: "own",
  remedy:
    "Write the value into the code, give the variable a default, or state the country of a thing outside the code under `known:` in the policy.",
  judge(placement, wouldBlock, isEnforced) {
    return [
      ...problems(placement, wouldBlock, isEnforced),
      ...assumptions(placement, wouldBlock, isEnforced),
    ];
  },
  examples: {
    blocked: [
      {
        title: "A machine type from a variable without a default, in Bahrain",
        policy: { organization: usCompany },
        configuration: { ...instance("me-south-1", "${var.type}"), variable: { type: { type: "string" } } },
      },
      {
        title: "A provider whose region comes from the environment",
        policy: { organization: usCompany },
        configuration: { ...instance("", "p5.48xlarge"), provider: { aws: [{}] } },
      },
    ],
    allowed: [
      {
        title: "The same variable in Virginia, where a US company may run any accelerator",
        policy: { organization: usCompany },
        configuration: { ...instance("us-east-1", "${var.type}"), variable: { type: { type: "string" } } },
      },
    ],
  },
};

function problems(
  placement: Placement,
  wouldBlock: WouldBlock | undefined,
  isEnforced: boolean,
): Violation[] {
  if (!isThere(placement)) return [];
  const found = [placement.problem, placement.place.problem].filter((one) => one?.rule === "gate/unresolved");
  return found.flatMap((problem) => {
    if (!problem) return [];
    const unknown = `${problem.what} is not known: ${problem.why}`;
    if (wouldBlock === undefined) {
      return [{ level: "note" as const, message: `${unknown}. Every value it could take would be allowed.` }];
    }
    const message = `${unknown}. ${possible(wouldBlock)}`;
    return isEnforced ? [enforced(message)] : [{ message }];
  });
}

/** Terraform refuses to plan what a rule would block. */
function enforced(message: string): Violation {
  return {
    level: "note",
    message: `${message} A precondition on it enforces the rules at plan.`,
    remedy: "Nothing is to be done; Terraform's plan stops where a rule would block.",
  };
}

/** What a variable's default decided can be decided otherwise at plan. */
function assumptions(
  placement: Placement,
  wouldBlock: WouldBlock | undefined,
  isEnforced: boolean,
): Violation[] {
  const then = consequence(placement, wouldBlock);
  if (placement.assumed.length === 0 || then === undefined) return [];
  const names = placement.assumed.map((name) => `var.${name}`).join(", ");
  const made = placement.exists
    ? `${placement.attribute} is judged by the default of ${names}`
    : `the default of ${names} makes none of it`;
  const message = `${made}; another value can be given at plan. ${then}`;
  if (isEnforced) return [enforced(message)];
  return [
    {
      level: "note",
      message,
      remedy: "Check the plan too (`landfall check`), or write the value into the code.",
    },
  ];
}

function consequence(placement: Placement, wouldBlock: WouldBlock | undefined): string | undefined {
  if (wouldBlock !== undefined) return possible(wouldBlock);
  const other = [placement.problem, placement.place.problem].find(
    (one) => one && one.rule !== "gate/unresolved",
  );
  return other && !isThere(placement) ? `Then ${other.rule} would block: ${other.why}.` : undefined;
}

function possible({ rule, accelerator, country: code }: WouldBlock): string {
  return `It could put ${accelerator} into ${country(code)}, which ${rule} blocks.`;
}
