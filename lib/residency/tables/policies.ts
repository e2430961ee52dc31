import { each, type Table } from "./table";

/** Policies of resources: who may use them. */
export const policies = each(
  {
    aws_acmpca_policy: "policy",
    aws_api_gateway_domain_name: "policy",
    aws_api_gateway_rest_api: "policy",
    aws_api_gateway_rest_api_policy: "policy",
    aws_cloudsearch_domain_service_access_policy: "access_policy",
    aws_cloudwatch_log_delivery_destination_policy: "delivery_destination_policy",
    aws_cloudwatch_log_resource_policy: "policy_document",
    aws_codeartifact_domain_permissions_policy: "policy_document",
    aws_codeartifact_repository_permissions_policy: "policy_document",
    aws_codebuild_resource_policy: "policy",
    aws_dynamodb_resource_policy: "policy",
    aws_ecr_repository_creation_template: "repository_policy",
    aws_ecr_repository_policy: "policy",
    aws_ecrpublic_repository_policy: "policy",
    aws_efs_file_system_policy: "policy",
    aws_elasticsearch_domain: "access_policies",
    aws_elasticsearch_domain_policy: "access_policies",
    aws_glacier_vault_lock: "policy",
    aws_kinesis_resource_policy: "policy",
    aws_kms_external_key: "policy",
    aws_kms_key: "policy",
    aws_kms_key_policy: "policy",
    aws_kms_replica_external_key: "policy",
    aws_kms_replica_key: "policy",
    aws_media_store_container_policy: "policy",
    aws_msk_cluster_policy: "policy",
    aws_networkfirewall_resource_policy: "policy",
    aws_opensearch_domain: "access_policies",
    aws_opensearch_domain_policy: "access_policies",
    aws_opensearchserverless_access_policy: "policy",
    aws_prometheus_resource_policy: "policy_document",
    aws_redshift_resource_policy: "policy",
    aws_s3_bucket: "policy",
    aws_s3_bucket_policy: "policy",
    aws_s3control_access_grants_instance_resource_policy: "policy",
    aws_s3control_access_point_policy: "policy",
    aws_s3control_bucket_policy: "policy",
    aws_s3control_object_lambda_access_point_policy: "policy",
    aws_s3tables_table_bucket_policy: "resource_policy",
    aws_s3tables_table_policy: "resource_policy",
    aws_s3vectors_vector_bucket_policy: "policy",
    aws_schemas_registry_policy: "policy",
    aws_secretsmanager_secret: "policy",
    aws_secretsmanager_secret_policy: "policy",
    aws_ses_identity_policy: "policy",
    aws_sesv2_email_identity_policy: "policy",
    aws_sns_topic: "policy",
    aws_sns_topic_policy: "policy",
    aws_sqs_queue: "policy",
    aws_sqs_queue_policy: "policy",
    aws_vpclattice_auth_policy: "policy",
    aws_vpclattice_resource_policy: "policy",
    aws_xray_resource_policy: "policy_document",
  },
  { names: "policy-document", rule: "sharing" },
);

export const otherPolicies: Table = {
  aws_cloudwatch_log_data_protection_policy: [
    { path: "policy_document", names: "text", rule: "replication", note: "it names where findings are put" },
  ],
  aws_sns_topic_data_protection_policy: [
    { path: "policy", names: "text", rule: "replication", note: "it names where findings are put" },
  ],
  aws_odb_network: [
    {
      path: "s3_policy_document",
      names: "policy-document",
      rule: "network",
      level: "note",
      note: "it limits what passes",
    },
  ],
  aws_opensearchserverless_security_policy: [
    {
      path: "policy",
      names: "setting",
      rule: "network",
      leaks: { when: "contains", values: ['"AllowFromPublic":true'] },
      note: "a network policy that lets the internet in",
    },
  ],
  aws_ssoadmin_permission_set_inline_policy: [
    { path: "inline_policy", names: "permissions", rule: "sharing", level: "warn" },
  ],
  // Written in Cedar, which is not read.
  aws_verifiedaccess_endpoint: [{ path: "policy_document", names: "opaque", rule: "sharing" }],
  aws_verifiedaccess_group: [{ path: "policy_document", names: "opaque", rule: "sharing" }],
};

/** What names a place, a key or a role, and belongs to no other subject. */
export const others: Table = {
  aws_codepipeline: [
    { path: "stage.before_entry.condition.rule.region", names: "region", rule: "replication" },
    { path: "stage.on_failure.condition.rule.region", names: "region", rule: "replication" },
    { path: "stage.on_success.condition.rule.region", names: "region", rule: "replication" },
  ],
  aws_datasync_location_hdfs: [{ path: "kms_key_provider_uri", names: "url", rule: "keys" }],
  aws_datasync_location_s3: [
    { path: "s3_config.bucket_access_role_arn", names: "principal", rule: "sharing" },
  ],
  aws_datasync_task: [
    { path: "task_report_config.s3_destination.bucket_access_role_arn", names: "principal", rule: "sharing" },
  ],
  aws_datazone_environment_blueprint_configuration: [
    { path: "regional_parameters", names: "text", rule: "replication", level: "warn" },
  ],
  aws_elasticache_replication_group: [
    { path: "node_group_configuration.replica_outpost_arns", names: "opaque", rule: "replication" },
  ],
  aws_flow_log: [{ path: "regional_nat_gateway_id", names: "arn-or-id", rule: "replication" }],
};
