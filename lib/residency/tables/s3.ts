import type { Table } from "./table";

/** S3: copies, exports and who may read. */
export const s3: Table = {
  aws_s3_bucket_replication_configuration: [
    { path: "rule.destination.bucket", names: "bucket", rule: "replication" },
    { path: "rule.destination.account", names: "account", rule: "sharing" },
    { path: "rule.destination.encryption_configuration.replica_kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_s3_bucket: [
    { path: "replication_configuration.rules.destination.bucket", names: "bucket", rule: "replication" },
    { path: "replication_configuration.rules.destination.account_id", names: "account", rule: "sharing" },
    {
      path: "replication_configuration.rules.destination.replica_kms_key_id",
      names: "kms-key",
      rule: "keys",
    },
    {
      path: "acceleration_status",
      names: "setting",
      rule: "network",
      level: "warn",
      leaks: { when: "equals", values: ["Enabled"] },
    },
    {
      path: "acl",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["public-read", "public-read-write", "authenticated-read"] },
    },
    {
      path: "grant.uri",
      names: "setting",
      rule: "sharing",
      leaks: {
        when: "equals",
        values: [
          "http://acs.amazonaws.com/groups/global/AllUsers",
          "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
        ],
      },
    },
    { path: "grant.id", names: "principal", rule: "sharing" },
    { path: "logging.target_bucket", names: "bucket", rule: "replication" },
  ],
  aws_s3_bucket_accelerate_configuration: [
    {
      path: "status",
      names: "setting",
      rule: "network",
      level: "warn",
      leaks: { when: "equals", values: ["Enabled"] },
    },
  ],
  aws_s3control_multi_region_access_point: [
    { path: "details.region.bucket", names: "bucket", rule: "replication" },
    { path: "details.region.bucket_account_id", names: "account", rule: "sharing" },
  ],
  aws_s3control_multi_region_access_point_policy: [
    { path: "details.policy", names: "policy-document", rule: "sharing" },
  ],
  aws_s3_bucket_inventory: [
    { path: "destination.bucket.bucket_arn", names: "bucket", rule: "replication" },
    { path: "destination.bucket.account_id", names: "account", rule: "sharing" },
  ],
  aws_s3_bucket_analytics_configuration: [
    {
      path: "storage_class_analysis.data_export.destination.s3_bucket_destination.bucket_arn",
      names: "bucket",
      rule: "replication",
    },
    {
      path: "storage_class_analysis.data_export.destination.s3_bucket_destination.bucket_account_id",
      names: "account",
      rule: "sharing",
    },
  ],
  aws_s3_bucket_logging: [{ path: "target_bucket", names: "bucket", rule: "replication" }],
  aws_s3_bucket_notification: [
    { path: "topic.topic_arn", names: "arn", rule: "replication", level: "warn" },
    { path: "queue.queue_arn", names: "arn", rule: "replication", level: "warn" },
    { path: "lambda_function.lambda_function_arn", names: "arn", rule: "replication", level: "warn" },
    {
      path: "eventbridge",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: { when: "equals", values: ["true"] },
      note: "to the event bus of the bucket's own region",
    },
  ],
  aws_s3_object_copy: [
    { path: "source", names: "bucket", rule: "replication" },
    { path: "bucket", names: "bucket", rule: "replication" },
    {
      path: "acl",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["public-read", "public-read-write", "authenticated-read"] },
    },
  ],
  aws_s3_bucket_public_access_block: [
    {
      path: "block_public_acls",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "block_public_policy",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "ignore_public_acls",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "restrict_public_buckets",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
  ],
  aws_s3_account_public_access_block: [
    {
      path: "block_public_acls",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "block_public_policy",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "ignore_public_acls",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
    {
      path: "restrict_public_buckets",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"], absent: true },
    },
  ],
  aws_s3_bucket_acl: [
    {
      path: "acl",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["public-read", "public-read-write", "authenticated-read"] },
    },
    {
      path: "access_control_policy.grant.grantee.uri",
      names: "setting",
      rule: "sharing",
      leaks: {
        when: "equals",
        values: [
          "http://acs.amazonaws.com/groups/global/AllUsers",
          "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
        ],
      },
    },
    { path: "access_control_policy.grant.grantee.id", names: "principal", rule: "sharing" },
  ],
  aws_s3_access_point: [
    { path: "bucket_account_id", names: "account", rule: "network" },
    {
      path: "public_access_block_configuration.block_public_policy",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["true"] },
    },
    { path: "vpc_configuration.vpc_id", names: "arn-or-id", rule: "network" },
    { path: "policy", names: "policy-document", rule: "network" },
  ],
  aws_s3tables_table_bucket_replication: [
    { path: "rule.destination.destination_table_bucket_arn", names: "arn", rule: "replication" },
  ],
  aws_s3tables_table_replication: [
    { path: "rule.destination.destination_table_bucket_arn", names: "arn", rule: "replication" },
  ],
  aws_s3_object: [
    {
      path: "acl",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["public-read", "public-read-write", "authenticated-read"] },
    },
  ],
  aws_s3_bucket_object: [
    {
      path: "acl",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["public-read", "public-read-write", "authenticated-read"] },
    },
  ],
};
