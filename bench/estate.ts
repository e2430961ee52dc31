import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, Fn, TerraformStack, TerraformVariable } from "cdktf";
import { randomFrom } from "./random";

const SEED = 20261123;
const REGIONS = ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1"];
/** One machine in eight has accelerators, which is a lot for an estate. */
const MACHINES = [
  "t3.micro",
  "t3.large",
  "m7i.large",
  "m7g.2xlarge",
  "c7g.2xlarge",
  "r6i.4xlarge",
  "i4i.xlarge",
  "p5.48xlarge",
];

/** What resources are made of, by how common they are. */
const KINDS = (
  [
    [10, instance],
    [8, bucket],
    [9, securityGroup],
    [6, subnet],
    [3, launchTemplate],
    [3, autoscalingGroup],
    [6, alarm],
    [5, role],
  ] as const
).flatMap(([share, make]) => Array.from({ length: share }, () => make));

/** An app of `resources` resources, spread over its stacks: mostly what is no accelerator, some that is. */
export function estateApp(outdir: string, resources: number, stacks: number): App {
  const app = new App({ outdir });
  const random = randomFrom(SEED);
  for (let at = 0; at < stacks; at++) fill(new TerraformStack(app, `team-${at}`), resources / stacks, random);
  return app;
}

interface Site {
  readonly stack: TerraformStack;
  readonly vpc: Vpc;
  readonly size: TerraformVariable;
  readonly subnets: Subnet[];
  readonly groups: SecurityGroup[];
  readonly templates: LaunchTemplate[];
  readonly pick: <Of>(from: readonly Of[]) => Of;
}

function fill(stack: TerraformStack, resources: number, random: () => number): void {
  const pick = <Of>(from: readonly Of[]) => from[Math.floor(random() * from.length)] as Of;
  const region = pick(REGIONS);
  new AwsProvider(stack, "aws", { region, defaultTags: [{ tags: { team: stack.node.id } }] });
  const vpc = new Vpc(stack, "network", { cidrBlock: "10.0.0.0/16" });
  const size = new TerraformVariable(stack, "size", { type: "string", default: "m7i.xlarge" });
  const site: Site = { stack, vpc, size, subnets: [], groups: [], templates: [], pick };
  subnet(site, "subnet-first", region);
  securityGroup(site, "group-first");
  launchTemplate(site, "template-first");
  for (let made = 4; made < resources; made++) {
    const make = pick(KINDS);
    make(site, `resource-${made}`, region);
  }
}

function instance({ stack, subnets, groups, size, pick }: Site, id: string): void {
  const made = pick([true, true, true, false]);
  new Instance(stack, id, {
    ami: "ami-0123456789abcdef0",
    instanceType: made ? pick(MACHINES) : size.stringValue,
    subnetId: pick(subnets).id,
    vpcSecurityGroupIds: [pick(groups).id, pick(groups).id],
    rootBlockDevice: { volumeSize: 200, volumeType: "gp3", encrypted: true },
    metadataOptions: { httpTokens: "required", httpEndpoint: "enabled" },
    userData: Fn.base64encode(Fn.join("\n", ["#!/bin/bash", "echo ready", `hostname ${id}`])),
    tags: { Name: `${stack.node.id}-${id}`, purpose: pick(["training", "inference", "web", "batch"]) },
  });
}

function bucket({ stack }: Site, id: string): void {
  new S3Bucket(stack, id, { bucketPrefix: Fn.lower(`${stack.node.id}-${id}`), tags: { Name: id } });
}

function securityGroup({ stack, vpc, groups }: Site, id: string): void {
  const ports = [443, 6443, 9400];
  const ingress = ports.map((port) => ({
    fromPort: port,
    toPort: port,
    protocol: "tcp",
    cidrBlocks: [vpc.cidrBlock],
  }));
  const egress = [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }];
  groups.push(new SecurityGroup(stack, id, { vpcId: vpc.id, description: id, ingress, egress }));
}

function subnet({ stack, vpc, subnets, pick }: Site, id: string, region: string): void {
  subnets.push(
    new Subnet(stack, id, {
      vpcId: vpc.id,
      cidrBlock: Fn.cidrsubnet(vpc.cidrBlock, 8, subnets.length),
      availabilityZone: `${region}${pick(["a", "b", "c"])}`,
      tags: { Name: id },
    }),
  );
}

function launchTemplate({ stack, groups, templates, pick }: Site, id: string): void {
  templates.push(
    new LaunchTemplate(stack, id, {
      namePrefix: id,
      imageId: "ami-0123456789abcdef0",
      instanceType: pick(MACHINES),
      vpcSecurityGroupIds: [pick(groups).id],
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 500, encrypted: "true" } }],
      tagSpecifications: [{ resourceType: "instance", tags: { Name: id } }],
    }),
  );
}

function autoscalingGroup({ stack, subnets, templates, pick }: Site, id: string): void {
  const template = pick(templates);
  new AutoscalingGroup(stack, id, {
    minSize: 0,
    maxSize: pick([2, 8, 32]),
    vpcZoneIdentifier: [pick(subnets).id, pick(subnets).id],
    launchTemplate: { id: template.id, version: Fn.tostring(template.latestVersion) },
    tag: [{ key: "Name", value: id, propagateAtLaunch: true }],
  });
}

function alarm({ stack }: Site, id: string): void {
  new CloudwatchMetricAlarm(stack, id, {
    alarmName: id,
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 2,
    metricName: "CPUUtilization",
    namespace: "AWS/EC2",
    period: 120,
    statistic: "Average",
    threshold: 80,
  });
}

function role({ stack }: Site, id: string): void {
  const statement = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "ec2.amazonaws.com" },
  };
  new IamRole(stack, id, {
    assumeRolePolicy: Fn.jsonencode({ Version: "2012-10-17", Statement: [statement] }),
    tags: { Name: id },
  });
}
