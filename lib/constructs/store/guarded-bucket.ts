import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { RegionalBoundary } from "../regional-boundary";
import { bucketPolicy } from "./bucket-policy";

export interface GuardedBucketProps {
  readonly bucketName: string;
  /** Days that replaced and deleted objects can still be had back. */
  readonly keepVersionsDays: number;
  /** Days after which S3 moves objects to the storage class that prices itself by use. Never when left out. */
  readonly tierAfterDays?: number;
  readonly protect: boolean;
  /** Other names of the boundary's key that writers use. */
  readonly keyAliases?: readonly string[];
}

/** A private, versioned bucket under the boundary's key, that only the boundary's accounts reach, and by TLS. */
export class GuardedBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, props: GuardedBucketProps) {
    super(scope, id);
    const boundary = RegionalBoundary.of(this);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: props.bucketName,
      lifecycle: { preventDestroy: props.protect },
    });
    const bucket = this.bucket.id;
    this.versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    this.encrypt(boundary);
    this.close(boundary, props.keyAliases ?? []);
    this.age(props);
  }

  private encrypt({ key }: RegionalBoundary): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.id,
      rule: [
        {
          // One data key serves many objects, which saves most requests to KMS.
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        },
      ],
    });
  }

  private close(boundary: RegionalBoundary, aliases: readonly string[]): void {
    const bucket = this.bucket.id;
    const blocks = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const keys = [boundary.key.arn, ...aliases];
    new S3BucketPolicy(this, "policy", {
      bucket,
      policy: bucketPolicy({ boundary, bucketArn: this.bucket.arn, keys }),
      // S3 refuses several changes to one bucket at once.
      dependsOn: [blocks, ownership],
    });
  }

  private age({ keepVersionsDays, tierAfterDays }: GuardedBucketProps): void {
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.id,
      rule: [
        {
          id: "age",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: keepVersionsDays }],
          ...(tierAfterDays !== undefined && {
            transition: [{ days: tierAfterDays, storageClass: "INTELLIGENT_TIERING" }],
          }),
        },
      ],
      dependsOn: [this.versioning],
    });
  }
}
