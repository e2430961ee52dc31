import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Construct } from "constructs";
import { plainInterface } from "../efa/interfaces";
import { machineTemplate } from "../pool/machine-template";
import type { NodesOf } from "./gpu-pool";

const ROOT_VOLUME_GIB = 50;

export interface SystemPoolProps {
  readonly machineType: string;
  readonly nodes: number;
  readonly subnets: readonly Subnet[];
  readonly releaseVersion?: string;
}

/** Nodes for DNS, drivers and controllers, over the zones of the network. */
export class SystemPool extends Construct {
  readonly nodeGroup: EksNodeGroup;

  constructor(scope: Construct, id: string, nodesOf: NodesOf, props: SystemPoolProps) {
    super(scope, id);
    const { machineType, nodes, subnets, releaseVersion } = props;
    const name = `${nodesOf.name}-system`;
    const template = machineTemplate(this, "template", {
      name,
      machineType,
      interfaces: plainInterface,
      securityGroupIds: [nodesOf.securityGroupId],
      rootVolumeGiB: ROOT_VOLUME_GIB,
      rootDevice: "/dev/xvda",
      tags: { Name: name },
    });
    this.nodeGroup = new EksNodeGroup(this, "nodes", {
      clusterName: nodesOf.cluster.name,
      nodeGroupName: "system",
      nodeRoleArn: nodesOf.nodeRoleArn,
      version: nodesOf.version,
      ...(releaseVersion !== undefined && { releaseVersion }),
      amiType: isGraviton(machineType) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD",
      capacityType: "ON_DEMAND",
      subnetIds: subnets.map((subnet) => subnet.id),
      launchTemplate: { id: template.id, version: template.getStringAttribute("latest_version") },
      scalingConfig: { minSize: nodes, desiredSize: nodes, maxSize: nodes + 1 },
      updateConfig: { maxUnavailable: 1 },
      nodeRepairConfig: { enabled: true },
      labels: { "landfall/pool": "system" },
      dependsOn: [...nodesOf.after],
    });
  }
}

/** Families with a `g` after their generation run on AWS's own arm64 processors: m7g, c7gn. */
function isGraviton(machineType: string): boolean {
  return /^[a-z]+\d+g/.test(machineType);
}
