import { type Check, ofType, same, templateOf } from "./check";

/** What holds data is encrypted with a key of one's own. */
export const encryption: readonly Check[] = [
  {
    of: ofType("aws_kms_key"),
    holds: (aws, { region, values }) => {
      const { KeyMetadata: key } = aws.ask(region, "kms", "describe-key", { KeyId: values.key_id });
      const is = [key.KeyManager, key.MultiRegion ?? false, key.Enabled];
      same(is, ["CUSTOMER", false, true], "[manager, of many regions, enabled] of the key");
      const rotation = aws.ask(region, "kms", "get-key-rotation-status", { KeyId: values.key_id });
      same(rotation.KeyRotationEnabled, true, "rotation");
    },
  },
  {
    of: ofType("aws_s3_bucket"),
    holds: (aws, { region, values }) => {
      const bucket = { Bucket: values.bucket };
      const encrypted = aws.ask(region, "s3api", "get-bucket-encryption", bucket);
      const [rule] = encrypted.ServerSideEncryptionConfiguration.Rules;
      same(rule.ApplyServerSideEncryptionByDefault.SSEAlgorithm, "aws:kms", "algorithm");
      const { PublicAccessBlockConfiguration: block } = aws.ask(
        region,
        "s3api",
        "get-public-access-block",
        bucket,
      );
      same(Object.values(block), [true, true, true, true], "public access blocks");
      same(aws.ask(region, "s3api", "get-bucket-versioning", bucket).Status, "Enabled", "versioning");
    },
  },
  {
    of: ofType("aws_launch_template"),
    holds: (aws, resource) => {
      const data = templateOf(aws, resource);
      for (const { DeviceName, Ebs } of data.BlockDeviceMappings ?? [])
        if (Ebs) same([Ebs.Encrypted, typeof Ebs.KmsKeyId], [true, "string"], `encryption of ${DeviceName}`);
      same(data.MetadataOptions?.HttpTokens, "required", "HttpTokens");
    },
  },
  {
    of: ofType("aws_ebs_encryption_by_default"),
    holds: (aws, { region }) => {
      const answer = aws.ask(region, "ec2", "get-ebs-encryption-by-default");
      same(answer.EbsEncryptionByDefault, true, "encryption by default");
    },
  },
  {
    of: ofType("aws_cloudwatch_log_group"),
    holds: (aws, { region, values }) => {
      const input = { logGroupNamePrefix: values.name };
      const [group] = aws.ask(region, "logs", "describe-log-groups", input).logGroups;
      same(/^arn:aws[\w-]*:kms:/.test(group?.kmsKeyId ?? ""), true, "a key of one's own");
    },
  },
  {
    of: ofType("aws_eks_cluster"),
    holds: (aws, { region, values }) => {
      const { cluster } = aws.ask(region, "eks", "describe-cluster", { name: values.name });
      same(cluster.encryptionConfig?.[0]?.resources, ["secrets"], "what is encrypted");
    },
  },
];
