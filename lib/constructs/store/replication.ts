import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import { fail } from "../check";
import type { DatasetBucket } from "../dataset-bucket";
import { nameFor } from "../name";
import { policyDocument } from "../policy-document";
import { RegionalBoundary } from "../regional-boundary";

/**
 * Checks that copies stay where the originals may be.
 *
 * @throws Error when the other bucket's data may be in a country or account that this one's may not.
 */
export function checkReplication(from: DatasetBucket, to: DatasetBucket): void {
  const here = RegionalBoundary.of(from);
  const there = RegionalBoundary.of(to);
  const country = there.countries.find((code) => !here.countries.includes(code));
  if (country !== undefined) {
    fail(
      from,
      `replicateTo "${to.node.path}" lets data be in ${country}, and boundary "${here.name}" holds ${here.countries.join(", ")}; replicate to a bucket whose boundary lies within.`,
    );
  }
  const account = there.accounts.find((id) => !here.accounts.includes(id));
  if (account !== undefined) {
    fail(
      from,
      `replicateTo "${to.node.path}" is shared with account ${account}, which boundary "${here.name}" does not have; replicate to a bucket whose boundary lies within.`,
    );
  }
  if (there.account !== here.account) {
    fail(
      from,
      `replicateTo "${to.node.path}" is in account ${there.account} and this bucket in ${here.account}; replicate within one account.`,
    );
  }
}

export interface ReplicationProps {
  readonly from: DatasetBucket;
  readonly to: DatasetBucket;
}

/** Copies every new version of every object, and its deletion, to another bucket under that bucket's key. */
export class Replication extends Construct {
  constructor(scope: Construct, id: string, { from, to }: ReplicationProps) {
    super(scope, id);
    const role = this.role(from, to);
    new S3BucketReplicationConfigurationA(this, "replication", {
      bucket: from.bucket.id,
      role: role.arn,
      rule: [
        {
          id: "all",
          status: "Enabled",
          priority: 1,
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Enabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: to.bucket.arn,
            encryptionConfiguration: { replicaKmsKeyId: RegionalBoundary.of(to).key.arn },
          },
        },
      ],
      dependsOn: [from.versioning],
    });
  }

  private role(from: DatasetBucket, to: DatasetBucket): IamRole {
    const { account } = RegionalBoundary.of(from);
    const role = new IamRole(this, "role", {
      name: nameFor(from, "replication"),
      assumeRolePolicy: policyDocument([
        {
          Sid: "Replicate",
          Effect: "Allow",
          Principal: { Service: "s3.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ]),
    });
    new IamRolePolicy(this, "copy", { name: "copy", role: role.id, policy: copying(from, to) });
    return role;
  }
}

function copying(from: DatasetBucket, to: DatasetBucket): string {
  return policyDocument([
    {
      Sid: "List",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: from.bucket.arn,
    },
    {
      Sid: "Read",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      Resource: `${from.bucket.arn}/*`,
    },
    {
      Sid: "Write",
      Effect: "Allow",
      Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
      Resource: `${to.bucket.arn}/*`,
    },
    {
      Sid: "Decrypt",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: RegionalBoundary.of(from).key.arn,
    },
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Resource: RegionalBoundary.of(to).key.arn,
    },
  ]);
}
