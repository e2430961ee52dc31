import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

export interface RoutedSubnetProps {
  readonly vpc: Vpc;
  readonly zone: string;
  readonly cidrBlock: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** What has to be there first. */
  readonly dependsOn?: ITerraformDependable[];
}

export interface RoutedSubnet {
  readonly zone: string;
  readonly subnet: Subnet;
  readonly routeTable: RouteTable;
}

/** A subnet without public addresses, and a route table of its own that leads nowhere yet. */
export function routedSubnet(scope: Construct, id: string, props: RoutedSubnetProps): RoutedSubnet {
  const { vpc, zone, cidrBlock, dependsOn = [] } = props;
  const tags = { Name: id, ...props.tags };
  const subnet = new Subnet(scope, id, {
    vpcId: vpc.id,
    availabilityZone: zone,
    cidrBlock,
    mapPublicIpOnLaunch: false,
    tags,
    dependsOn,
  });
  const routeTable = new RouteTable(scope, `${id}-routes`, { vpcId: vpc.id, tags: { Name: id } });
  new RouteTableAssociation(scope, `${id}-association`, { subnetId: subnet.id, routeTableId: routeTable.id });
  return { zone, subnet, routeTable };
}
