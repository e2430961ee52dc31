import type { Table } from "./table";

/** Networks: what joins them with others, and with the internet. */
export const network: Table = {
  aws_vpc_peering_connection: [
    { path: "peer_region", names: "region", rule: "network" },
    { path: "peer_owner_id", names: "account", rule: "network" },
    { path: "peer_vpc_id", names: "arn-or-id", rule: "network" },
  ],
  aws_vpc_peering_connection_accepter: [
    { path: "vpc_peering_connection_id", names: "reference", rule: "network" },
  ],
  aws_ec2_transit_gateway_peering_attachment: [
    { path: "peer_region", names: "region", rule: "network" },
    { path: "peer_account_id", names: "account", rule: "network" },
    { path: "peer_transit_gateway_id", names: "arn-or-id", rule: "network" },
  ],
  aws_ec2_transit_gateway_peering_attachment_accepter: [
    { path: "transit_gateway_attachment_id", names: "reference", rule: "network" },
  ],
  aws_ec2_transit_gateway_route: [
    { path: "transit_gateway_attachment_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "destination_cidr_block", names: "cidr", rule: "network", level: "note" },
  ],
  aws_ec2_transit_gateway: [
    {
      path: "auto_accept_shared_attachments",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["enable"] },
    },
  ],
  aws_networkmanager_core_network: [
    { path: "base_policy_regions", names: "region", rule: "network" },
    { path: "base_policy_document", names: "text", rule: "network" },
  ],
  aws_networkmanager_core_network_policy_attachment: [
    { path: "policy_document", names: "text", rule: "network" },
  ],
  aws_networkmanager_vpc_attachment: [
    { path: "vpc_arn", names: "arn", rule: "network" },
    { path: "subnet_arns", names: "arn", rule: "network" },
  ],
  aws_networkmanager_transit_gateway_peering: [
    { path: "transit_gateway_arn", names: "arn", rule: "network" },
  ],
  aws_networkmanager_transit_gateway_route_table_attachment: [
    { path: "transit_gateway_route_table_arn", names: "arn", rule: "network" },
  ],
  aws_networkmanager_dx_gateway_attachment: [
    { path: "edge_locations", names: "region", rule: "network" },
    { path: "direct_connect_gateway_arn", names: "arn", rule: "network" },
  ],
  aws_networkmanager_connect_attachment: [
    { path: "edge_location", names: "region", rule: "network" },
    { path: "transport_attachment_id", names: "arn-or-id", rule: "network" },
  ],
  aws_networkmanager_site_to_site_vpn_attachment: [
    { path: "vpn_connection_arn", names: "arn", rule: "network" },
  ],
  aws_dx_gateway: [
    {
      path: "name",
      names: "setting",
      rule: "network",
      leaks: { when: "set" },
      note: "it joins networks of any region and sites in any country",
    },
  ],
  aws_dx_gateway_association: [
    { path: "associated_gateway_id", names: "arn-or-id", rule: "network" },
    { path: "associated_gateway_owner_account_id", names: "account", rule: "network" },
    { path: "allowed_prefixes", names: "cidr", rule: "network" },
  ],
  aws_dx_gateway_association_proposal: [
    { path: "dx_gateway_id", names: "arn-or-id", rule: "network" },
    { path: "dx_gateway_owner_account_id", names: "account", rule: "network" },
    { path: "allowed_prefixes", names: "cidr", rule: "network" },
  ],
  aws_dx_connection: [{ path: "location", names: "opaque", rule: "network" }],
  aws_dx_lag: [{ path: "location", names: "opaque", rule: "network" }],
  aws_dx_hosted_private_virtual_interface: [{ path: "owner_account_id", names: "account", rule: "network" }],
  aws_dx_hosted_public_virtual_interface: [{ path: "owner_account_id", names: "account", rule: "network" }],
  aws_dx_hosted_transit_virtual_interface: [{ path: "owner_account_id", names: "account", rule: "network" }],
  aws_vpn_connection: [
    { path: "customer_gateway_id", names: "arn-or-id", rule: "network" },
    {
      path: "enable_acceleration",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
      note: "tunnels then end at edges of Global Accelerator",
    },
    { path: "remote_ipv4_network_cidr", names: "cidr", rule: "network" },
    { path: "tunnel1_log_options.cloudwatch_log_options.log_group_arn", names: "arn", rule: "network" },
  ],
  aws_customer_gateway: [{ path: "ip_address", names: "cidr", rule: "network" }],
  aws_ec2_client_vpn_endpoint: [{ path: "client_cidr_block", names: "cidr", rule: "network", level: "warn" }],
  aws_vpc_endpoint: [
    { path: "service_region", names: "region", rule: "network" },
    { path: "service_name", names: "endpoint-service", rule: "network" },
    {
      path: "policy",
      names: "policy-document",
      rule: "network",
      level: "note",
      note: "it limits what passes; without one everything does",
    },
  ],
  aws_vpc_endpoint_service: [
    { path: "supported_regions", names: "region", rule: "network" },
    { path: "allowed_principals", names: "principal", rule: "sharing" },
    {
      path: "acceptance_required",
      names: "setting",
      rule: "sharing",
      level: "warn",
      leaks: { when: "equals", values: ["false"] },
    },
  ],
  aws_vpc_endpoint_service_allowed_principal: [
    { path: "principal_arn", names: "principal", rule: "sharing" },
  ],
  aws_vpclattice_service_network_service_association: [
    { path: "service_identifier", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "service_network_identifier", names: "arn-or-id", rule: "network", level: "warn" },
  ],
  aws_internet_gateway: [
    {
      path: "vpc_id",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "set" },
      note: "a way to the internet alone carries nothing; nearly every network has one",
    },
  ],
  aws_nat_gateway: [
    {
      path: "connectivity_type",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "equals", values: ["public"] },
      note: "a way to the internet alone carries nothing; nearly every network has one",
    },
  ],
  aws_egress_only_internet_gateway: [
    {
      path: "vpc_id",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "set" },
      note: "a way to the internet alone carries nothing; nearly every network has one",
    },
  ],
  aws_route: [
    { path: "gateway_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "nat_gateway_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "transit_gateway_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "vpc_peering_connection_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "core_network_arn", names: "arn", rule: "network", level: "warn" },
    { path: "local_gateway_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "carrier_gateway_id", names: "arn-or-id", rule: "network", level: "warn" },
    { path: "destination_cidr_block", names: "cidr", rule: "network", level: "note" },
    { path: "destination_ipv6_cidr_block", names: "cidr", rule: "network", level: "note" },
  ],
  aws_security_group_rule: [
    { path: "cidr_blocks", names: "cidr", rule: "network", level: "note" },
    { path: "ipv6_cidr_blocks", names: "cidr", rule: "network", level: "note" },
    { path: "prefix_list_ids", names: "arn-or-id", rule: "network", level: "note" },
  ],
  aws_vpc_security_group_egress_rule: [
    { path: "cidr_ipv4", names: "cidr", rule: "network", level: "note" },
    { path: "cidr_ipv6", names: "cidr", rule: "network", level: "note" },
    { path: "prefix_list_id", names: "arn-or-id", rule: "network", level: "note" },
  ],
  aws_vpc_security_group_ingress_rule: [
    { path: "cidr_ipv4", names: "cidr", rule: "network", level: "note" },
    { path: "cidr_ipv6", names: "cidr", rule: "network", level: "note" },
    { path: "prefix_list_id", names: "arn-or-id", rule: "network", level: "note" },
  ],
  aws_network_interface_permission: [{ path: "aws_account_id", names: "account", rule: "network" }],
  aws_vpc_ipam: [{ path: "operating_regions.region_name", names: "region", rule: "network", level: "note" }],
  aws_vpc_ipam_resource_discovery: [
    { path: "operating_regions.region_name", names: "region", rule: "network", level: "note" },
  ],
  aws_vpc_ipam_pool: [
    { path: "locale", names: "region", rule: "network", level: "note" },
    {
      path: "publicly_advertisable",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_ec2_traffic_mirror_session: [{ path: "traffic_mirror_target_id", names: "arn-or-id", rule: "network" }],
  aws_sagemaker_notebook_instance: [
    {
      path: "direct_internet_access",
      names: "setting",
      rule: "network",
      level: "warn",
      leaks: { when: "differs", values: ["Disabled"], absent: true },
    },
  ],
  aws_eks_cluster: [
    {
      path: "vpc_config.endpoint_public_access",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "equals", values: ["true"] },
      note: "the control plane's own interface, open by default and guarded by log-in",
    },
    { path: "vpc_config.public_access_cidrs", names: "cidr", rule: "network", level: "note" },
    {
      path: "remote_network_config.remote_node_networks.cidrs",
      names: "setting",
      rule: "network",
      leaks: { when: "set" },
      note: "nodes on the owner's own premises, wherever these are",
    },
  ],
  aws_vpc_endpoint_policy: [
    {
      path: "policy",
      names: "policy-document",
      rule: "network",
      level: "note",
      note: "it limits what passes; without one everything does",
    },
  ],
};
