import type { Aws } from "../aws";
import type { Applied, Check } from "./check";
import { encryption } from "./encryption";
import { interfaces } from "./interfaces";
import { routes } from "./routes";
import { tags } from "./tags";

export type { Applied } from "./check";

const aspects: Readonly<Record<string, readonly Check[]>> = { interfaces, encryption, tags, routes };

/** How many resources were found right, by aspect; throws with every one that was not. */
export function checked(aws: Aws, resources: readonly Applied[]): Record<string, number> {
  const failures: string[] = [];
  const right = (aspect: string, { of, holds }: Check) =>
    resources.filter(of).filter((resource) => {
      try {
        holds(aws, resource);
        return true;
      } catch (error) {
        failures.push(`${resource.address}, ${aspect}: ${(error as Error).message}`);
        return false;
      }
    }).length;
  const counts = Object.entries(aspects).map(([aspect, checks]): [string, number] => [
    aspect,
    checks.reduce((sum, check) => sum + right(aspect, check), 0),
  ]);
  if (failures.length > 0) throw new Error(`AWS does not have what was applied:\n${failures.join("\n")}`);
  return Object.fromEntries(counts);
}
