import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { nameFor } from "./name";
import { RegionalBoundary } from "./regional-boundary";
import { checkBucketName, checkDays } from "./store/check-bucket";
import { GuardedBucket } from "./store/guarded-bucket";
import { checkReplication, Replication } from "./store/replication";

/** How long data and its versions are kept, and where it is copied to. */
export interface DatasetBucketProps {
  /** Unique in all of AWS. @default boundary, id, account and a hash of the path */
  readonly bucketName?: string;
  /** Days that replaced and deleted objects can still be had back. @default 30 */
  readonly keepVersionsDays?: number;
  /** Days after which objects move to Intelligent-Tiering, which is cheaper for what is seldom read. @default never */
  readonly tierAfterDays?: number;
  /** A bucket that gets a copy of every object. Its boundary's countries and accounts have to lie within this one's. @default no copies */
  readonly replicateTo?: DatasetBucket;
  /** Terraform refuses to destroy the bucket. @default true */
  readonly protect?: boolean;
}

/**
 * Data for training in S3 inside a {@link RegionalBoundary}: under its key, versioned, closed to the public and to
 * accounts outside the boundary, reached by TLS alone.
 *
 * @throws Error for a malformed name, and for copies that would leave the boundary.
 */
export class DatasetBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, props: DatasetBucketProps = {}) {
    super(scope, id);
    const { account } = RegionalBoundary.of(this);
    const bucketName = checkBucketName(this, props.bucketName ?? nameFor(this, account));
    checkDays(this, "keepVersionsDays", props.keepVersionsDays, 1);
    checkDays(this, "tierAfterDays", props.tierAfterDays, 0);
    if (props.replicateTo) checkReplication(this, props.replicateTo);
    const { bucket, versioning } = new GuardedBucket(this, "store", {
      bucketName,
      keepVersionsDays: props.keepVersionsDays ?? 30,
      protect: props.protect ?? true,
      ...(props.tierAfterDays !== undefined && { tierAfterDays: props.tierAfterDays }),
    });
    this.bucket = bucket;
    this.versioning = versioning;
    if (props.replicateTo) new Replication(this, "copy", { from: this, to: props.replicateTo });
  }
}
