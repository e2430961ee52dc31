import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Pool } from "../pool/pool";
import { PoolTemplate, tagsOf } from "../pool/pool-template";
import { imageOf } from "./image";
import { instanceStoreUserData } from "./node-config";
import type { GpuPoolProps } from "./props";
import { watchGroup } from "./watch-group";

/** What nodes of any pool need of their cluster. */
export interface NodesOf {
  readonly cluster: EksCluster;
  /** The cluster's name, as text. */
  readonly name: string;
  /** Of the group that EKS makes for the control plane and its nodes. */
  readonly securityGroupId: string;
  readonly nodeRoleArn: string;
  readonly version: string;
  /** What has to be there before a node starts. */
  readonly after: readonly ITerraformDependable[];
}

/** A managed node group of one accelerated machine type, with its launch template. */
export class GpuPool extends Construct {
  readonly nodeGroup: EksNodeGroup;
  readonly template: PoolTemplate;

  constructor(
    scope: Construct,
    id: string,
    readonly pool: Pool,
    nodes: NodesOf,
    efaSecurityGroupId: string,
    props: GpuPoolProps,
  ) {
    super(scope, id);
    const name = `${nodes.name}-${pool.name}`;
    const securityGroupIds = [nodes.securityGroupId];
    if (pool.interfaces.length > 1) securityGroupIds.push(efaSecurityGroupId);
    const described = { pool, name, securityGroupIds, rootDevice: "/dev/xvda" };
    this.template = new PoolTemplate(this, "template", {
      ...described,
      ...(props.instanceStore !== "none" && { image: { userData: instanceStoreUserData() } }),
    });
    const { Name: _, ...tags } = tagsOf(described);
    const subnetIds = pool.subnets.map(({ id }) => id);
    this.nodeGroup = new EksNodeGroup(this, "nodes", {
      clusterName: nodes.cluster.name,
      nodeGroupName: pool.name,
      nodeRoleArn: nodes.nodeRoleArn,
      version: nodes.version,
      ...(props.releaseVersion !== undefined && { releaseVersion: props.releaseVersion }),
      amiType: imageOf(pool),
      capacityType: capacityTypes[pool.capacity],
      subnetIds,
      launchTemplate: { id: this.template.template.id, version: this.template.version },
      scalingConfig: { minSize: pool.minNodes, desiredSize: pool.minNodes, maxSize: pool.nodes },
      updateConfig: { maxUnavailable: props.maxUnavailable ?? 1 },
      nodeRepairConfig: { enabled: true },
      labels: { "landfall/pool": pool.name, "landfall/purpose": pool.purpose, ...props.labels },
      taint: taintsOf(pool, props),
      tags,
      dependsOn: [...nodes.after],
      // Between the two limits an autoscaler, or whoever starts a capacity block, has the say.
      ...(pool.minNodes !== pool.nodes && {
        lifecycle: { ignoreChanges: ["scaling_config[0].desired_size"] },
      }),
    });
    watchGroup(this, pool, this.nodeGroup, subnetIds);
  }
}

const capacityTypes = {
  "on-demand": "ON_DEMAND",
  reservation: "ON_DEMAND",
  "capacity-block": "CAPACITY_BLOCK",
  spot: "SPOT",
} as const;

function taintsOf({ silicon }: Pool, { taints = [] }: GpuPoolProps) {
  const key = silicon === "neuron" ? "aws.amazon.com/neuron" : "nvidia.com/gpu";
  return [{ key, value: "true" }, ...taints].map((taint) => ({ effect: "NO_SCHEDULE", ...taint }));
}
