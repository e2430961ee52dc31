import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { routedSubnet } from "./subnet";

export interface NatProps {
  readonly vpc: Vpc;
  /** The zones that get a gateway, each with the addresses of the subnet it stands in. */
  readonly zones: readonly { readonly zone: string; readonly cidrBlock: string }[];
}

/** A NAT gateway and the route table of its subnet. */
export interface Exit {
  readonly zone: string;
  readonly gateway: NatGateway;
  readonly routeTable: RouteTable;
}

/** NAT gateways, each alone in a subnet that leads to the internet. No other subnet does. */
export class Nat extends Construct {
  readonly exits: readonly Exit[];

  constructor(scope: Construct, id: string, { vpc, zones }: NatProps) {
    super(scope, id);
    const internet = new InternetGateway(this, "internet", {
      vpcId: vpc.id,
      tags: { Name: scope.node.id },
    });
    this.exits = zones.map(({ zone, cidrBlock }) => {
      const { subnet, routeTable } = routedSubnet(this, `nat-${zone}`, { vpc, zone, cidrBlock });
      new Route(this, `internet-${zone}`, {
        routeTableId: routeTable.id,
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: internet.id,
      });
      const address = new Eip(this, `address-${zone}`, { domain: "vpc", tags: { Name: `nat-${zone}` } });
      const gateway = new NatGateway(this, `gateway-${zone}`, {
        allocationId: address.id,
        subnetId: subnet.id,
        tags: { Name: `nat-${zone}` },
        dependsOn: [internet],
      });
      return { zone, gateway, routeTable };
    });
  }
}
