import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { nameFor } from "../name";
import { RegionalBoundary } from "../regional-boundary";
import { endpointPolicy } from "./endpoint-policy";

/**
 * What nodes of EKS and of EC2 fleets ask without the internet. Not here: `eks`, which nodes of managed groups do not
 * ask and which the newest regions (ap-southeast-5 among them) do not offer, and `ec2messages`, which `ssmmessages`
 * replaced.
 */
export const clusterEndpoints: readonly string[] = [
  "autoscaling",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks-auth",
  "elasticloadbalancing",
  "kms",
  "logs",
  "monitoring",
  "ssm",
  "ssmmessages",
  "sts",
];

export interface EndpointsProps {
  readonly vpc: Vpc;
  /** Short service names, as in {@link clusterEndpoints}. */
  readonly services: readonly string[];
  /** One of each zone that gets an address of every interface endpoint. */
  readonly subnets: readonly Subnet[];
  /** The route tables that lead to S3. */
  readonly routeTableIds: readonly string[];
}

/** The gateway endpoint of S3, the interface endpoints of other services, and who may pass them. */
export class Endpoints extends Construct {
  readonly byService: Readonly<Record<string, VpcEndpoint>>;

  constructor(scope: Construct, id: string, props: EndpointsProps) {
    super(scope, id);
    const boundary = RegionalBoundary.of(this);
    const securityGroupIds = [this.group(props.vpc).id];
    const interfaces = props.services.map((service) => [
      service,
      new VpcEndpoint(this, service, {
        vpcId: props.vpc.id,
        serviceName: `com.amazonaws.${boundary.region.code}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: props.subnets.map(({ id }) => id),
        securityGroupIds,
        policy: endpointPolicy(boundary, service),
        tags: { Name: `${scope.node.id}-${service}` },
      }),
    ]);
    this.byService = { s3: this.gateway(boundary, props), ...Object.fromEntries(interfaces) };
  }

  private gateway(boundary: RegionalBoundary, { vpc, routeTableIds }: EndpointsProps): VpcEndpoint {
    return new VpcEndpoint(this, "s3", {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${boundary.region.code}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [...routeTableIds],
      policy: endpointPolicy(boundary, "s3"),
      tags: { Name: `${this.node.scope?.node.id}-s3` },
    });
  }

  private group(vpc: Vpc): SecurityGroup {
    const group = new SecurityGroup(this, "group", {
      name: nameFor(this, "https"),
      description: "Endpoints of AWS services",
      vpcId: vpc.id,
    });
    new VpcSecurityGroupIngressRule(this, "https", {
      securityGroupId: group.id,
      description: "HTTPS from the network",
      cidrIpv4: vpc.cidrBlock,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
    return group;
  }
}
