import type { Table } from "./table";

/** Databases: replicas, global groups, exports, and which of them the internet reaches. */
export const databases: Table = {
  aws_db_instance: [
    {
      path: "replicate_source_db",
      names: "arn-or-id",
      rule: "replication",
      note: "an ARN where the source is in another region; copies come to the resource's own",
    },
    {
      path: "restore_to_point_in_time.source_db_instance_automated_backups_arn",
      names: "arn-or-id",
      rule: "replication",
      level: "warn",
    },
    { path: "snapshot_identifier", names: "arn-or-id", rule: "replication", level: "warn" },
    { path: "s3_import.bucket_name", names: "bucket", rule: "replication", level: "warn" },
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_rds_cluster_instance: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_redshift_cluster: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
    {
      path: "enhanced_vpc_routing",
      names: "setting",
      rule: "network",
      level: "note",
      leaks: { when: "differs", values: ["true"] },
    },
  ],
  aws_redshiftserverless_workgroup: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_dms_replication_instance: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_neptune_cluster_instance: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_lightsail_database: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_m2_environment: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_timestreaminfluxdb_db_instance: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_timestreaminfluxdb_db_cluster: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_rds_shard_group: [
    {
      path: "publicly_accessible",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_db_instance_automated_backups_replication: [
    { path: "source_db_instance_arn", names: "arn", rule: "replication" },
    { path: "kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_rds_cluster: [
    { path: "replication_source_identifier", names: "arn", rule: "replication" },
    { path: "source_region", names: "region", rule: "replication" },
    { path: "global_cluster_identifier", names: "group", rule: "replication" },
    {
      path: "enable_global_write_forwarding",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: { when: "equals", values: ["true"] },
    },
    { path: "snapshot_identifier", names: "arn-or-id", rule: "replication", level: "warn" },
    { path: "s3_import.bucket_name", names: "bucket", rule: "replication", level: "warn" },
  ],
  aws_rds_global_cluster: [
    { path: "source_db_cluster_identifier", names: "arn", rule: "replication" },
    { path: "global_cluster_identifier", names: "group", rule: "replication" },
  ],
  aws_docdb_global_cluster: [
    { path: "source_db_cluster_identifier", names: "arn", rule: "replication" },
    { path: "global_cluster_identifier", names: "group", rule: "replication" },
  ],
  aws_docdb_cluster: [{ path: "global_cluster_identifier", names: "group", rule: "replication" }],
  aws_neptune_global_cluster: [
    { path: "source_db_cluster_identifier", names: "arn", rule: "replication" },
    { path: "global_cluster_identifier", names: "group", rule: "replication" },
  ],
  aws_neptune_cluster: [
    { path: "global_cluster_identifier", names: "group", rule: "replication" },
    { path: "replication_source_identifier", names: "arn", rule: "replication" },
    { path: "snapshot_identifier", names: "arn-or-id", rule: "replication" },
  ],
  aws_rds_export_task: [
    { path: "s3_bucket_name", names: "bucket", rule: "replication" },
    { path: "kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_rds_integration: [
    { path: "source_arn", names: "arn", rule: "replication" },
    { path: "target_arn", names: "arn", rule: "replication" },
  ],
  aws_redshift_integration: [
    { path: "source_arn", names: "arn", rule: "replication" },
    { path: "target_arn", names: "arn", rule: "replication" },
  ],
  aws_neptunegraph_graph: [
    {
      path: "public_connectivity",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_dynamodb_table: [
    { path: "replica.region_name", names: "region", rule: "replication" },
    { path: "replica.kms_key_arn", names: "kms-key", rule: "keys" },
    { path: "global_table_witness.region_name", names: "region", rule: "replication" },
    { path: "restore_source_table_arn", names: "arn", rule: "replication", level: "warn" },
    { path: "import_table.s3_bucket_source.bucket", names: "bucket", rule: "replication", level: "warn" },
    { path: "import_table.s3_bucket_source.bucket_owner", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_dynamodb_global_table: [{ path: "replica.region_name", names: "region", rule: "replication" }],
  aws_dynamodb_table_replica: [{ path: "global_table_arn", names: "arn", rule: "replication" }],
  aws_dynamodb_table_export: [
    { path: "s3_bucket", names: "bucket", rule: "replication" },
    { path: "s3_bucket_owner", names: "account", rule: "sharing" },
  ],
  aws_keyspaces_keyspace: [
    { path: "replication_specification.region_list", names: "region", rule: "replication" },
  ],
  aws_dsql_cluster: [
    { path: "multi_region_properties.witness_region", names: "region", rule: "replication" },
    { path: "multi_region_properties.clusters", names: "arn", rule: "replication" },
  ],
  aws_dsql_cluster_peering: [
    { path: "clusters", names: "arn", rule: "replication" },
    { path: "witness_region", names: "region", rule: "replication" },
  ],
  aws_elasticache_global_replication_group: [
    { path: "primary_replication_group_id", names: "group", rule: "replication" },
  ],
  aws_elasticache_replication_group: [
    { path: "global_replication_group_id", names: "group", rule: "replication" },
    { path: "snapshot_arns", names: "bucket", rule: "replication" },
    { path: "log_delivery_configuration.destination", names: "arn-or-id", rule: "replication" },
  ],
  aws_memorydb_multi_region_cluster: [
    { path: "multi_region_cluster_name_suffix", names: "group", rule: "replication" },
  ],
  aws_memorydb_cluster: [
    { path: "multi_region_cluster_name", names: "group", rule: "replication" },
    { path: "snapshot_arns", names: "bucket", rule: "replication" },
  ],
  aws_dms_endpoint: [
    { path: "server_name", names: "url", rule: "replication" },
    { path: "kafka_settings.broker", names: "url", rule: "replication" },
  ],
  aws_dms_s3_endpoint: [
    { path: "bucket_name", names: "bucket", rule: "replication" },
    { path: "expected_bucket_owner", names: "account", rule: "sharing" },
  ],
};
