import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3Backend, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { fail } from "./check";
import { RegionalBoundary } from "./regional-boundary";
import { checkBucketName, checkDays } from "./store/check-bucket";
import { GuardedBucket } from "./store/guarded-bucket";

/** Where Terraform's state is kept. */
export interface RemoteStateProps {
  /** Unique in all of AWS. Written out, for backends name it before anything exists. */
  readonly bucketName: string;
  /** Days that replaced states can still be had back. @default 365 */
  readonly keepVersionsDays?: number;
  /** Terraform refuses to destroy the bucket. @default true */
  readonly protect?: boolean;
}

/**
 * Terraform's state inside a {@link RegionalBoundary}: a versioned bucket under the boundary's key, and an alias by
 * which backends name that key. Make it in a stack of its own, deploy that, then keep other stacks' states in it.
 *
 * @throws Error for a malformed name.
 */
export class RemoteState extends Construct {
  readonly bucket: S3Bucket;
  readonly bucketName: string;
  /** ARN of the alias, without references: backends take none. */
  readonly keyAlias: string;

  constructor(scope: Construct, id: string, props: RemoteStateProps) {
    super(scope, id);
    const { partition, region, account, key } = RegionalBoundary.of(this);
    this.bucketName = checkBucketName(this, props.bucketName);
    checkDays(this, "keepVersionsDays", props.keepVersionsDays, 1);
    const name = `alias/${this.bucketName}`;
    new KmsAlias(this, "alias", { name, targetKeyId: key.id });
    this.keyAlias = `arn:${partition}:kms:${region.code}:${account}:${name}`;
    this.bucket = new GuardedBucket(this, "store", {
      bucketName: this.bucketName,
      keepVersionsDays: props.keepVersionsDays ?? 365,
      protect: props.protect ?? true,
      keyAliases: [this.keyAlias],
    }).bucket;
  }

  /**
   * Keeps a stack's state here, with S3's own lock file (Terraform 1.10 and later).
   *
   * @throws Error for the stack that makes the bucket, and at synthesis for a stack with a boundary that does not
   * admit the country where the bucket stands.
   */
  keep(stack: TerraformStack): S3Backend {
    const { region, account } = RegionalBoundary.of(this);
    if (TerraformStack.of(this) === stack) {
      fail(
        this,
        `makes the bucket in stack "${stack.node.id}", whose own state cannot wait there; use another stack.`,
      );
    }
    const backend = new S3Backend(stack, {
      bucket: this.bucketName,
      key: `${stack.node.id}/terraform.tfstate`,
      region: region.code,
      encrypt: true,
      kmsKeyId: this.keyAlias,
      allowedAccountIds: [account],
    });
    // The bindings of cdktf 0.21 do not know the argument.
    backend.addOverride("use_lockfile", true);
    stack.node.addValidation({ validate: () => this.strangers(stack) });
    return backend;
  }

  private strangers(stack: TerraformStack): string[] {
    const { region } = RegionalBoundary.of(this);
    return stack.node
      .findAll()
      .filter((node) => node instanceof RegionalBoundary)
      .filter(({ countries }) => region.country === null || !countries.includes(region.country))
      .map(
        ({ name, countries }) =>
          `The state of stack "${stack.node.id}" would be in ${region.code} (${region.country}), and boundary "${name}" holds ${countries.join(", ")}; keep it in a RemoteState of that boundary.`,
      );
  }
}
