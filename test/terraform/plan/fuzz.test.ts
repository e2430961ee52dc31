import { fuzz } from "../../../scripts/fuzz";

it("300 mutants of the real plans are judged or refused, and none that was blocked is allowed", () => {
  const { failures, outcomes } = fuzz(300, 2026);
  const problems = failures.map(({ seed, mutation, problem }) => `${seed}, ${mutation}: ${problem}`);
  expect(problems).toEqual([]);
  for (const number of Object.values(outcomes)) expect(number).toBeGreaterThan(20);
});
