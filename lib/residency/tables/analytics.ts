import type { Table } from "./table";

/** Catalogues, warehouses, search and exchange of data. */
export const analytics: Table = {
  aws_s3control_access_grant: [
    {
      path: "grantee.grantee_identifier",
      names: "principal",
      rule: "sharing",
      when: { grantee_type: ["IAM"] },
    },
  ],
  aws_fsx_s3_access_point_attachment: [
    { path: "s3_access_point.policy", names: "policy-document", rule: "sharing" },
  ],
  aws_glacier_vault: [{ path: "access_policy", names: "policy-document", rule: "sharing" }],
  aws_redshift_data_share_authorization: [
    { path: "consumer_identifier", names: "principal", rule: "sharing" },
    { path: "data_share_arn", names: "arn", rule: "sharing" },
  ],
  aws_redshift_data_share_consumer_association: [
    { path: "consumer_region", names: "region", rule: "sharing" },
    { path: "consumer_arn", names: "arn", rule: "sharing" },
    { path: "data_share_arn", names: "arn", rule: "sharing" },
    {
      path: "associate_entire_account",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_redshift_endpoint_authorization: [{ path: "account", names: "account", rule: "sharing" }],
  aws_redshiftserverless_resource_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_glue_catalog_database: [
    { path: "target_database.region", names: "region", rule: "replication" },
    { path: "target_database.catalog_id", names: "account", rule: "sharing" },
    { path: "location_uri", names: "bucket", rule: "replication" },
    { path: "federated_database.connection_name", names: "arn-or-id", rule: "replication" },
  ],
  aws_glue_catalog_table: [
    { path: "target_table.region", names: "region", rule: "replication" },
    { path: "target_table.catalog_id", names: "account", rule: "sharing" },
    { path: "storage_descriptor.location", names: "bucket", rule: "replication" },
  ],
  aws_glue_resource_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_lakeformation_permissions: [
    { path: "principal", names: "principal", rule: "sharing" },
    { path: "data_location.arn", names: "bucket", rule: "replication" },
    { path: "catalog_id", names: "account", rule: "sharing" },
  ],
  aws_lakeformation_resource: [{ path: "arn", names: "bucket", rule: "replication", level: "warn" }],
  aws_lakeformation_data_lake_settings: [
    { path: "external_data_filtering_allow_list", names: "account", rule: "sharing" },
    { path: "trusted_resource_owners", names: "account", rule: "sharing" },
    {
      path: "allow_full_table_external_data_access",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_athena_workgroup: [
    { path: "configuration.result_configuration.output_location", names: "bucket", rule: "replication" },
  ],
  aws_athena_data_catalog: [{ path: "parameters", names: "text", rule: "replication", level: "warn" }],
  aws_cleanrooms_collaboration: [{ path: "member.account_id", names: "account", rule: "sharing" }],
  aws_dataexchange_event_action: [
    { path: "action.export_revision_to_s3.revision_destination.bucket", names: "bucket", rule: "sharing" },
  ],
  aws_dataexchange_data_set: [
    {
      path: "name",
      names: "setting",
      rule: "sharing",
      leaks: { when: "set" },
      note: "a product that others subscribe to",
    },
  ],
  aws_datazone_environment_blueprint_configuration: [
    { path: "enabled_regions", names: "region", rule: "replication", level: "warn" },
  ],
  aws_datazone_environment_profile: [
    { path: "aws_account_region", names: "region", rule: "replication", level: "warn" },
    { path: "aws_account_id", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_datazone_environment: [
    { path: "account_region", names: "region", rule: "replication", level: "warn" },
    { path: "account_identifier", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_opensearch_outbound_connection: [
    { path: "remote_domain_info.region", names: "region", rule: "replication" },
    { path: "remote_domain_info.owner_id", names: "account", rule: "sharing" },
    { path: "local_domain_info.region", names: "region", rule: "replication" },
  ],
  aws_opensearch_authorize_vpc_endpoint_access: [{ path: "account", names: "account", rule: "sharing" }],
  aws_kendra_data_source: [
    {
      path: "configuration.s3_configuration.bucket_name",
      names: "bucket",
      rule: "replication",
      level: "warn",
    },
    {
      path: "configuration.web_crawler_configuration.urls.seed_url_configuration.seed_urls",
      names: "url",
      rule: "replication",
      level: "note",
      note: "what is read there comes in",
    },
  ],
  aws_appflow_flow: [
    {
      path: "destination_flow_config.connector_type",
      names: "setting",
      rule: "replication",
      leaks: {
        when: "differs",
        values: ["S3", "Redshift", "EventBridge", "LookoutMetrics", "CustomerProfiles"],
      },
    },
    {
      path: "source_flow_config.connector_type",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: {
        when: "differs",
        values: ["S3", "Redshift", "EventBridge", "LookoutMetrics", "CustomerProfiles"],
      },
    },
    {
      path: "destination_flow_config.destination_connector_properties.s3.bucket_name",
      names: "bucket",
      rule: "replication",
    },
  ],
  aws_appflow_connector_profile: [
    {
      path: "connector_profile_config.connector_profile_properties.snowflake.region",
      names: "region",
      rule: "replication",
    },
  ],
  aws_appfabric_ingestion_destination: [
    {
      path: "destination_configuration.audit_log.destination.s3_bucket.bucket_name",
      names: "bucket",
      rule: "replication",
    },
  ],
};
