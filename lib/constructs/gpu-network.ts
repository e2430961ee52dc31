import { Ec2AvailabilityZoneGroup } from "@cdktf/provider-aws/lib/ec2-availability-zone-group";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { type Slice, sliceOf } from "./network/carve";
import { showBlock } from "./network/cidr";
import { clusterEndpoints, Endpoints } from "./network/endpoints";
import { FlowLogs } from "./network/flow-logs";
import { Inspection } from "./network/inspection";
import { type Exit, Nat } from "./network/nat";
import { type ReadNetwork, readNetwork } from "./network/read-network";
import { efaGroup, emptyDefaultGroup } from "./network/security-groups";
import { type RoutedSubnet, routedSubnet } from "./network/subnet";

/** How traffic leaves: not at all, by NAT to anywhere, or by a firewall and NAT to the domains of a list. */
export type Egress = "closed" | "nat" | "inspection";

/** The network's zones, addresses and ways out. */
export interface GpuNetworkProps {
  /** Availability Zones, by letter or name, that get a private subnet and endpoints. EKS needs two. Append new ones: their order gives the addresses. */
  readonly zones: readonly string[];
  /** The zone of the GPU subnet: one of `zones`, or a Local Zone. @default the first of `zones` */
  readonly gpuZone?: string;
  /** Private IPv4 network, /16 to /28, distinct from every other of the app. Give this or `ipamPoolId`. @default from `ipamPoolId` */
  readonly cidr?: string;
  /** Pool of Amazon VPC IPAM, with the boundary's region as locale, that gives the addresses. @default from `cidr` */
  readonly ipamPoolId?: string;
  /** Prefix length to ask of the pool. @default 16 */
  readonly prefix?: number;
  /** Prefix length of the GPU subnet, 16 to 20. @default 20 */
  readonly gpuSubnetPrefix?: number;
  /** Prefix length of the private subnet of each zone, 16 to 28. @default 20 */
  readonly zoneSubnetPrefix?: number;
  /** How traffic leaves. @default "closed" */
  readonly egress?: Egress;
  /** One NAT gateway (and firewall endpoint) in the GPU zone, or one in each of `zones`. @default "one" */
  readonly natGateways?: "one" | "per-zone";
  /** For `inspection`: hosts (`pypi.org`) and whole domains (`.pypi.org`) that may be reached by HTTPS. @default none */
  readonly allowedDomains?: readonly string[];
  /** Services reached by interface endpoints in each of `zones`, by short name. @default `clusterEndpoints`: what closed EKS and EC2 clusters need */
  readonly interfaceEndpoints?: readonly string[];
  /** Days that flow and firewall logs are kept, as CloudWatch Logs offers them. @default 365 */
  readonly flowLogRetentionDays?: number;
}

/**
 * A network for GPU clusters inside a {@link RegionalBoundary}: private subnets, one of them for the GPU zone alone,
 * endpoints instead of an internet route, and the security group that EFA needs.
 *
 * @throws Error for a zone outside the boundary, addresses that overlap another network of the app or do not hold the
 * subnets, and props that contradict each other.
 */
export class GpuNetwork extends Construct {
  readonly vpc: Vpc;
  /** The network's addresses; a token where IPAM gives them. */
  readonly cidr: string;
  /** The private subnets, in the order of `zones`. */
  readonly subnets: readonly Subnet[];
  readonly gpuSubnet: Subnet;
  /** Name of the GPU zone. */
  readonly zone: string;
  /** Lets machines speak EFA to each other, and nothing else. */
  readonly efaSecurityGroup: SecurityGroup;
  /** Of the GPU subnet, then of the private subnets in their order. */
  readonly routeTables: readonly RouteTable[];
  /** By short service name: `s3`, `ecr.api`, … */
  readonly endpoints: Readonly<Record<string, VpcEndpoint>>;

  constructor(scope: Construct, id: string, props: GpuNetworkProps) {
    super(scope, id);
    const read = readNetwork(this, props, networksBeside(this));
    this.vpc = new Vpc(this, "vpc", {
      ...(read.block
        ? { cidrBlock: showBlock(read.block) }
        : { ipv4IpamPoolId: String(props.ipamPoolId), ipv4NetmaskLength: read.prefix }),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: id },
    });
    this.cidr = read.block ? showBlock(read.block) : this.vpc.cidrBlock;
    this.zone = read.gpuZone;
    const retentionInDays = props.flowLogRetentionDays ?? 365;
    new FlowLogs(this, "flow-logs", { source: { vpcId: this.vpc.id }, retentionInDays });
    emptyDefaultGroup(this, this.vpc);
    this.efaSecurityGroup = efaGroup(this, this.vpc);

    const cidrOf = (slice: Slice) => this.addressesOf(read, slice);
    const gpu = this.gpuPart(read, cidrOf(read.gpu));
    const inside = read.zones.map(({ zone, inside }) => this.privateSubnet(zone, cidrOf(inside)));
    this.gpuSubnet = gpu.subnet;
    this.subnets = inside.map(({ subnet }) => subnet);
    this.routeTables = [gpu, ...inside].map(({ routeTable }) => routeTable);
    this.leave(read, props, [gpu, ...inside], cidrOf);
    this.endpoints = new Endpoints(this, "endpoints", {
      vpc: this.vpc,
      services: props.interfaceEndpoints ?? clusterEndpoints,
      subnets: this.subnets,
      routeTableIds: this.routeTables.map(({ id }) => id),
    }).byService;
  }

  private addressesOf({ block, prefix }: ReadNetwork, slice: Slice): string {
    if (block) return showBlock(sliceOf(block, slice));
    return Fn.cidrsubnet(this.vpc.cidrBlock, slice.prefix - prefix, slice.index);
  }

  private gpuPart({ gpuZone, zoneGroup }: ReadNetwork, cidrBlock: string): RoutedSubnet {
    const props = { vpc: this.vpc, zone: gpuZone, cidrBlock, tags: internal };
    if (zoneGroup === undefined) return routedSubnet(this, "gpu", props);
    const optIn = new Ec2AvailabilityZoneGroup(this, "opt-in", {
      groupName: zoneGroup,
      optInStatus: "opted-in",
    });
    return routedSubnet(this, "gpu", { ...props, dependsOn: [optIn] });
  }

  private privateSubnet(zone: string, cidrBlock: string): RoutedSubnet {
    return routedSubnet(this, `private-${zone}`, { vpc: this.vpc, zone, cidrBlock, tags: internal });
  }

  private leave(
    read: ReadNetwork,
    props: GpuNetworkProps,
    inside: readonly RoutedSubnet[],
    cidrOf: (slice: Slice) => string,
  ): void {
    const zones = read.zones.filter(({ zone }) => read.egressZones.includes(zone));
    if (zones.length === 0) return;
    const { vpc } = this;
    const { exits } = new Nat(this, "nat", {
      vpc,
      zones: zones.map(({ zone, nat }) => ({ zone, cidrBlock: cidrOf(nat) })),
    });
    const by = (exit: Exit) => inside.filter(({ zone }) => (exitOf(exits, zone) ?? exits[0]) === exit);
    if (props.egress === "nat") {
      for (const exit of exits) for (const part of by(exit)) this.leaveBy(exit, part);
      return;
    }
    new Inspection(this, "inspection", {
      vpc,
      allowedDomains: props.allowedDomains ?? [],
      retentionInDays: props.flowLogRetentionDays ?? 365,
      zones: zones.flatMap(({ zone, firewall }) => {
        const exit = exitOf(exits, zone);
        return exit ? [{ cidrBlock: cidrOf(firewall), exit, inside: by(exit) }] : [];
      }),
    });
  }

  private leaveBy({ gateway }: Exit, { subnet, routeTable }: RoutedSubnet): void {
    new Route(this, `out-${subnet.node.id}`, {
      routeTableId: routeTable.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: gateway.id,
    });
  }
}

/** Load balancers of Kubernetes that face inwards may stand here; those that face outwards find no subnet. */
const internal = { "kubernetes.io/role/internal-elb": "1" };

/** Every other network of the same app, in whichever stack. */
function networksBeside(network: GpuNetwork): GpuNetwork[] {
  const all = network.node.root.node.findAll();
  return all.filter((node) => node instanceof GpuNetwork).filter((other) => other !== network);
}

function exitOf(exits: readonly Exit[], zone: string): Exit | undefined {
  return exits.find((exit) => exit.zone === zone);
}
