import { App } from "cdktf";
import { DatasetBucket, type DatasetBucketProps, RegionalBoundary } from "../../lib/constructs";
import { account, malaysia, newStack, statements, synthesized } from "./synthesized";

function bucket(props: DatasetBucketProps = {}, organizationId?: string) {
  const stack = newStack();
  new DatasetBucket(
    malaysia(stack, organizationId === undefined ? {} : { organizationId }),
    "dataset",
    props,
  );
  return synthesized(stack);
}

describe("a bucket", () => {
  const { one } = bucket();

  it("has a name of its own that S3 takes", () => {
    expect(one("aws_s3_bucket")["bucket"]).toMatch(/^malaysia-dataset-123456789012-[0-9a-f]{8}$/);
    expect(bucket({ bucketName: "acme-data" }).one("aws_s3_bucket")["bucket"]).toBe("acme-data");
  });

  it("is not destroyed, unless told so", () => {
    expect(one("aws_s3_bucket")["lifecycle"]).toEqual({ prevent_destroy: true });
    expect(bucket({ protect: false }).one("aws_s3_bucket")["lifecycle"]).toEqual({ prevent_destroy: false });
  });

  it("is encrypted under the boundary's key, one data key for many objects", () => {
    expect(one("aws_s3_bucket_server_side_encryption_configuration")["rule"]).toEqual([
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: {
          sse_algorithm: "aws:kms",
          kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\.malaysia_key_.*\.arn\}$/),
        },
      },
    ]);
  });

  it("is versioned, closed to the public in four ways, and owned by its account", () => {
    expect(one("aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(one("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(one("aws_s3_bucket_ownership_controls")["rule"]).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  it("forgets old versions and unfinished uploads, and moves objects when asked", () => {
    const [rule] = bucket({ keepVersionsDays: 7, tierAfterDays: 30 }).one(
      "aws_s3_bucket_lifecycle_configuration",
    )["rule"];
    expect(rule).toMatchObject({
      status: "Enabled",
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      transition: [{ days: 30, storage_class: "INTELLIGENT_TIERING" }],
    });
    expect(one("aws_s3_bucket_lifecycle_configuration")["rule"][0].transition).toBeUndefined();
  });

  it("has no copies", () => {
    expect(bucket().all("aws_s3_bucket_replication_configuration")).toEqual([]);
  });
});

describe("the policy of a bucket", () => {
  const text = bucket({}, "o-a1b2c3d4e5").one("aws_s3_bucket_policy")["policy"];
  const policy = statements(text);

  it("denies and grants nothing", () => {
    expect(Object.values(policy).map(({ Effect }) => Effect)).toEqual(Object.keys(policy).map(() => "Deny"));
  });

  it("denies requests without TLS, or with an old one", () => {
    expect(policy["OnlyTls"]).toMatchObject({
      Action: "s3:*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    expect(policy["OnlyTls12"]?.["Condition"]).toEqual({ NumericLessThan: { "s3:TlsVersion": "1.2" } });
    expect(policy["OnlyTls"]?.["Resource"]).toHaveLength(2);
  });

  it("denies other accounts and organizations", () => {
    expect(policy["OnlyBoundaryAccounts"]?.["Condition"]["StringNotEquals"]).toEqual({
      "aws:PrincipalAccount": account,
    });
    expect(policy["OnlyOrganization"]?.["Condition"]["StringNotEquals"]).toEqual({
      "aws:PrincipalOrgID": "o-a1b2c3d4e5",
    });
  });

  it("denies writes under another key", () => {
    expect(policy["OnlyBoundaryKey"]?.["Condition"]["StringNotEquals"]).toEqual({
      "s3:x-amz-server-side-encryption-aws-kms-key-id": expect.stringMatching(/^\$\{aws_kms_key\./),
    });
    expect(policy["OnlyKms"]?.["Condition"]["StringNotEquals"]).toEqual({
      "s3:x-amz-server-side-encryption": "aws:kms",
    });
  });
});

describe("copies", () => {
  const eu = { accounts: [account], name: "eu", countries: ["DE", "IE"] };

  function copied(target: Partial<ConstructorParameters<typeof RegionalBoundary>[2]> = {}) {
    const app = new App();
    const there = new RegionalBoundary(newStack("there", app), "b", {
      ...eu,
      region: "eu-west-1",
      ...target,
    });
    const here = new RegionalBoundary(newStack("here", app), "b", { ...eu, region: "eu-central-1" });
    const stack = here.node.scope as ReturnType<typeof newStack>;
    new DatasetBucket(here, "dataset", { replicateTo: new DatasetBucket(there, "copy") });
    return synthesized(stack);
  }

  it("go to a bucket whose boundary lies within, under that boundary's key", () => {
    const { one } = copied();
    const [rule] = one("aws_s3_bucket_replication_configuration")["rule"];
    expect(rule.source_selection_criteria).toEqual({ sse_kms_encrypted_objects: { status: "Enabled" } });
    expect(rule.destination.bucket).toContain("remote_state");
    expect(rule.destination.encryption_configuration.replica_kms_key_id).toContain("remote_state");
    expect(one("aws_s3_bucket_replication_configuration")["depends_on"]).toEqual([
      expect.stringMatching(/^aws_s3_bucket_versioning\./),
    ]);
  });

  it("may go to a narrower boundary", () => {
    expect(
      copied({ name: "ireland", countries: ["IE"] }).all("aws_s3_bucket_replication_configuration"),
    ).toHaveLength(1);
  });

  it.each([
    [
      "a country outside",
      { name: "wide", countries: ["IE", "US"] },
      /replicateTo "there\/b\/copy" lets data be in US, and boundary "eu" holds DE, IE; replicate to a bucket whose boundary lies within/,
    ],
    [
      "another region's country",
      { name: "my", region: "ap-southeast-5", countries: ["MY"] },
      /lets data be in MY/,
    ],
    [
      "an account outside",
      { name: "shared", accounts: [account, "210987654321"] },
      /is shared with account 210987654321, which boundary "eu" does not have/,
    ],
  ])("are refused to %s", (_, target, message) => expect(() => copied(target)).toThrow(message));
});

describe("a bucket is refused", () => {
  it.each<[string, DatasetBucketProps, RegExp]>([
    [
      "a name that S3 does not take",
      { bucketName: "Acme_Data" },
      /bucketName "Acme_Data" is none that S3 takes/,
    ],
    ["a name with dots", { bucketName: "acme.data" }, /3 to 63 lower-case letters, digits and dashes/],
    ["no days", { keepVersionsDays: 0 }, /keepVersionsDays is 0; give whole days, 1 or more/],
    ["half a day", { tierAfterDays: 0.5 }, /tierAfterDays is 0.5; give whole days, 0 or more/],
  ])("for %s", (_, props, message) => expect(() => bucket(props)).toThrow(message));
});
