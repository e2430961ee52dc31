import type { Table } from "./table";

/** Streams, queues, events and functions: what is delivered where. */
export const events: Table = {
  aws_mq_broker: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
    {
      path: "data_replication_mode",
      names: "setting",
      rule: "replication",
      leaks: { when: "equals", values: ["CRDR"] },
      note: "the other broker of the pair stands in another region",
    },
    { path: "data_replication_primary_broker_arn", names: "arn", rule: "replication" },
  ],
  aws_dynamodb_kinesis_streaming_destination: [
    { path: "stream_arn", names: "arn", rule: "replication", level: "warn" },
  ],
  aws_msk_replicator: [
    { path: "kafka_cluster.amazon_msk_cluster.msk_cluster_arn", names: "arn", rule: "replication" },
    { path: "replication_info_list.source_kafka_cluster_arn", names: "arn", rule: "replication" },
    { path: "replication_info_list.target_kafka_cluster_arn", names: "arn", rule: "replication" },
  ],
  aws_msk_cluster: [
    {
      path: "broker_node_group_info.connectivity_info.public_access.type",
      names: "setting",
      rule: "network",
      leaks: { when: "differs", values: ["DISABLED"] },
    },
  ],
  aws_kinesis_firehose_delivery_stream: [
    { path: "http_endpoint_configuration.url", names: "url", rule: "replication" },
    { path: "splunk_configuration.hec_endpoint", names: "url", rule: "replication" },
    { path: "snowflake_configuration.account_url", names: "url", rule: "replication" },
    { path: "extended_s3_configuration.bucket_arn", names: "bucket", rule: "replication" },
    {
      path: "extended_s3_configuration.s3_backup_configuration.bucket_arn",
      names: "bucket",
      rule: "replication",
    },
    { path: "opensearch_configuration.domain_arn", names: "arn", rule: "replication" },
    { path: "opensearch_configuration.cluster_endpoint", names: "url", rule: "replication" },
    { path: "redshift_configuration.cluster_jdbcurl", names: "url", rule: "replication" },
    { path: "kinesis_source_configuration.kinesis_stream_arn", names: "arn", rule: "replication" },
    { path: "msk_source_configuration.msk_cluster_arn", names: "arn", rule: "replication" },
    {
      path: "extended_s3_configuration.data_format_conversion_configuration.schema_configuration.region",
      names: "region",
      rule: "replication",
    },
    { path: "iceberg_configuration.catalog_arn", names: "arn", rule: "replication" },
  ],
  aws_cloudwatch_event_target: [
    { path: "arn", names: "arn", rule: "replication" },
    { path: "role_arn", names: "arn", rule: "sharing" },
    { path: "dead_letter_config.arn", names: "arn", rule: "replication" },
  ],
  aws_cloudwatch_event_endpoint: [
    { path: "event_bus.event_bus_arn", names: "arn", rule: "replication" },
    { path: "routing_config.failover_config.secondary.route", names: "region", rule: "replication" },
    {
      path: "replication_config.state",
      names: "setting",
      rule: "replication",
      leaks: { when: "equals", values: ["ENABLED"] },
    },
  ],
  aws_cloudwatch_event_permission: [
    { path: "principal", names: "principal", rule: "sharing" },
    { path: "condition.value", names: "organization", rule: "sharing" },
  ],
  aws_cloudwatch_event_bus_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_cloudwatch_event_api_destination: [{ path: "invocation_endpoint", names: "url", rule: "replication" }],
  aws_pipes_pipe: [
    { path: "source", names: "arn", rule: "replication" },
    { path: "target", names: "arn", rule: "replication" },
    { path: "enrichment", names: "arn", rule: "replication" },
    { path: "log_configuration.s3_log_destination.bucket_name", names: "bucket", rule: "replication" },
    { path: "log_configuration.s3_log_destination.bucket_owner", names: "account", rule: "sharing" },
    {
      path: "log_configuration.firehose_log_destination.delivery_stream_arn",
      names: "arn",
      rule: "replication",
    },
  ],
  aws_scheduler_schedule: [
    { path: "target.arn", names: "arn", rule: "replication" },
    { path: "target.dead_letter_config.arn", names: "arn", rule: "replication" },
    { path: "target.input", names: "text", rule: "replication" },
  ],
  aws_sns_topic_subscription: [
    {
      path: "endpoint",
      names: "arn",
      rule: "replication",
      when: { protocol: ["sqs", "lambda", "firehose"] },
    },
    { path: "endpoint", names: "url", rule: "replication", when: { protocol: ["http", "https"] } },
    {
      path: "endpoint",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "set" },
      when: { protocol: ["application", "email", "email-json", "sms"] },
      note: "people and their devices stand in no country that could be read",
    },
    { path: "topic_arn", names: "arn", rule: "replication" },
  ],
  aws_lambda_event_source_mapping: [
    { path: "event_source_arn", names: "arn", rule: "replication" },
    { path: "destination_config.on_failure.destination_arn", names: "arn", rule: "replication" },
  ],
  aws_lambda_function_event_invoke_config: [
    { path: "destination_config.on_failure.destination", names: "arn", rule: "replication" },
    { path: "destination_config.on_success.destination", names: "arn", rule: "replication" },
  ],
  aws_lambda_permission: [
    { path: "principal", names: "principal", rule: "sharing", level: "warn" },
    { path: "source_arn", names: "text", rule: "sharing", level: "warn" },
    { path: "source_account", names: "account", rule: "sharing", level: "warn" },
    { path: "principal_org_id", names: "organization", rule: "sharing", level: "warn" },
  ],
  aws_lambda_function_url: [
    {
      path: "authorization_type",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["AWS_IAM"] },
    },
  ],
};
