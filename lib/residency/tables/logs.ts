import type { Table } from "./table";

/** Logs, metrics, trails and inventories: where they are gathered. */
export const logs: Table = {
  aws_s3control_storage_lens_configuration: [
    {
      path: "storage_lens_configuration.data_export.s3_bucket_destination.arn",
      names: "bucket",
      rule: "replication",
      level: "warn",
    },
    {
      path: "storage_lens_configuration.data_export.s3_bucket_destination.account_id",
      names: "account",
      rule: "sharing",
      level: "warn",
    },
    {
      path: "storage_lens_configuration.include.regions",
      names: "region",
      rule: "replication",
      level: "warn",
    },
  ],
  aws_backup_report_plan: [
    { path: "report_delivery_channel.s3_bucket_name", names: "bucket", rule: "replication", level: "warn" },
    { path: "report_setting.regions", names: "region", rule: "replication", level: "warn" },
    { path: "report_setting.accounts", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_fsx_windows_file_system: [
    {
      path: "audit_log_configuration.audit_log_destination",
      names: "arn",
      rule: "replication",
      level: "warn",
    },
  ],
  aws_cloudwatch_log_subscription_filter: [{ path: "destination_arn", names: "arn", rule: "replication" }],
  aws_cloudwatch_log_account_policy: [{ path: "policy_document", names: "text", rule: "replication" }],
  aws_cloudwatch_log_destination: [{ path: "target_arn", names: "arn", rule: "replication" }],
  aws_cloudwatch_log_destination_policy: [
    { path: "access_policy", names: "policy-document", rule: "sharing" },
  ],
  aws_cloudwatch_log_delivery_destination: [
    {
      path: "delivery_destination_configuration.destination_resource_arn",
      names: "arn",
      rule: "replication",
    },
  ],
  aws_cloudwatch_log_delivery: [{ path: "delivery_destination_arn", names: "arn", rule: "replication" }],
  aws_cloudwatch_metric_stream: [
    { path: "firehose_arn", names: "arn", rule: "replication", level: "warn" },
    {
      path: "include_linked_accounts_metrics",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_oam_link: [{ path: "sink_identifier", names: "arn", rule: "sharing" }],
  aws_oam_sink_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_observabilityadmin_centralization_rule_for_organization: [
    { path: "rule.destination.region", names: "region", rule: "replication" },
    { path: "rule.destination.account", names: "account", rule: "sharing" },
    {
      path: "rule.destination.destination_logs_configuration.backup_configuration.region",
      names: "region",
      rule: "replication",
    },
    { path: "rule.source.regions", names: "region", rule: "replication" },
    { path: "rule.source.scope", names: "text", rule: "replication" },
  ],
  aws_cloudtrail: [
    { path: "s3_bucket_name", names: "bucket", rule: "replication", level: "warn" },
    {
      path: "is_multi_region_trail",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
    {
      path: "is_organization_trail",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
    {
      path: "include_global_service_events",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: { when: "equals", values: ["true"] },
    },
    { path: "cloud_watch_logs_group_arn", names: "arn", rule: "replication", level: "warn" },
    { path: "sns_topic_name", names: "arn-or-id", rule: "replication", level: "warn" },
    { path: "kms_key_id", names: "kms-key", rule: "keys", level: "warn" },
  ],
  aws_cloudtrail_event_data_store: [
    {
      path: "multi_region_enabled",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
    {
      path: "organization_enabled",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_flow_log: [
    { path: "log_destination", names: "arn", rule: "replication" },
    { path: "deliver_cross_account_role", names: "arn", rule: "sharing" },
  ],
  aws_route53_resolver_query_log_config: [{ path: "destination_arn", names: "arn", rule: "replication" }],
  aws_config_configuration_aggregator: [
    { path: "account_aggregation_source.regions", names: "region", rule: "replication", level: "warn" },
    {
      path: "account_aggregation_source.all_regions",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
    { path: "organization_aggregation_source.regions", names: "region", rule: "replication", level: "warn" },
    {
      path: "organization_aggregation_source.all_regions",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_config_aggregate_authorization: [
    { path: "account_id", names: "account", rule: "sharing", level: "warn" },
    { path: "authorized_aws_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_config_delivery_channel: [
    { path: "s3_bucket_name", names: "bucket", rule: "replication", level: "warn" },
    { path: "s3_kms_key_arn", names: "kms-key", rule: "keys", level: "warn" },
    { path: "sns_topic_arn", names: "arn", rule: "replication", level: "warn" },
  ],
  aws_securityhub_finding_aggregator: [
    {
      path: "linking_mode",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED"] },
    },
    {
      path: "specified_regions",
      names: "region",
      rule: "replication",
      level: "warn",
      when: { linking_mode: ["SPECIFIED_REGIONS"] },
    },
  ],
  aws_guardduty_publishing_destination: [
    { path: "destination_arn", names: "bucket", rule: "replication", level: "warn" },
    { path: "kms_key_arn", names: "kms-key", rule: "keys", level: "warn" },
  ],
  aws_securitylake_data_lake: [
    { path: "configuration.region", names: "region", rule: "replication" },
    { path: "configuration.replication_configuration.regions", names: "region", rule: "replication" },
  ],
  aws_securitylake_subscriber: [
    { path: "subscriber_identity.principal", names: "principal", rule: "sharing" },
  ],
  aws_securitylake_aws_log_source: [
    { path: "source.regions", names: "region", rule: "replication", level: "warn" },
    { path: "source.accounts", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_ssm_resource_data_sync: [
    { path: "s3_destination.region", names: "region", rule: "replication" },
    { path: "s3_destination.bucket_name", names: "bucket", rule: "replication" },
  ],
  aws_ssm_document: [{ path: "permissions.account_ids", names: "account", rule: "sharing", separator: "," }],
  aws_ssm_association: [
    { path: "output_location.s3_region", names: "region", rule: "replication" },
    { path: "output_location.s3_bucket_name", names: "bucket", rule: "replication" },
  ],
  aws_ssmincidents_replication_set: [
    { path: "regions.name", names: "region", rule: "replication" },
    { path: "region.name", names: "region", rule: "replication" },
  ],
  aws_resourceexplorer2_index: [
    {
      path: "type",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "equals", values: ["AGGREGATOR"] },
    },
  ],
  aws_networkflowmonitor_scope: [
    { path: "target.region", names: "region", rule: "replication", level: "warn" },
    {
      path: "target.target_identifier.target_id.account_id",
      names: "account",
      rule: "sharing",
      level: "warn",
    },
  ],
  aws_notifications_event_rule: [{ path: "regions", names: "region", rule: "replication", level: "warn" }],
  aws_notifications_notification_hub: [
    { path: "notification_hub_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_cur_report_definition: [
    { path: "s3_region", names: "region", rule: "replication", level: "note" },
    { path: "s3_bucket", names: "bucket", rule: "replication", level: "note" },
  ],
  aws_bcmdataexports_export: [
    {
      path: "export.destination_configurations.s3_destination.s3_region",
      names: "region",
      rule: "replication",
      level: "note",
    },
    {
      path: "export.destination_configurations.s3_destination.s3_bucket",
      names: "bucket",
      rule: "replication",
      level: "note",
    },
  ],
  aws_vpclattice_access_log_subscription: [
    { path: "destination_arn", names: "arn", rule: "replication", level: "warn" },
  ],
  aws_vpc_network_performance_metric_subscription: [
    { path: "source", names: "region-or-zone", rule: "replication", level: "note" },
    { path: "destination", names: "region-or-zone", rule: "replication", level: "note" },
  ],
  aws_redshift_logging: [{ path: "bucket_name", names: "bucket", rule: "replication", level: "warn" }],
};
