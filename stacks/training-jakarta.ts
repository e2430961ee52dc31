import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Sixteen H200 machines for training in one zone of Jakarta, reached by nothing from the internet. */
export class TrainingJakarta extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "ap-southeast-3" });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "10.40.0.0/16", enableDnsHostnames: true });
    const subnet = new Subnet(this, "gpu-subnet", {
      vpcId: vpc.id,
      cidrBlock: "10.40.0.0/20",
      availabilityZone: "ap-southeast-3a",
    });
    const group = new PlacementGroup(this, "placement", { name: "training", strategy: "cluster" });
    const template = new LaunchTemplate(this, "template", {
      name: "training",
      instanceType: "p5en.48xlarge",
      imageId:
        "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id",
      metadataOptions: { httpTokens: "required" },
      placement: { groupName: group.name },
    });
    new AutoscalingGroup(this, "machines", {
      name: "training",
      minSize: 0,
      maxSize: 16,
      vpcZoneIdentifier: [subnet.id],
      launchTemplate: { id: template.id, version: "$Latest" },
    });
  }
}
