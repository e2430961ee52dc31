import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import { NetworkfirewallLoggingConfiguration } from "@cdktf/provider-aws/lib/networkfirewall-logging-configuration";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import { nameFor } from "../name";
import { RegionalBoundary } from "../regional-boundary";
import { FirewallRules } from "./firewall-rules";
import type { Exit } from "./nat";
import { type RoutedSubnet, routedSubnet } from "./subnet";

export interface InspectionProps {
  readonly vpc: Vpc;
  readonly allowedDomains: readonly string[];
  readonly retentionInDays: number;
  /** The zones that get a firewall endpoint: its addresses, the way out behind it, and the subnets before it. */
  readonly zones: readonly InspectedZone[];
}

export interface InspectedZone {
  readonly cidrBlock: string;
  readonly exit: Exit;
  readonly inside: readonly RoutedSubnet[];
}

/**
 * A firewall between the private subnets and their NAT gateways, for traffic both ways: what leaves goes by the
 * firewall to the gateway, and what the gateway hands back goes by the firewall to the subnet.
 */
export class Inspection extends Construct {
  constructor(scope: Construct, id: string, props: InspectionProps) {
    super(scope, id);
    const { vpc, zones } = props;
    const own = zones.map(({ cidrBlock, exit }) =>
      routedSubnet(this, `firewall-${exit.zone}`, { vpc, zone: exit.zone, cidrBlock }),
    );
    const { policy } = new FirewallRules(this, "rules", props);
    const firewall = new NetworkfirewallFirewall(this, "firewall", {
      name: nameFor(this, "firewall"),
      vpcId: vpc.id,
      firewallPolicyArn: policy.arn,
      subnetMapping: own.map(({ subnet }) => ({ subnetId: subnet.id })),
      encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: RegionalBoundary.of(this).key.arn },
      tags: { Name: scope.node.id },
    });
    this.log(firewall, props.retentionInDays);
    zones.forEach((zone, at) => {
      const behind = own[at];
      if (behind) this.join(zone, behind, endpointOf(firewall, zone.exit.zone));
    });
  }

  private join({ exit, inside }: InspectedZone, behind: RoutedSubnet, vpcEndpointId: string): void {
    const everywhere = "0.0.0.0/0";
    new Route(this, `nat-${exit.zone}`, {
      routeTableId: behind.routeTable.id,
      destinationCidrBlock: everywhere,
      natGatewayId: exit.gateway.id,
    });
    for (const { subnet, routeTable } of inside) {
      new Route(this, `out-${subnet.node.id}`, {
        routeTableId: routeTable.id,
        destinationCidrBlock: everywhere,
        vpcEndpointId,
      });
      new Route(this, `back-${subnet.node.id}`, {
        routeTableId: exit.routeTable.id,
        destinationCidrBlock: subnet.cidrBlock,
        vpcEndpointId,
      });
    }
  }

  private log(firewall: NetworkfirewallFirewall, retentionInDays: number): void {
    const group = new CloudwatchLogGroup(this, "log", {
      name: `/aws/vendedlogs/landfall/${nameFor(this, "firewall")}`,
      kmsKeyId: RegionalBoundary.of(this).key.arn,
      retentionInDays,
    });
    new NetworkfirewallLoggingConfiguration(this, "logging", {
      firewallArn: firewall.arn,
      loggingConfiguration: {
        logDestinationConfig: ["ALERT", "FLOW"].map((logType) => ({
          logType,
          logDestinationType: "CloudWatchLogs",
          logDestination: { logGroup: group.name },
        })),
      },
    });
  }
}

/** AWS lists a firewall's endpoints in no order: the one of a zone is found by the zone. */
function endpointOf(firewall: NetworkfirewallFirewall, zone: string): string {
  return Lazy.stringValue({
    produce: () => {
      const states = `${firewall.terraformResourceType}.${firewall.friendlyUniqueId}.firewall_status[0].sync_states`;
      return `\${one([for state in ${states} : state.attachment[0].endpoint_id if state.availability_zone == "${zone}"])}`;
    },
  });
}
