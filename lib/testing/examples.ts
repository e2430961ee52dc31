import type { Placement } from "../inventory/placement";
import type { Finding } from "../policy/finding";
import { judge } from "../policy/judge";
import { policyWith } from "../policy/load";
import type { Plugin, Policy } from "../policy/policy";
import { isBuiltIn } from "../policy/rule-ids";
import { isQuestion } from "../reports/rule-page";
import { resultOf } from "../result";
import { examplePolicy } from "../rules/examples";
import type { Example, OwnRule, Rule } from "../rules/rule";
import { readConfiguration } from "../terraform/configuration";
import { estateOf } from "../terraform/synth/estate";

/**
 * What the examples of a rule do not keep, as sentences; none where all do what they say: the rule blocks what it
 * says it blocks, and what it says it allows is blocked by no rule. They are judged as files are.
 */
export function exampleProblems(rule: Rule): string[] {
  const { blocked, allowed } = rule.examples;
  const findingsOf = (example: Example) => judgeExample(rule, example);
  return [
    ...blocked.flatMap((example) =>
      findingsOf(example).some((finding) => finding.rule === rule.id && finding.level === "block")
        ? []
        : [`${rule.id} does not block "${example.title}"`],
    ),
    ...allowed.flatMap((example) =>
      findingsOf(example)
        .filter(({ level }) => level === "block")
        .map((finding) => `${finding.rule} blocks "${example.title}": ${finding.message}`),
    ),
  ];
}

function judgeExample(rule: Rule, example: Example): readonly Finding[] {
  const plugin: Plugin = { name: "example", digest: "", rules: [rule as OwnRule] };
  const policy = policyWith(isBuiltIn(rule.id) ? [] : [plugin], examplePolicy(example));
  const { configuration } = example;
  if (isQuestion(configuration)) return judgeQuestion(configuration, policy);
  const input = "cdktf.out/stacks/example/cdk.tf.json";
  const estate = estateOf([{ configuration: readConfiguration("example", configuration), input }]);
  return resultOf(estate, [], policy).findings;
}

/** Eight of an accelerator in a country, where no cloud offers such a machine. */
function judgeQuestion(
  { accelerator, country }: { readonly accelerator: string; readonly country: string },
  policy: Policy,
): readonly Finding[] {
  const location = { cloud: "site", region: "hall", zone: null, country, from: "site hall" } as const;
  const placement: Placement = {
    address: "site_rack.gpu",
    stack: "example",
    input: "example",
    stage: "synth",
    machine: "rack",
    attribute: "machine",
    accelerators: [accelerator],
    count: 8,
    place: { location, countries: [country], problem: null, steps: [], assumed: [] },
    problem: null,
    exists: true,
    stands: false,
    steps: [],
    assumed: [],
  };
  return judge({ placements: [placement], opaque: [] }, policy).findings;
}
