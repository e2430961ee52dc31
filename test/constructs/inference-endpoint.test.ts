import { TerraformVariable } from "cdktf";
import {
  DatasetBucket,
  GpuNetwork,
  InferenceEndpoint,
  type InferenceEndpointProps,
  RegionalBoundary,
} from "../../lib/constructs";
import { account, newStack, type Synthesized, statements, synthesized } from "./synthesized";

const image = `${account}.dkr.ecr.eu-central-1.amazonaws.com/serving:1.4.0`;

interface Stand {
  readonly stack: ReturnType<typeof newStack>;
  readonly bucket: DatasetBucket;
  readonly endpoint: (props?: Partial<InferenceEndpointProps>) => InferenceEndpoint;
}

function stand(): Stand {
  const stack = newStack();
  const boundary = new RegionalBoundary(stack, "germany", { region: "eu-central-1", accounts: [account] });
  const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.60.0.0/16" });
  const bucket = new DatasetBucket(boundary, "models");
  const plain = { network, machineType: "ml.g6e.12xlarge", nodes: 2, image };
  return {
    stack,
    bucket,
    endpoint: (props) => new InferenceEndpoint(boundary, "assistant", { ...plain, ...props }),
  };
}

function made(props: (at: Stand) => Partial<InferenceEndpointProps> = () => ({})): Synthesized {
  const at = stand();
  at.endpoint(props(at));
  return synthesized(at.stack);
}

const refused = (props: Partial<InferenceEndpointProps>) => () => stand().endpoint(props);

describe("an endpoint", () => {
  it("serves in the network, and from nowhere else", () => {
    const model = made().one("aws_sagemaker_model");
    expect(model["enable_network_isolation"]).toBe(true);
    expect(model["vpc_config"].subnets).toEqual([
      expect.stringMatching(/private-eu-central-1a/),
      expect.stringMatching(/private-eu-central-1b/),
    ]);
    expect(model["vpc_config"].security_group_ids).toEqual([
      expect.stringMatching(/assistant_security-group/),
    ]);
    expect(
      made(() => ({ networkIsolation: false })).one("aws_sagemaker_model")["enable_network_isolation"],
    ).toBe(false);
  });

  it("takes its model from a bucket of the boundary, folder or archive", () => {
    const source = (key: string) =>
      made(({ bucket }) => ({ model: { bucket, key } })).one("aws_sagemaker_model")["primary_container"]
        .model_data_source.s3_data_source[0];
    expect(source("assistant/v3/")).toMatchObject({
      s3_uri: expect.stringMatching(/aws_s3_bucket.*\/assistant\/v3\/$/),
      s3_data_type: "S3Prefix",
      compression_type: "None",
    });
    expect(source("assistant.tar.gz")).toMatchObject({ s3_data_type: "S3Object", compression_type: "Gzip" });
  });

  it("keeps what it is told to keep, inside and under the key", () => {
    const s = made(({ bucket }) => ({ capture: { bucket, percentage: 10 } }));
    expect(s.one("aws_sagemaker_endpoint_configuration")["data_capture_config"]).toMatchObject({
      enable_capture: true,
      initial_sampling_percentage: 10,
      destination_s3_uri: expect.stringMatching(/^s3:\/\/\$\{aws_s3_bucket/),
      kms_key_id: expect.stringMatching(/aws_kms_key/),
    });
    expect(made().one("aws_sagemaker_endpoint_configuration")["data_capture_config"]).toBeUndefined();
  });

  it("has the key where SageMaker takes one: on machines without disks of their own", () => {
    const key = (machineType: string) =>
      made(() => ({ machineType, confirmedOffering: "support case 1234567890" })).one(
        "aws_sagemaker_endpoint_configuration",
      )["kms_key_arn"];
    expect(key("ml.inf2.48xlarge")).toMatch(/aws_kms_key/);
    expect(key("ml.p3.2xlarge")).toMatch(/aws_kms_key/);
    expect(key("ml.p3dn.24xlarge")).toBeUndefined();
    expect(key("ml.g6e.12xlarge")).toBeUndefined();
  });

  it("scales between two counts by requests, and not without them", () => {
    const s = made(() => ({ nodes: 6, minNodes: 2, requestsPerMinute: 90 }));
    expect(s.one("aws_sagemaker_endpoint_configuration")["production_variants"]).toMatchObject([
      { initial_instance_count: 2, instance_type: "ml.g6e.12xlarge" },
    ]);
    expect(s.one("aws_appautoscaling_target")).toMatchObject({
      min_capacity: 2,
      max_capacity: 6,
      scalable_dimension: "sagemaker:variant:DesiredInstanceCount",
      resource_id: expect.stringMatching(/^endpoint\/\$\{aws_sagemaker_endpoint\..*\}\/variant\/all$/),
    });
    const policy = s.one("aws_appautoscaling_policy")["target_tracking_scaling_policy_configuration"];
    expect(policy).toMatchObject({
      target_value: 90,
      predefined_metric_specification: { predefined_metric_type: "SageMakerVariantInvocationsPerInstance" },
    });
    expect(made().all("aws_appautoscaling_target")).toEqual([]);
  });

  it("logs under the key, and for a time", () => {
    const s = made();
    const { name } = s.one("aws_sagemaker_endpoint");
    const logs = s
      .all("aws_cloudwatch_log_group")
      .find((one) => one["name"] === `/aws/sagemaker/Endpoints/${name}`);
    expect(logs).toMatchObject({ retention_in_days: 365, kms_key_id: expect.stringMatching(/aws_kms_key/) });
  });

  it("may do no more than it needs", () => {
    const s = made(({ bucket }) => ({ model: { bucket, key: "assistant/v3/" } }));
    const policies = s.all("aws_iam_role_policy").map(({ policy }) => statements(policy));
    const rights = policies.find((one) => one["Image"]) ?? {};
    expect(rights["Image"]?.["Resource"]).toBe(`arn:aws:ecr:eu-central-1:${account}:repository/serving`);
    expect(rights["Model"]).toMatchObject({
      Action: "s3:GetObject",
      Resource: expect.stringMatching(/aws_s3_bucket.*\.arn\}\/assistant\/v3\/\*$/),
    });
    expect(rights["Capture"]).toBeUndefined();
    const wide = Object.entries(rights).filter(([, { Resource }]) => Resource === "*");
    expect(wide.map(([id]) => id).sort()).toEqual(["Metrics", "Network", "Registry"]);
  });

  it("changes by new names, for SageMaker changes nothing", () => {
    const names = (props: Partial<InferenceEndpointProps>) => {
      const s = made(() => props);
      return ["aws_sagemaker_model", "aws_sagemaker_endpoint_configuration", "aws_sagemaker_endpoint"].map(
        (type) => s.one(type)["name"],
      );
    };
    const [model, configuration, endpoint] = names({});
    expect(names({})).toEqual([model, configuration, endpoint]);
    const [otherModel, otherConfiguration, same] = names({ image: `${image}1` });
    expect(otherModel).not.toBe(model);
    expect(same).toBe(endpoint);
    for (const name of [model, otherModel, configuration]) expect(name.length).toBeLessThanOrEqual(63);
    expect(otherConfiguration).not.toBe(configuration);
  });
});

describe("an endpoint is refused", () => {
  it.each<[Partial<InferenceEndpointProps>, RegExp]>([
    [
      { machineType: "g6e.12xlarge" },
      /machineType "g6e.12xlarge" is not SageMaker's; write "ml.g6e.12xlarge"/,
    ],
    [{ machineType: "ml.g6e.12xl" }, /did you mean "g6e.12xlarge"/],
    [{ machineType: "ml.p5.48xlarge" }, /does not list p5.48xlarge in eu-central-1/],
    [{ nodes: 0 }, /nodes is 0; give a whole number from 1 on/],
    [{ minNodes: 0 }, /minNodes is 0; give a whole number from 1 to nodes, 2/],
    [{ image: "serving:1.4.0" }, /image "serving:1.4.0" is not in ECR of eu-central-1/],
    [{ image: image.replace("eu-central-1", "us-east-1") }, /is not in ECR of eu-central-1; copy it there/],
    [{ startupSeconds: 5 }, /startupSeconds is 5/],
    [{ requestsPerMinute: 0 }, /requestsPerMinute is 0/],
    [{ logRetentionDays: 42 }, /logRetentionDays is 42/],
  ])("with %j", (props, message) => {
    expect(refused(props)).toThrow(message);
  });

  it("with a model or a capture outside its boundary", () => {
    const at = stand();
    const virginia = new RegionalBoundary(at.stack, "america", { region: "us-east-1", accounts: [account] });
    const bucket = new DatasetBucket(virginia, "models");
    expect(() => at.endpoint({ model: { bucket, key: "v3/" } })).toThrow(
      /model is in a bucket of boundary "america" in us-east-1; use one of "germany" in eu-central-1/,
    );
    const other = stand();
    const away = new RegionalBoundary(other.stack, "away", { region: "us-east-1", accounts: [account] });
    expect(() => other.endpoint({ capture: { bucket: new DatasetBucket(away, "kept") } })).toThrow(
      /capture is in a bucket of boundary "away"/,
    );
  });

  it("with a key that is neither folder nor archive, or a share that is none", () => {
    const { bucket, endpoint } = stand();
    expect(() => endpoint({ model: { bucket, key: "model.bin" } })).toThrow(
      /neither a folder nor an archive/,
    );
    const more = stand();
    expect(() => more.endpoint({ capture: { bucket: more.bucket, percentage: 0 } })).toThrow(
      /capture.percentage is 0/,
    );
  });

  it("but not for an image that only Terraform knows", () => {
    const at = stand();
    const variable = new TerraformVariable(at.stack, "image", { type: "string" });
    at.endpoint({ image: variable.stringValue });
    expect(synthesized(at.stack).one("aws_sagemaker_model")["primary_container"].image).toBe("${var.image}");
  });
});
