import type { Construct } from "constructs";
import { fail } from "../check";

/** Days that CloudWatch Logs can keep events, up to ten years. */
export const retentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** @throws Error for a number of days that CloudWatch Logs does not offer. */
export function checkRetention(scope: Construct, prop: string, days: number | undefined): void {
  if (days === undefined || retentionDays.includes(days)) return;
  fail(scope, `${prop} is ${days}; CloudWatch Logs keeps events for ${retentionDays.join(", ")} days.`);
}
