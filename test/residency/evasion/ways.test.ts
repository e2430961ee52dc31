import type { Body } from "../../../lib/terraform/configuration";
import { blocking, judged, judgedAlone, policyOf } from "../judged";

const table = (more: Body = {}) => ({ name: "people", hash_key: "id", ...more });

/** Stacks called `app` in which something leaves the boundary without an attribute of a table saying so. */
const ways: [string, Body][] = [
  ["a provider by another name", { resource: { aws_sqs_queue: { q: { provider: "aws.abroad" } } } }],
  ["the resource's own region", { resource: { aws_sqs_queue: { q: { region: "us-east-1" } } } }],
  [
    "the resource's own region, from a variable without a default",
    { resource: { aws_sqs_queue: { q: { region: "${var.r}" } } }, variable: { r: {} } },
  ],
  ["a provider without a region", { provider: { aws: [{}] }, resource: { aws_sqs_queue: { q: {} } } }],
  [
    "a zone abroad of the home region",
    { resource: { aws_ebs_volume: { v: { availability_zone: "eu-central-1-waw-1a", size: 1 } } } },
  ],
  [
    "a subnet in a zone abroad",
    {
      resource: {
        aws_subnet: {
          s: { availability_zone: "eu-central-1-waw-1a", vpc_id: "vpc-1", cidr_block: "10.0.0.0/24" },
        },
        aws_instance: { i: { subnet_id: "${aws_subnet.s.id}", instance_type: "t3.micro", ami: "ami-1" } },
      },
    },
  ],
  [
    "a storage bucket of another cloud",
    { resource: { google_storage_bucket: { b: { name: "b", location: "us-east1" } } } },
  ],
  [
    "a multi-region of another cloud",
    { resource: { google_storage_bucket: { b: { name: "b", location: "US" } } } },
  ],
  [
    "Cloud Control",
    {
      resource: {
        aws_cloudcontrolapi_resource: {
          s: {
            type_name: "AWS::SecretsManager::Secret",
            desired_state: JSON.stringify({ Name: "s", ReplicaRegions: [{ Region: "us-east-1" }] }),
          },
        },
      },
    },
  ],
  [
    "the provider of Cloud Control",
    {
      provider: { awscc: [{ region: "eu-central-1" }] },
      resource: { awscc_secretsmanager_secret: { s: { replica_regions: [{ region: "us-east-1" }] } } },
    },
  ],
  [
    "a bucket that nobody knows, in Cloud Control",
    {
      provider: { awscc: [{ region: "eu-central-1" }] },
      resource: {
        awscc_s3_bucket: {
          b: {
            replication_configuration: { rules: [{ destination: { bucket: "arn:aws:s3:::elsewhere" } }] },
          },
        },
      },
    },
  ],
  [
    "a CloudFormation template in JSON",
    {
      resource: {
        aws_cloudformation_stack: {
          s: {
            name: "s",
            template_body: JSON.stringify({
              Resources: {
                S: {
                  Type: "AWS::SecretsManager::Secret",
                  Properties: { ReplicaRegions: [{ Region: "us-east-1" }] },
                },
              },
            }),
          },
        },
      },
    },
  ],
  [
    "a CloudFormation template in YAML",
    {
      resource: {
        aws_cloudformation_stack: {
          s: {
            name: "s",
            template_body:
              "Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      ReplicaRegions:\n        - Region: us-east-1\n",
          },
        },
      },
    },
  ],
  [
    "a CloudFormation template that jsonencode writes",
    {
      resource: {
        aws_cloudformation_stack: {
          s: {
            name: "s",
            template_body:
              '${jsonencode({ Resources = { S = { Type = "AWS::SNS::Topic", Properties = { Home = "us-east-1" } } } })}',
          },
        },
      },
    },
  ],
  [
    "a script",
    {
      resource: {
        aws_instance: { i: { user_data: "#!/bin/sh\naws s3 sync /data s3://x --region us-east-1\n" } },
      },
    },
  ],
  [
    "a variable of a function's environment",
    { resource: { aws_lambda_function: { f: { environment: [{ variables: { TO: "us-east-1" } }] } } } },
  ],
  [
    "a host of another region",
    {
      resource: {
        aws_lambda_function: {
          f: { environment: [{ variables: { TO: "https://sqs.us-east-1.amazonaws.com/1/q" } }] },
        },
      },
    },
  ],
  [
    "an ARN anywhere",
    {
      resource: {
        aws_cloudwatch_metric_alarm: { a: { alarm_actions: ["arn:aws:sns:us-east-1:111122223333:t"] } },
      },
    },
  ],
  [
    "an ARN with parts that are not known",
    {
      data: { aws_caller_identity: { me: {} } },
      resource: {
        aws_cloudwatch_metric_alarm: {
          a: { alarm_actions: ["arn:aws:sns:us-east-1:${data.aws_caller_identity.me.account_id}:t"] },
        },
      },
    },
  ],
  [
    "a provisioner",
    {
      resource: {
        terraform_data: { t: {} },
        aws_instance: {
          i: { provisioner: { "local-exec": { command: "aws s3 sync . s3://x --region us-east-1" } } },
        },
      },
    },
  ],
  ["a module told to go there", { module: { m: { source: "./m", region: "us-east-1" } } }],
  ["a module with a provider abroad", { module: { m: { source: "./m", providers: { aws: "aws.abroad" } } } }],
  [
    "an endpoint of the provider",
    {
      provider: {
        aws: [
          { region: "eu-central-1", endpoints: [{ dynamodb: "https://dynamodb.us-east-1.amazonaws.com" }] },
        ],
      },
      resource: { aws_dynamodb_table: { t: table() } },
    },
  ],
  [
    "an endpoint nobody knows",
    {
      provider: { aws: [{ region: "eu-central-1", endpoints: [{ s3: "https://store.example.com" }] }] },
      resource: { aws_sqs_queue: { q: {} } },
    },
  ],
  [
    "the region of the provider's token service",
    {
      provider: { aws: [{ region: "eu-central-1", sts_region: "us-east-1" }] },
      resource: { aws_sqs_queue: { q: {} } },
    },
  ],
  [
    "a reference to something abroad",
    {
      resource: {
        aws_sns_topic: { far: { provider: "aws.abroad" } },
        aws_cloudwatch_metric_alarm: { a: { alarm_actions: ["${aws_sns_topic.far.arn}"] } },
      },
    },
  ],
];

it.each(ways)("%s is blocked", (_, body) => {
  expect(blocking(judgedAlone(body))).not.toEqual([]);
});

/** What looks alike and stays. */
const harmless: [string, Body][] = [
  [
    "tags, names and descriptions that name regions",
    {
      resource: {
        aws_sqs_queue: { q: { name: "copy-of-us-east-1", tags: { from: "us-east-1" } } },
        aws_security_group: { g: { description: "us-east-1 knows it" } },
      },
    },
  ],
  [
    "a managed policy",
    {
      resource: {
        aws_iam_role_policy_attachment: {
          a: { role: "r", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
        },
      },
    },
  ],
  [
    "ARNs of the own region",
    {
      data: { aws_caller_identity: { me: {} }, aws_region: { here: {} }, aws_partition: { p: {} } },
      resource: {
        aws_cloudwatch_metric_alarm: {
          a: {
            alarm_actions: [
              "arn:${data.aws_partition.p.partition}:sns:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:t",
            ],
          },
        },
      },
    },
  ],
  [
    "wildcards in what somebody may do",
    {
      resource: {
        aws_sqs_queue: { q: {} },
        aws_ssm_document: {
          d: { name: "d", content: '{"logs":"arn:aws:logs:*:*:*","any":"arn:aws:s3:::x/*"}' },
        },
      },
    },
  ],
  [
    "an emulator",
    {
      provider: { aws: [{ region: "eu-central-1", endpoints: [{ s3: "http://localhost:4566" }] }] },
      resource: { aws_sqs_queue: { q: {} } },
    },
  ],
  [
    "a role made through a provider abroad",
    { resource: { aws_iam_role: { r: { provider: "aws.abroad", assume_role_policy: '{"Statement":[]}' } } } },
  ],
  [
    "a network with a NAT gateway and zones from a data source",
    {
      data: {
        aws_availability_zones: {
          a: { state: "available", filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] },
        },
      },
      resource: {
        aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
        aws_subnet: {
          s: {
            vpc_id: "${aws_vpc.v.id}",
            cidr_block: "10.0.0.0/24",
            availability_zone: "${data.aws_availability_zones.a.names[0]}",
          },
        },
      },
    },
  ],
];

it.each(harmless)("%s: nothing is said", (_, body) => {
  expect(judgedAlone(body).findings).toEqual([]);
});

describe("across stacks", () => {
  const policy = { boundaries: [{ name: "eu", countries: ["DE", "FR", "IE"], stacks: ["eu"] }] };
  const backend = (key: string) => ({ backend: { s3: { bucket: "states", key, region: "eu-central-1" } } });
  const remote = (key: string) => ({
    terraform_remote_state: {
      other: { backend: "s3", config: { bucket: "states", key, region: "eu-central-1" } },
    },
  });

  it("follows the outputs of another stack of the app", () => {
    const us = {
      terraform: backend("us"),
      provider: { aws: [{ region: "us-east-1" }] },
      resource: { aws_sns_topic: { t: {} } },
      output: { t: { value: "${aws_sns_topic.t.arn}" } },
    };
    const eu = {
      data: remote("us"),
      resource: {
        aws_cloudwatch_metric_alarm: {
          a: { alarm_actions: ["${data.terraform_remote_state.other.outputs.t}"] },
        },
      },
    };
    expect(blocking(judged({ eu, us }, policy))).not.toEqual([]);
  });

  it("sees a stack outside reach for what is inside", () => {
    const eu = {
      terraform: backend("eu"),
      resource: { aws_dynamodb_table: { people: table() } },
      output: { t: { value: "${aws_dynamodb_table.people.arn}" } },
    };
    const us = {
      provider: { aws: [{ region: "us-east-1" }] },
      data: remote("eu"),
      resource: {
        aws_dynamodb_table_replica: {
          r: { global_table_arn: "${data.terraform_remote_state.other.outputs.t}" },
        },
      },
    };
    const [finding] = blocking(judged({ eu, us }, policy));
    expect(finding).toMatchObject({
      rule: "residency/replication",
      stack: "us",
      address: "aws_dynamodb_table_replica.r",
    });
  });

  it("finds the members of a global database that name no region", () => {
    const member = (region: string) => ({
      provider: { aws: [{ region }] },
      resource: {
        aws_rds_cluster: { c: { global_cluster_identifier: "world", engine: "aurora-postgresql" } },
      },
    });
    expect(blocking(judged({ eu: member("eu-central-1"), us: member("us-east-1") }, policy))).toMatchObject([
      { rule: "residency/replication", stack: "eu", address: "aws_rds_cluster.c" },
    ]);
    expect(blocking(judged({ eu: member("eu-central-1"), ie: member("eu-west-1") }, policy))).toEqual([]);
  });

  it("resolves buckets by name through the other stacks", () => {
    const bucket = (region: string) => ({
      provider: { aws: [{ region }] },
      resource: { aws_s3_bucket: { b: { bucket: "example-archive" } } },
    });
    const eu = {
      resource: {
        aws_s3_bucket_logging: { l: { bucket: "own", target_bucket: "example-archive", target_prefix: "" } },
      },
    };
    const rules = (region: string) =>
      blocking(judged({ eu, other: bucket(region) }, policy)).map(({ rule }) => rule);
    expect(rules("us-east-1")).toEqual(["residency/replication"]);
    expect(rules("eu-west-1")).toEqual([]);
    expect(blocking(judged({ eu }, policy)).map(({ rule }) => rule)).toEqual(["gate/unresolved"]);
    expect(blocking(judged({ eu }, { ...policy, known: { "example-archive": "IE" } }))).toEqual([]);
    expect(
      blocking(judged({ eu }, { ...policy, known: { "example-archive": "US" } })).map(({ rule }) => rule),
    ).toEqual(["residency/replication"]);
  });
});

it("costs nothing where nothing draws a boundary", () => {
  const { findings } = judgedAlone(
    { resource: { aws_sqs_queue: { q: { provider: "aws.abroad" } } } },
    { boundaries: [] },
  );
  expect(findings).toEqual([]);
  expect(policyOf({ boundaries: [] }).boundaries).toEqual([]);
});
