import { Ec2TransitGatewayPeeringAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment";
import { Ec2TransitGatewayPeeringAttachmentAccepter } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment-accepter";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import { Construct } from "constructs";
import type { RegionalBoundary } from "../regional-boundary";
import type { BackboneGateway } from "./gateway";
import { BACKBONE_MTU, type LatencyFloor, latencyFloor } from "./latency";

export interface BackboneEnd {
  readonly boundary: RegionalBoundary;
  readonly gateway: BackboneGateway;
}

/** One end asks, the other accepts, and both route to each other: a peering carries no routes by itself. */
export class BackbonePeering extends Construct {
  /** The boundaries joined; the first asked. */
  readonly ends: readonly [RegionalBoundary, RegionalBoundary];
  readonly attachment: Ec2TransitGatewayPeeringAttachment;
  /** Bytes of the largest packet that crosses. */
  readonly mtu = BACKBONE_MTU;
  /** Lower bound of a round trip, where it was computed for the pair. */
  readonly latencyFloor: LatencyFloor | undefined;

  constructor(scope: Construct, id: string, asking: BackboneEnd, accepting: BackboneEnd) {
    super(scope, id);
    const [here, there] = [asking.boundary, accepting.boundary];
    this.ends = [here, there];
    const tags = { Name: `${here.name}-${there.name}` };
    this.latencyFloor = latencyFloor(here.region.code, there.region.code);
    this.attachment = new Ec2TransitGatewayPeeringAttachment(this, "asks", {
      provider: here.provider,
      transitGatewayId: asking.gateway.gateway.id,
      peerTransitGatewayId: accepting.gateway.gateway.id,
      peerRegion: there.region.code,
      peerAccountId: there.account,
      tags,
    });
    const accepted = new Ec2TransitGatewayPeeringAttachmentAccepter(this, "accepts", {
      provider: there.provider,
      transitGatewayAttachmentId: this.attachment.id,
      tags,
    });
    for (const [end, other] of [
      [asking, accepting],
      [accepting, asking],
    ] as const) {
      const association = new Ec2TransitGatewayRouteTableAssociation(this, `routes-${end.boundary.node.id}`, {
        provider: end.boundary.provider,
        transitGatewayAttachmentId: this.attachment.id,
        transitGatewayRouteTableId: end.gateway.routeTable.id,
        dependsOn: [accepted],
      });
      end.gateway.routeTo(other.gateway, this.attachment.id, [accepted, association]);
    }
  }
}
