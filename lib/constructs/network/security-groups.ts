import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { nameFor } from "../name";

/** Takes every rule out of the group that machines without one would get. */
export function emptyDefaultGroup(scope: Construct, vpc: Vpc): void {
  new DefaultSecurityGroup(scope, "default-group", { vpcId: vpc.id });
}

/**
 * The group of interfaces that speak EFA to each other: all protocols, in and out, from and to the group itself. A
 * rule for addresses does not stand in for either.
 */
export function efaGroup(scope: Construct, vpc: Vpc): SecurityGroup {
  const group = new SecurityGroup(scope, "efa", {
    name: nameFor(scope, "efa"),
    description: "Machines that speak EFA to each other",
    vpcId: vpc.id,
    tags: { Name: `${scope.node.id}-efa` },
  });
  const itself = {
    securityGroupId: group.id,
    referencedSecurityGroupId: group.id,
    ipProtocol: "-1",
  };
  new VpcSecurityGroupIngressRule(scope, "efa-in", itself);
  new VpcSecurityGroupEgressRule(scope, "efa-out", itself);
  return group;
}

const LUSTRE = [
  { fromPort: 988, toPort: 988 },
  { fromPort: 1018, toPort: 1023 },
];

/** Lets the machines of one group mount the Lustre file systems of another: both speak first. */
export function openLustrePorts(
  scope: Construct,
  id: string,
  clients: SecurityGroup,
  servers: SecurityGroup,
): void {
  for (const ports of LUSTRE) {
    const rule = { ...ports, ipProtocol: "tcp" };
    for (const [name, here, there] of [
      ["clients", clients, servers],
      ["servers", servers, clients],
    ] as const) {
      const props = { ...rule, securityGroupId: here.id, referencedSecurityGroupId: there.id };
      new VpcSecurityGroupIngressRule(scope, `${id}-${name}-in-${ports.fromPort}`, props);
      new VpcSecurityGroupEgressRule(scope, `${id}-${name}-out-${ports.fromPort}`, props);
    }
  }
}
