import type { Table } from "./table";

/** Bedrock and SageMaker: where models run and what they read and write. */
export const models: Table = {
  aws_bedrock_inference_profile: [{ path: "model_source.copy_from", names: "model", rule: "replication" }],
  aws_bedrock_guardrail: [
    { path: "cross_region_config.guardrail_profile_identifier", names: "model", rule: "replication" },
  ],
  aws_bedrockagent_agent: [{ path: "foundation_model", names: "model", rule: "replication" }],
  aws_bedrockagent_knowledge_base: [
    {
      path: "knowledge_base_configuration.vector_knowledge_base_configuration.embedding_model_arn",
      names: "arn",
      rule: "replication",
    },
    {
      path: "storage_configuration.opensearch_serverless_configuration.collection_arn",
      names: "arn",
      rule: "replication",
    },
    { path: "storage_configuration.rds_configuration.resource_arn", names: "arn", rule: "replication" },
  ],
  aws_bedrockagent_prompt: [{ path: "variant.model_id", names: "model", rule: "replication" }],
  aws_bedrockagent_flow: [
    {
      path: "definition.node.configuration.prompt.source_configuration.inline.model_id",
      names: "model",
      rule: "replication",
    },
  ],
  aws_bedrockagent_data_source: [
    { path: "data_source_configuration.s3_configuration.bucket_arn", names: "bucket", rule: "replication" },
    {
      path: "data_source_configuration.s3_configuration.bucket_owner_account_id",
      names: "account",
      rule: "sharing",
    },
    {
      path: "data_source_configuration.web_configuration.source_configuration.url_configuration.seed_urls.url",
      names: "url",
      rule: "replication",
      level: "note",
      note: "what is read there comes in",
    },
  ],
  aws_bedrock_custom_model: [
    { path: "training_data_config.s3_uri", names: "bucket", rule: "replication" },
    { path: "output_data_config.s3_uri", names: "bucket", rule: "replication" },
    { path: "validation_data_config.validator.s3_uri", names: "bucket", rule: "replication" },
  ],
  aws_bedrock_model_invocation_logging_configuration: [
    { path: "logging_config.s3_config.bucket_name", names: "bucket", rule: "replication" },
    {
      path: "logging_config.cloudwatch_config.large_data_delivery_s3_config.bucket_name",
      names: "bucket",
      rule: "replication",
    },
  ],
  aws_sagemaker_endpoint_configuration: [
    { path: "data_capture_config.destination_s3_uri", names: "bucket", rule: "replication" },
    { path: "async_inference_config.output_config.s3_output_path", names: "bucket", rule: "replication" },
    { path: "production_variants.core_dump_config.destination_s3_uri", names: "bucket", rule: "replication" },
  ],
  aws_sagemaker_model: [
    { path: "primary_container.image", names: "image", rule: "replication" },
    { path: "primary_container.model_data_url", names: "bucket", rule: "replication" },
    {
      path: "primary_container.model_data_source.s3_data_source.s3_uri",
      names: "bucket",
      rule: "replication",
    },
    { path: "container.image", names: "image", rule: "replication" },
    { path: "container.model_data_url", names: "bucket", rule: "replication" },
    {
      path: "enable_network_isolation",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: { when: "differs", values: ["true"] },
    },
    { path: "vpc_config.subnets", names: "arn-or-id", rule: "network" },
  ],
  aws_sagemaker_feature_group: [
    { path: "offline_store_config.s3_storage_config.s3_uri", names: "bucket", rule: "replication" },
  ],
  aws_sagemaker_domain: [
    {
      path: "app_network_access_type",
      names: "setting",
      rule: "network",
      level: "warn",
      leaks: { when: "differs", values: ["VpcOnly"], absent: true },
    },
    { path: "default_user_settings.sharing_settings.s3_output_path", names: "bucket", rule: "replication" },
    { path: "domain_settings.docker_settings.vpc_only_trusted_accounts", names: "account", rule: "sharing" },
  ],
  aws_sagemaker_model_package_group_policy: [
    { path: "resource_policy", names: "policy-document", rule: "sharing" },
  ],
  aws_sagemaker_flow_definition: [
    { path: "output_config.s3_output_path", names: "bucket", rule: "replication" },
  ],
  aws_sagemaker_workforce: [
    {
      path: "workforce_name",
      names: "setting",
      rule: "sharing",
      level: "warn",
      leaks: { when: "set" },
      note: "people who see the data, wherever they are",
    },
  ],
};
