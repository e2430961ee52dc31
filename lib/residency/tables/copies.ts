import type { Table } from "./table";

/** Copies of volumes, snapshots, machine images, file systems and backups, and with whom they are shared. */
export const copies: Table = {
  aws_db_snapshot_copy: [
    { path: "source_db_snapshot_identifier", names: "arn-or-id", rule: "replication" },
    { path: "destination_region", names: "region", rule: "replication" },
    { path: "target_custom_availability_zone", names: "zone", rule: "replication" },
    { path: "shared_accounts", names: "account", rule: "sharing" },
    { path: "kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_rds_cluster_snapshot_copy: [
    { path: "source_db_cluster_snapshot_identifier", names: "arn-or-id", rule: "replication" },
    { path: "destination_region", names: "region", rule: "replication" },
    { path: "shared_accounts", names: "account", rule: "sharing" },
    { path: "kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_db_snapshot: [{ path: "shared_accounts", names: "account", rule: "sharing" }],
  aws_db_cluster_snapshot: [{ path: "shared_accounts", names: "account", rule: "sharing" }],
  aws_efs_replication_configuration: [
    { path: "destination.region", names: "region", rule: "replication" },
    { path: "destination.availability_zone_name", names: "zone", rule: "replication" },
    { path: "destination.file_system_id", names: "arn-or-id", rule: "replication" },
    { path: "destination.kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_ebs_snapshot_copy: [
    { path: "source_region", names: "region", rule: "replication" },
    { path: "source_snapshot_id", names: "arn-or-id", rule: "replication" },
    { path: "kms_key_id", names: "kms-key", rule: "keys" },
  ],
  aws_snapshot_create_volume_permission: [{ path: "account_id", names: "account", rule: "sharing" }],
  aws_ebs_snapshot_block_public_access: [
    {
      path: "state",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["block-all-sharing"] },
    },
  ],
  aws_ec2_image_block_public_access: [
    {
      path: "state",
      names: "setting",
      rule: "sharing",
      leaks: { when: "differs", values: ["block-new-sharing"] },
    },
  ],
  aws_ami_copy: [
    { path: "source_ami_region", names: "region", rule: "replication" },
    { path: "source_ami_id", names: "arn-or-id", rule: "replication" },
    { path: "destination_outpost_arn", names: "opaque", rule: "replication" },
  ],
  aws_ami_launch_permission: [
    { path: "account_id", names: "account", rule: "sharing" },
    { path: "group", names: "setting", rule: "sharing", leaks: { when: "equals", values: ["all"] } },
    { path: "organization_arn", names: "organization", rule: "sharing" },
    { path: "organizational_unit_arn", names: "organization", rule: "sharing" },
  ],
  aws_imagebuilder_distribution_configuration: [
    { path: "distribution.region", names: "region", rule: "replication" },
    {
      path: "distribution.ami_distribution_configuration.target_account_ids",
      names: "account",
      rule: "sharing",
    },
    {
      path: "distribution.ami_distribution_configuration.launch_permission.user_ids",
      names: "account",
      rule: "sharing",
    },
    {
      path: "distribution.ami_distribution_configuration.launch_permission.user_groups",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["all"] },
    },
    {
      path: "distribution.ami_distribution_configuration.launch_permission.organization_arns",
      names: "organization",
      rule: "sharing",
    },
    {
      path: "distribution.container_distribution_configuration.target_repository.repository_name",
      names: "arn-or-id",
      rule: "replication",
    },
    { path: "distribution.s3_export_configuration.s3_bucket", names: "bucket", rule: "replication" },
    { path: "distribution.launch_template_configuration.account_id", names: "account", rule: "sharing" },
  ],
  aws_dlm_lifecycle_policy: [
    { path: "policy_details.action.cross_region_copy.target", names: "region-or-zone", rule: "replication" },
    {
      path: "policy_details.schedule.cross_region_copy_rule.target",
      names: "region-or-zone",
      rule: "replication",
    },
    {
      path: "policy_details.schedule.cross_region_copy_rule.target_region",
      names: "region",
      rule: "replication",
    },
    { path: "policy_details.schedule.share_rule.target_accounts", names: "account", rule: "sharing" },
    {
      path: "default_policy",
      names: "setting",
      rule: "replication",
      level: "note",
      leaks: { when: "set" },
      note: "of all volumes or machines; copies stay in the region unless told otherwise",
    },
  ],
  aws_backup_plan: [
    { path: "rule.copy_action.destination_vault_arn", names: "arn", rule: "replication" },
    { path: "rule.target_logically_air_gapped_backup_vault_arn", names: "arn", rule: "replication" },
  ],
  aws_backup_vault_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_backup_global_settings: [
    {
      path: "global_settings.isCrossAccountBackupEnabled",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_fsx_openzfs_volume: [{ path: "origin_snapshot.snapshot_arn", names: "arn", rule: "replication" }],
  aws_redshift_snapshot_copy: [
    { path: "destination_region", names: "region", rule: "replication" },
    { path: "snapshot_copy_grant_name", names: "arn-or-id", rule: "replication" },
  ],
  aws_drs_replication_configuration_template: [
    {
      path: "data_plane_routing",
      names: "setting",
      rule: "network",
      leaks: { when: "differs", values: ["PRIVATE_IP"] },
    },
    {
      path: "create_public_ip",
      names: "setting",
      rule: "network",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
};
