import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import type { GpuNetwork } from "../gpu-network";
import { nameFor } from "../name";

/** A group of machines that reach each other, the network, and S3 by its endpoint, and nothing else. */
export function machineSecurityGroup(
  scope: Construct,
  network: GpuNetwork,
  description: string,
): SecurityGroup {
  const group = new SecurityGroup(scope, "security-group", {
    name: nameFor(scope, "machines"),
    description,
    vpcId: network.vpc.id,
  });
  const securityGroupId = group.id;
  new VpcSecurityGroupIngressRule(scope, "from-each-other", {
    securityGroupId,
    referencedSecurityGroupId: group.id,
    ipProtocol: "-1",
  });
  new VpcSecurityGroupEgressRule(scope, "to-network", {
    securityGroupId,
    description: "Network",
    cidrIpv4: network.cidr,
    ipProtocol: "-1",
  });
  const s3 = network.endpoints["s3"];
  if (s3) {
    new VpcSecurityGroupEgressRule(scope, "to-s3", {
      securityGroupId,
      prefixListId: s3.prefixListId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
  }
  return group;
}
