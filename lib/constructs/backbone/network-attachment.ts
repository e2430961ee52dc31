import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Construct } from "constructs";
import type { GpuNetwork } from "../gpu-network";
import type { BackboneGateway } from "./gateway";

/** Joins a network to the gateway of its site, in the network's own stack. */
export class NetworkAttachment extends Construct {
  /** `reachable`: the blocks of other sites that the network may reach. */
  constructor(network: GpuNetwork, id: string, site: BackboneGateway, reachable: readonly string[]) {
    super(network, id);
    const transitGatewayId = site.gateway.id;
    const attachment = new Ec2TransitGatewayVpcAttachment(this, "attachment", {
      transitGatewayId,
      vpcId: network.vpc.id,
      subnetIds: network.subnets.map((subnet) => subnet.id),
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
      tags: { Name: network.node.id },
    });
    const transitGatewayRouteTableId = site.routeTable.id;
    const transitGatewayAttachmentId = attachment.id;
    const association = new Ec2TransitGatewayRouteTableAssociation(this, "routes", {
      transitGatewayAttachmentId,
      transitGatewayRouteTableId,
    });
    new Ec2TransitGatewayRoute(this, "back", {
      destinationCidrBlock: network.cidr,
      transitGatewayAttachmentId,
      transitGatewayRouteTableId,
      dependsOn: [association],
    });
    for (const [at, table] of network.routeTables.entries())
      for (const destinationCidrBlock of reachable)
        new Route(this, `to-${destinationCidrBlock}-${at}`, {
          routeTableId: table.id,
          destinationCidrBlock,
          transitGatewayId,
          dependsOn: [attachment],
        });
  }
}
