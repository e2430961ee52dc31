import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import type { Construct } from "constructs";
import type { Pool } from "../pool/pool";
import type { PoolTemplate } from "../pool/pool-template";

/** Machines that an Auto Scaling group starts and replaces. */
export function machineGroup(scope: Construct, id: string, pool: Pool, from: PoolTemplate): AutoscalingGroup {
  const name = from.template.nameInput ?? pool.name;
  return new AutoscalingGroup(scope, id, {
    name,
    minSize: pool.minNodes,
    maxSize: pool.nodes,
    desiredCapacity: pool.minNodes,
    vpcZoneIdentifier: pool.subnets.map((subnet) => subnet.id),
    launchTemplate: { id: from.template.id, version: from.version },
    healthCheckType: "EC2",
    // Machines of this size take long to start, or wait for their block: Terraform does not.
    waitForCapacityTimeout: "0",
    tag: [{ key: "landfall:pool", value: pool.name, propagateAtLaunch: false }],
    ...(pool.minNodes !== pool.nodes && { lifecycle: { ignoreChanges: ["desired_capacity"] } }),
  });
}
