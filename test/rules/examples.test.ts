import { isQuestion } from "../../lib/reports/rule-page";
import { rules } from "../../lib/rules";
import { exampleProblems } from "../../lib/testing";

describe.each(rules.map((rule) => [rule.id, rule] as const))("the examples of %s", (_, rule) => {
  it("are blocked by it, or allowed by every rule", () => {
    expect(exampleProblems(rule)).toEqual([]);
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
