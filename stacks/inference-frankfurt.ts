import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

const ZONES = ["eu-central-1a", "eu-central-1b"];

/** A node group of L40S machines for inference, over two zones of Frankfurt. */
export class InferenceFrankfurt extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    const cluster = new TerraformVariable(this, "cluster", {
      type: "string",
      description: "name of the EKS cluster that takes the nodes",
      default: "inference",
    });
    const role = new TerraformVariable(this, "node_role", {
      type: "string",
      description: "ARN of the nodes' role",
    });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.50.0.0/16" });
    const subnets = ZONES.map(
      (zone, i) =>
        new Subnet(this, `subnet-${i}`, {
          vpcId: vpc.id,
          cidrBlock: `10.50.${16 * i}.0/20`,
          availabilityZone: zone,
        }),
    );
    new EksNodeGroup(this, "nodes", {
      clusterName: cluster.stringValue,
      nodeRoleArn: role.stringValue,
      instanceTypes: ["g6e.12xlarge"],
      subnetIds: subnets.map((subnet) => subnet.id),
      scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 6 },
    });
  }
}
