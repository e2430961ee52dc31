import { usCompany } from "../examples";
import type { OpacityRule } from "../rule";
import { country } from "../text";

const moduleCall = (region: string, machine: string) => ({
  provider: { aws: [{ region }] },
  module: { cluster: { source: "example/gpu-cluster/aws", instance_types: [machine] } },
});

export const opaque: OpacityRule = {
  id: "gate/opaque",
  judges: "opacity",
  title: "Something that can create compute and cannot be read",
  explanation:
    "The synthesized document shows a module's inputs, not its inside; a template in a string can hold any resource. Landfall scans what it can see: a machine named there that would be blocked where the provider stands blocks, everything else is a warning until the plan shows the inside.",
  history: [{ from: null, to: null, says: "Landfall's own rule: what is unknown is not allowed." }],
  citations: [],
  verification: "own",
  remedy:
    "Run `landfall check` on the plan, which shows a module's resources; or write the resources into the stack.",
  judge({ why, named, isLast }, wouldBlock, checked) {
    if (wouldBlock === undefined) {
      const names = [...new Set(named.map(({ machine }) => machine))].join(", ");
      const inputs = [...new Set(checked.map(({ attribute }) => attribute))].join(", ");
      const atPlan = inputs === "" ? "" : ` A precondition enforces the rules on its ${inputs} at plan.`;
      return {
        ...(isLast ? {} : { level: "warn" }),
        message: `Not judged: ${why}${names === "" ? "" : `; it names ${names}`}.${atPlan}`,
      };
    }
    const { rule, accelerator, country: code } = wouldBlock;
    return {
      message: `Not judged: ${why}. What can be read of it asks for ${accelerator}, which ${rule} blocks in ${country(code)}.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "A module that is told to use H100 in Bahrain",
        policy: { organization: usCompany },
        configuration: moduleCall("me-south-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "The same module in Frankfurt is a warning",
        policy: { organization: usCompany },
        configuration: moduleCall("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};
