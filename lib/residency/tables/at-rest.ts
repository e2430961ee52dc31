import type { AtRest } from "../shape";

/** Types that hold no data of a customer, or only settings that AWS keeps in one place for all. */
const nowhere: readonly { readonly note: string; readonly types: string }[] = [
  {
    note: "names and ways to them, which are public",
    types:
      "aws_route53_cidr_collection aws_route53_cidr_location aws_route53_delegation_set " +
      "aws_route53_health_check aws_route53_hosted_zone_dnssec aws_route53_key_signing_key " +
      "aws_route53_query_log aws_route53_record aws_route53_records_exclusive " +
      "aws_route53_traffic_policy aws_route53_traffic_policy_instance " +
      "aws_route53_vpc_association_authorization aws_route53_zone aws_route53_zone_association " +
      "aws_route53domains_delegation_signer_record aws_route53domains_domain " +
      "aws_route53domains_registered_domain aws_route53recoverycontrolconfig_cluster " +
      "aws_route53recoverycontrolconfig_control_panel " +
      "aws_route53recoverycontrolconfig_routing_control " +
      "aws_route53recoverycontrolconfig_safety_rule aws_route53recoveryreadiness_cell " +
      "aws_route53recoveryreadiness_readiness_check aws_route53recoveryreadiness_recovery_group " +
      "aws_route53recoveryreadiness_resource_set",
  },
  {
    note: "who may do what, in the account",
    types:
      "aws_iam_access_key aws_iam_account_alias aws_iam_account_password_policy aws_iam_group " +
      "aws_iam_group_membership aws_iam_group_policies_exclusive aws_iam_group_policy " +
      "aws_iam_group_policy_attachment aws_iam_group_policy_attachments_exclusive " +
      "aws_iam_instance_profile aws_iam_openid_connect_provider aws_iam_organizations_features " +
      "aws_iam_policy aws_iam_policy_attachment aws_iam_role aws_iam_role_policies_exclusive " +
      "aws_iam_role_policy aws_iam_role_policy_attachment aws_iam_role_policy_attachments_exclusive " +
      "aws_iam_saml_provider aws_iam_security_token_service_preferences aws_iam_server_certificate " +
      "aws_iam_service_linked_role aws_iam_service_specific_credential aws_iam_signing_certificate " +
      "aws_iam_user aws_iam_user_group_membership aws_iam_user_login_profile " +
      "aws_iam_user_policies_exclusive aws_iam_user_policy aws_iam_user_policy_attachment " +
      "aws_iam_user_policy_attachments_exclusive aws_iam_user_ssh_key aws_iam_virtual_mfa_device " +
      "aws_rolesanywhere_profile aws_rolesanywhere_trust_anchor",
  },
  {
    note: "the organization and its accounts",
    types:
      "aws_account_alternate_contact aws_account_primary_contact aws_account_region " +
      "aws_backup_global_settings aws_chimesdkvoice_global_settings " +
      "aws_cloudtrail_organization_delegated_admin_account aws_fms_admin_account " +
      "aws_organizations_account aws_organizations_delegated_administrator " +
      "aws_organizations_organization aws_organizations_organizational_unit " +
      "aws_organizations_policy aws_organizations_policy_attachment " +
      "aws_organizations_resource_policy aws_ram_sharing_with_organization " +
      "aws_s3_account_public_access_block aws_servicecatalog_organizations_access " +
      "aws_vpc_ipam_organization_admin_account",
  },
  {
    note: "bills and budgets",
    types:
      "aws_bcmdataexports_export aws_billing_view aws_budgets_budget aws_budgets_budget_action " +
      "aws_ce_anomaly_monitor aws_ce_anomaly_subscription aws_ce_cost_allocation_tag " +
      "aws_ce_cost_category aws_costoptimizationhub_enrollment_status " +
      "aws_costoptimizationhub_preferences aws_cur_report_definition",
  },
  {
    note: "filters of requests",
    types:
      "aws_shield_application_layer_automatic_response aws_shield_drt_access_log_bucket_association " +
      "aws_shield_drt_access_role_arn_association aws_shield_proactive_engagement " +
      "aws_shield_protection aws_shield_protection_group " +
      "aws_shield_protection_health_check_association aws_shield_subscription " +
      "aws_waf_byte_match_set aws_waf_geo_match_set aws_waf_ipset aws_waf_rate_based_rule " +
      "aws_waf_regex_match_set aws_waf_regex_pattern_set aws_waf_rule aws_waf_rule_group " +
      "aws_waf_size_constraint_set aws_waf_sql_injection_match_set aws_waf_web_acl " +
      "aws_waf_xss_match_set",
  },
  {
    note: "how the network of edges works; what lies there, its distributions tell",
    types:
      "aws_cloudfront_cache_policy aws_cloudfront_continuous_deployment_policy " +
      "aws_cloudfront_field_level_encryption_config aws_cloudfront_field_level_encryption_profile " +
      "aws_cloudfront_function aws_cloudfront_key_group aws_cloudfront_monitoring_subscription " +
      "aws_cloudfront_origin_access_control aws_cloudfront_origin_access_identity " +
      "aws_cloudfront_origin_request_policy aws_cloudfront_public_key " +
      "aws_cloudfront_realtime_log_config aws_cloudfront_response_headers_policy " +
      "aws_cloudfront_vpc_origin",
  },
  {
    note: "ways into and through the network; their ends are judged",
    types:
      "aws_dx_gateway aws_dx_hosted_connection aws_globalaccelerator_accelerator " +
      "aws_globalaccelerator_cross_account_attachment " +
      "aws_globalaccelerator_custom_routing_accelerator " +
      "aws_globalaccelerator_custom_routing_endpoint_group " +
      "aws_globalaccelerator_custom_routing_listener aws_globalaccelerator_endpoint_group " +
      "aws_globalaccelerator_listener aws_networkmanager_attachment_accepter " +
      "aws_networkmanager_connect_attachment aws_networkmanager_connect_peer " +
      "aws_networkmanager_connection aws_networkmanager_core_network " +
      "aws_networkmanager_core_network_policy_attachment " +
      "aws_networkmanager_customer_gateway_association aws_networkmanager_device " +
      "aws_networkmanager_dx_gateway_attachment aws_networkmanager_global_network " +
      "aws_networkmanager_link aws_networkmanager_link_association aws_networkmanager_site " +
      "aws_networkmanager_site_to_site_vpn_attachment " +
      "aws_networkmanager_transit_gateway_connect_peer_association " +
      "aws_networkmanager_transit_gateway_peering aws_networkmanager_transit_gateway_registration " +
      "aws_networkmanager_transit_gateway_route_table_attachment aws_networkmanager_vpc_attachment",
  },
  {
    note: "notices, which go where their channels are",
    types:
      "aws_notifications_channel_association aws_notifications_event_rule " +
      "aws_notifications_notification_configuration aws_notifications_notification_hub " +
      "aws_notificationscontacts_email_contact",
  },
  {
    note: "certificates and filters of requests, which CloudFront takes from us-east-1",
    types:
      "aws_acm_certificate aws_acm_certificate_validation aws_wafv2_ip_set " +
      "aws_wafv2_regex_pattern_set aws_wafv2_rule_group aws_wafv2_web_acl " +
      "aws_wafv2_web_acl_association aws_wafv2_web_acl_logging_configuration " +
      "aws_cloudwatch_log_delivery_source",
  },
  {
    note: "public by what it is, which is judged",
    types: "aws_ecrpublic_repository aws_ecrpublic_repository_policy",
  },
  {
    note: "in the regions it names, each of which is judged",
    types: "aws_ssmincidents_replication_set",
  },
  {
    note: "a share of what stands elsewhere",
    types:
      "aws_ram_principal_association aws_ram_resource_association aws_ram_resource_share " +
      "aws_ram_resource_share_accepter",
  },
];

const EDGES = "it lies at edges all over the world";

/** Where the data of types lies that stand in no region, or keep nothing in theirs. */
export const atRest: Readonly<Record<string, AtRest>> = {
  ...Object.fromEntries(
    nowhere.flatMap(({ note, types }) => types.split(" ").map((type) => [type, { where: "nowhere", note }])),
  ),
  aws_cloudfront_distribution: { where: "everywhere", note: EDGES },
  aws_cloudfront_key_value_store: { where: "everywhere", level: "warn", note: EDGES },
  aws_cloudfrontkeyvaluestore_key: { where: "everywhere", level: "warn", note: EDGES },
  aws_cloudfrontkeyvaluestore_keys_exclusive: { where: "everywhere", level: "warn", note: EDGES },
  aws_lightsail_distribution: { where: "everywhere", note: EDGES },
};
