import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import { Ec2TransitGatewayRouteTable } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { BackboneSite } from "../backbone";
import { FlowLogs } from "../network/flow-logs";

export interface BackboneGatewayProps extends BackboneSite {
  readonly retentionInDays: number;
}

/** The Transit Gateway of one site, with the one route table that everything attached to it uses. */
export class BackboneGateway extends Construct {
  readonly gateway: Ec2TransitGateway;
  readonly routeTable: Ec2TransitGatewayRouteTable;
  readonly cidrs: readonly string[];

  constructor(scope: Construct, id: string, { boundary, asn, cidrs, retentionInDays }: BackboneGatewayProps) {
    super(scope, id);
    const tags = { Name: `${boundary.name}-${id}` };
    this.cidrs = cidrs;
    this.gateway = new Ec2TransitGateway(this, "gateway", {
      description: `Backbone of boundary ${boundary.name} in ${boundary.region.code}`,
      amazonSideAsn: asn,
      // Nothing joins or is routed by default: every attachment is associated and routed by name.
      autoAcceptSharedAttachments: "disable",
      defaultRouteTableAssociation: "disable",
      defaultRouteTablePropagation: "disable",
      dnsSupport: "enable",
      vpnEcmpSupport: "disable",
      tags,
    });
    this.routeTable = new Ec2TransitGatewayRouteTable(this, "routes", {
      transitGatewayId: this.gateway.id,
      tags,
    });
    new FlowLogs(this, "flow-logs", {
      source: { transitGatewayId: this.gateway.id },
      retentionInDays,
    });
  }

  /** Routes to another site's addresses over an attachment that is there before. */
  routeTo(other: BackboneGateway, attachmentId: string, after: readonly ITerraformDependable[]): void {
    for (const cidr of other.cidrs)
      new Ec2TransitGatewayRoute(this, `to-${cidr}`, {
        destinationCidrBlock: cidr,
        transitGatewayAttachmentId: attachmentId,
        transitGatewayRouteTableId: this.routeTable.id,
        dependsOn: [...after],
      });
  }

  /** Drops what is sent to a site that must not be met. */
  dropTo(other: BackboneGateway): void {
    for (const cidr of other.cidrs)
      new Ec2TransitGatewayRoute(this, `to-${cidr}`, {
        destinationCidrBlock: cidr,
        blackhole: true,
        transitGatewayRouteTableId: this.routeTable.id,
      });
  }
}
