import { isQuestion } from "../../lib/reports/rule-page";
import { type Example, rules } from "../../lib/rules";
import { examplePolicy } from "../../lib/rules/examples";
import { judgeExample } from "./helpers";

const named = (list: readonly Example[]) => list.map((example) => [example.title, example] as const);

describe.each(rules.map((rule) => [rule.id, rule] as const))("the examples of %s", (id, rule) => {
  const levels = (example: Example) =>
    judgeExample(example, examplePolicy(example))
      .filter((finding) => finding.rule === id)
      .map(({ level }) => level);

  it.each(named(rule.examples.blocked))("are blocked: %s", (_, example) => {
    expect(levels(example)).toContain("block");
  });

  it.each(named(rule.examples.allowed))("are allowed: %s", (_, example) => {
    expect(levels(example)).not.toContain("block");
  });

  it.each(named(rule.examples.allowed))("are allowed by every other rule too: %s", (_, example) => {
    const findings = judgeExample(example, examplePolicy(example));
    expect(findings.filter(({ level }) => level === "block")).toEqual([]);
  });

  it("show a configuration rather than a bare question where it is allowed or a cloud has it", () => {
    const bare = [...rule.examples.blocked, ...rule.examples.allowed].filter((one) =>
      isQuestion(one.configuration),
    );
    for (const { configuration } of bare) {
      expect(["nvidia-l40", "nvidia-h20"]).toContain(
        configuration["accelerator" as keyof typeof configuration],
      );
    }
  });
});
