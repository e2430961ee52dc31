import type { Table } from "./table";

/** Services that move files: what they take and where they put it. */
export const transfer: Table = {
  aws_fsx_data_repository_association: [
    { path: "data_repository_path", names: "bucket", rule: "replication", confidence: "low" },
  ],
  aws_fsx_lustre_file_system: [
    { path: "import_path", names: "bucket", rule: "replication" },
    { path: "export_path", names: "bucket", rule: "replication" },
    { path: "backup_id", names: "arn-or-id", rule: "replication" },
  ],
  aws_fsx_file_cache: [
    { path: "data_repository_association.data_repository_path", names: "bucket", rule: "replication" },
  ],
  aws_fsx_openzfs_file_system: [
    {
      path: "root_volume_configuration.nfs_exports.client_configurations.clients",
      names: "cidr",
      rule: "network",
      level: "warn",
    },
  ],
  aws_datasync_task: [
    { path: "source_location_arn", names: "arn", rule: "replication" },
    { path: "destination_location_arn", names: "arn", rule: "replication" },
    { path: "cloudwatch_log_group_arn", names: "arn", rule: "replication" },
    { path: "task_report_config.s3_destination.s3_bucket_arn", names: "bucket", rule: "replication" },
  ],
  aws_datasync_location_s3: [{ path: "s3_bucket_arn", names: "bucket", rule: "replication" }],
  aws_datasync_location_azure_blob: [{ path: "container_url", names: "url", rule: "replication" }],
  aws_datasync_location_object_storage: [
    { path: "server_hostname", names: "url", rule: "replication" },
    { path: "bucket_name", names: "url", rule: "replication" },
  ],
  aws_datasync_location_nfs: [{ path: "server_hostname", names: "url", rule: "replication" }],
  aws_datasync_location_smb: [{ path: "server_hostname", names: "url", rule: "replication" }],
  aws_datasync_location_hdfs: [{ path: "name_node.hostname", names: "url", rule: "replication" }],
  aws_storagegateway_nfs_file_share: [
    { path: "location_arn", names: "bucket", rule: "replication" },
    { path: "bucket_region", names: "region", rule: "replication" },
    { path: "audit_destination_arn", names: "arn", rule: "replication" },
  ],
  aws_storagegateway_smb_file_share: [
    { path: "location_arn", names: "bucket", rule: "replication" },
    { path: "bucket_region", names: "region", rule: "replication" },
    { path: "audit_destination_arn", names: "arn", rule: "replication" },
  ],
  aws_transfer_connector: [
    { path: "url", names: "url", rule: "replication" },
    { path: "as2_config.partner_profile_id", names: "arn-or-id", rule: "replication" },
  ],
  aws_transfer_server: [
    {
      path: "endpoint_type",
      names: "setting",
      rule: "replication",
      leaks: { when: "differs", values: ["VPC"], absent: true },
    },
    { path: "endpoint_details.vpc_id", names: "arn-or-id", rule: "network" },
    {
      path: "endpoint_details.address_allocation_ids",
      names: "setting",
      rule: "replication",
      leaks: { when: "set" },
    },
  ],
  aws_transfer_workflow: [
    {
      path: "steps.copy_step_details.destination_file_location.s3_file_location.bucket",
      names: "bucket",
      rule: "replication",
    },
  ],
};
