import { App, Testing } from "cdktf";
import { DatasetBucket, RegionalBoundary, RemoteState } from "../../lib/constructs";
import { account, malaysia, newStack, statements, synthesized } from "./synthesized";

function made() {
  const app = new App();
  const home = newStack("state", app);
  const state = new RemoteState(malaysia(home), "state", { bucketName: "acme-state-my" });
  return { app, home, state };
}

describe("the bucket of states", () => {
  const { one } = synthesized(made().home);

  it("is versioned, under the boundary's key, and not destroyed", () => {
    expect(one("aws_s3_bucket")).toMatchObject({
      bucket: "acme-state-my",
      lifecycle: { prevent_destroy: true },
    });
    expect(one("aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(one("aws_s3_bucket_lifecycle_configuration")["rule"][0].noncurrent_version_expiration).toEqual([
      { noncurrent_days: 365 },
    ]);
  });

  it("has its key by an alias that can be written out", () => {
    expect(one("aws_kms_alias")).toMatchObject({
      name: "alias/acme-state-my",
      target_key_id: expect.stringMatching(/^\$\{aws_kms_key\.malaysia_key_/),
    });
  });

  it("takes writes that call the key by either name", () => {
    const { OnlyBoundaryKey } = statements(one("aws_s3_bucket_policy")["policy"]);
    expect(
      OnlyBoundaryKey?.["Condition"].StringNotEquals["s3:x-amz-server-side-encryption-aws-kms-key-id"],
    ).toEqual([
      expect.stringMatching(/^\$\{aws_kms_key\./),
      `arn:aws:kms:ap-southeast-5:${account}:alias/acme-state-my`,
    ]);
  });
});

describe("a stack that keeps its state there", () => {
  it("names bucket, key and lock file without references", () => {
    const { app, state } = made();
    const stack = newStack("training", app);
    state.keep(stack);
    expect(synthesized(stack).body["terraform"].backend).toEqual({
      s3: {
        bucket: "acme-state-my",
        key: "training/terraform.tfstate",
        region: "ap-southeast-5",
        encrypt: true,
        kms_key_id: `arn:aws:kms:ap-southeast-5:${account}:alias/acme-state-my`,
        allowed_account_ids: [account],
        use_lockfile: true,
      },
    });
  });

  it("is read by other stacks where it is", () => {
    const { app, state } = made();
    const data = newStack("data", app);
    state.keep(data);
    const dataset = new DatasetBucket(malaysia(data, { accountDefaults: false }), "dataset");
    const reader = newStack("reader", app);
    new DatasetBucket(malaysia(reader, { accountDefaults: false }), "copy", { replicateTo: dataset });
    const [remote] = Object.values<Record<string, unknown>>(
      synthesized(reader).body["data"].terraform_remote_state,
    );
    expect(remote).toMatchObject({
      backend: "s3",
      config: { bucket: "acme-state-my", key: "data/terraform.tfstate" },
    });
  });

  it("cannot be the stack that makes the bucket", () => {
    const { home, state } = made();
    expect(() => state.keep(home)).toThrow(
      /makes the bucket in stack "state", whose own state cannot wait there/,
    );
  });

  it("cannot hold a boundary that does not admit the country", () => {
    const { app, state } = made();
    const stack = newStack("frankfurt", app);
    state.keep(stack);
    new RegionalBoundary(stack, "eu", { region: "eu-central-1", accounts: [account] });
    expect(() => Testing.synth(stack, true)).toThrow(
      /The state of stack "frankfurt" would be in ap-southeast-5 \(MY\), and boundary "eu" holds DE; keep it in a RemoteState of that boundary/,
    );
  });

  it("may hold a wider boundary", () => {
    const { app, state } = made();
    const stack = newStack("asia", app);
    state.keep(stack);
    new RegionalBoundary(stack, "asia", {
      region: "ap-southeast-1",
      accounts: [account],
      countries: ["SG", "MY"],
    });
    expect(() => Testing.synth(stack, true)).not.toThrow();
  });
});

it("refuses a name that S3 does not take", () => {
  expect(() => new RemoteState(malaysia(), "state", { bucketName: "a" })).toThrow(
    /bucketName "a" is none that S3 takes/,
  );
});
