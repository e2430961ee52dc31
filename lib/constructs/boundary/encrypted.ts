/** Where a resource type names the key it encrypts with. Both are setters of its class in the bindings. */
export interface KeyAttribute {
  readonly key: string;
  /** Switches encryption on, where a key alone does not. */
  readonly enable?: string;
  /** The kinds of the resource that take a key, by the attribute that tells them. */
  readonly only?: { readonly attribute: string; readonly kind: RegExp };
}

/** Types that hold data and take a customer-managed key in an attribute of their own, not in a block. */
export const keyAttributes: ReadonlyMap<string, KeyAttribute> = new Map<string, KeyAttribute>([
  ["aws_backup_vault", { key: "kmsKeyArn" }],
  ["aws_cloudwatch_log_group", { key: "kmsKeyId" }],
  ["aws_db_instance", { key: "kmsKeyId", enable: "storageEncrypted" }],
  ["aws_docdb_cluster", { key: "kmsKeyId", enable: "storageEncrypted" }],
  ["aws_ebs_volume", { key: "kmsKeyId", enable: "encrypted" }],
  ["aws_efs_file_system", { key: "kmsKeyId", enable: "encrypted" }],
  [
    "aws_fsx_lustre_file_system",
    { key: "kmsKeyId", only: { attribute: "deploymentType", kind: /^PERSISTENT/ } },
  ],
  ["aws_fsx_ontap_file_system", { key: "kmsKeyId" }],
  ["aws_fsx_openzfs_file_system", { key: "kmsKeyId" }],
  ["aws_fsx_windows_file_system", { key: "kmsKeyId" }],
  ["aws_neptune_cluster", { key: "kmsKeyArn", enable: "storageEncrypted" }],
  ["aws_rds_cluster", { key: "kmsKeyId", enable: "storageEncrypted" }],
  ["aws_sagemaker_notebook_instance", { key: "kmsKeyId" }],
  ["aws_secretsmanager_secret", { key: "kmsKeyId" }],
  ["aws_sns_topic", { key: "kmsMasterKeyId" }],
  ["aws_sqs_queue", { key: "kmsMasterKeyId" }],
]);
