import type { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { Construct } from "constructs";
import type { Pool } from "../pool/pool";
import { rendered, resolved } from "../pool/watch";
import { imageOf } from "./image";

/**
 * Checks a pool's node group as it will be written, overrides included: see `watch`.
 *
 * @param subnetIds the very references it was made with: cdktf gives each reference to another stack a name of its own.
 */
export function watchGroup(
  scope: Construct,
  pool: Pool,
  group: EksNodeGroup,
  subnetIds: readonly string[],
): void {
  scope.node.addValidation({
    validate: () =>
      problemsOf(pool, rendered(group), resolved(group, subnetIds)).map(
        (problem) => `pool "${pool.name}": ${group.node.path} as overridden ${problem}.`,
      ),
  });
}

function problemsOf(
  pool: Pool,
  group: Readonly<Record<string, unknown>>,
  subnetIds: readonly string[],
): string[] {
  const isBlock = pool.capacity === "capacity-block";
  const checks: readonly (readonly [boolean, string])[] = [
    [String(group["subnet_ids"]) !== String(subnetIds), `stands outside ${pool.zones.join(", ")}`],
    [group["ami_type"] !== imageOf(pool), `has not the image ${imageOf(pool)}`],
    [isBlock && group["capacity_type"] !== "CAPACITY_BLOCK", "has not the capacity type CAPACITY_BLOCK"],
    [
      isBlock && group["instance_types"] !== undefined,
      "names machine types, which a capacity block has in its template",
    ],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}
