import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import { DataAwsAmi } from "@cdktf/provider-aws/lib/data-aws-ami";
import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import {
  App,
  type AppConfig,
  AssetType,
  Fn,
  LocalBackend,
  S3Backend,
  TerraformAsset,
  TerraformHclModule,
  TerraformIterator,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { StackSynthesizer } from "cdktf/lib/synthesize/synthesizer";
import type { Finding, PolicyInput } from "../../lib";
import {
  BAHRAIN,
  cleanUp,
  contents,
  OWNED_FROM_D5,
  run,
  SINGAPORE,
  stackIn,
  temporary,
  US,
  VIRGINIA,
} from "./app";

afterEach(cleanUp);

const ami = "ami-0abcdef1234567890";
const P5 = "p5.48xlarge";

const STAMP = /^ {6}"landfall": \{\n(?: {8}.*\n)* {6}\},\n/m;
const VARIABLE = / {4}"landfall_policy": \{\n(?: {6}.*\n)* {4}\}/;

/** Without what the guard says of itself in the files of stacks. */
function unstamped(files: Readonly<Record<string, string>>): Record<string, string> {
  const plain = (text: string) =>
    text
      .replace(STAMP, "")
      .replace(new RegExp(`,\\n {2}"variable": \\{\\n${VARIABLE.source}\\n {2}\\}(?=\\n\\}$)`), "")
      .replace(new RegExp(`${VARIABLE.source},\\n`), "");
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, plain(text)]));
}

/** Expects the program to pass, and its files to be those it writes without guard. */
function expectUntouched(
  program: (app: App) => unknown,
  policy: PolicyInput = US,
  config: AppConfig = {},
): readonly Finding[] {
  const free = temporary();
  const app = new App({ ...config, outdir: free });
  program(app);
  app.synth();
  const { outdir, error, verdict, findings } = run(program, policy, config);
  if (error !== undefined) throw error;
  expect(verdict).toBe("allowed");
  expect(unstamped(contents(outdir))).toEqual(contents(free));
  expect(Object.keys(contents(outdir)).length).toBeGreaterThan(1);
  return findings;
}

/** Programs of one stack in a region, about which there is nothing to say. */
const silent: [string, string, (stack: TerraformStack) => unknown][] = [
  [
    "a network and plain machines in Bahrain",
    BAHRAIN,
    (stack) => {
      const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
      const subnet = new Subnet(stack, "subnet", {
        vpcId: vpc.id,
        cidrBlock: "10.0.1.0/24",
        availabilityZone: "me-south-1a",
      });
      new Instance(stack, "vm", { ami, instanceType: "m7i.large", subnetId: subnet.id, count: 3 });
    },
  ],
  [
    "small accelerators in Bahrain",
    BAHRAIN,
    (stack) => {
      new Instance(stack, "t4", { ami, instanceType: "g4dn.xlarge", availabilityZone: "me-south-1a" });
      new Instance(stack, "a10g", { ami, instanceType: "g5.xlarge", availabilityZone: "me-south-1b" });
    },
  ],
  [
    "a database whose class is a variable",
    BAHRAIN,
    (stack) => {
      const instanceClass = new TerraformVariable(stack, "class", { type: "string" }).stringValue;
      new DbInstance(stack, "db", { instanceClass, allocatedStorage: 20, engine: "postgres" });
    },
  ],
  [
    "a cluster over the regular zones of a region with Local Zones abroad",
    SINGAPORE,
    (stack) => {
      const zones = new DataAwsAvailabilityZones(stack, "zones", {
        filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
      });
      const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
      const subnets = [0, 1].map(
        (i) =>
          new Subnet(stack, `subnet${i}`, {
            vpcId: vpc.id,
            cidrBlock: `10.0.${i}.0/24`,
            availabilityZone: Fn.element(zones.names, i),
          }).id,
      );
      const cluster = new EksCluster(stack, "cluster", {
        name: "c",
        roleArn: "r",
        vpcConfig: { subnetIds: subnets },
      });
      new EksNodeGroup(stack, "gpu", {
        clusterName: cluster.name,
        nodeRoleArn: "r",
        subnetIds: subnets,
        instanceTypes: [P5],
        scalingConfig: { minSize: 0, maxSize: 2, desiredSize: 0 },
      });
    },
  ],
  [
    "a subnet chosen with functions",
    SINGAPORE,
    (stack) => {
      const ids = ["ap-southeast-1a", "ap-southeast-1b"].map(
        (availabilityZone, i) =>
          new Subnet(stack, `s${i}`, { vpcId: "vpc-0abc", cidrBlock: `10.0.${i}.0/24`, availabilityZone }).id,
      );
      new Instance(stack, "vm", { ami, instanceType: P5, subnetId: Fn.element(Fn.concat([ids]), 1) });
    },
  ],
  [
    "a group whose requirements exclude accelerators",
    BAHRAIN,
    (stack) => {
      const template = new LaunchTemplate(stack, "template", {
        instanceRequirements: {
          memoryMib: { min: 4096 },
          vcpuCount: { min: 2 },
          acceleratorCount: { max: 0 },
        },
      });
      new AutoscalingGroup(stack, "group", {
        minSize: 0,
        maxSize: 10,
        availabilityZones: ["me-south-1a"],
        launchTemplate: { id: template.id, version: "$Latest" },
      });
    },
  ],
  [
    "tags that mention a machine",
    BAHRAIN,
    (stack) =>
      new Instance(stack, "vm", { ami, instanceType: "t3.micro", tags: { note: `not a ${P5}`, p5: P5 } }),
  ],
  [
    "a parameter that holds a machine",
    BAHRAIN,
    (stack) => new SsmParameter(stack, "type", { name: "type", type: "String", value: P5 }),
  ],
  [
    "a budget for a machine",
    BAHRAIN,
    (stack) =>
      new BudgetsBudget(stack, "budget", {
        budgetType: "USAGE",
        limitAmount: "1",
        limitUnit: "HRS",
        timeUnit: "MONTHLY",
        costFilter: [{ name: "InstanceType", values: [P5] }],
      }),
  ],
  [
    "a policy that forbids machines",
    BAHRAIN,
    (stack) =>
      new IamPolicy(stack, "policy", {
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Deny",
              Action: "ec2:RunInstances",
              Resource: "*",
              Condition: { StringLike: { "ec2:InstanceType": [P5, "p5en.*"] } },
            },
          ],
        }),
      }),
  ],
  [
    "a null_resource with a trigger",
    BAHRAIN,
    (stack) => {
      const nothing = new TerraformResource(stack, "nothing", { terraformResourceType: "null_resource" });
      nothing.addOverride("triggers", { type: P5 });
    },
  ],
  [
    "a provisioner that names no machine",
    BAHRAIN,
    (stack) => {
      const vm = new Instance(stack, "vm", { ami, instanceType: "t3.micro" });
      vm.addOverride("provisioner", [{ "local-exec": { command: "echo done" } }]);
    },
  ],
  [
    "user data that mentions a machine",
    BAHRAIN,
    (stack) =>
      new Instance(stack, "vm", {
        ami,
        instanceType: "t3.micro",
        userData: `#!/bin/sh\necho this is no ${P5} in cn-north-1\n`,
      }),
  ],
  [
    "no machine at all, counted",
    BAHRAIN,
    (stack) => new Instance(stack, "vm", { ami, instanceType: P5, count: 0 }),
  ],
  [
    "no machine at all, for each",
    BAHRAIN,
    (stack) => new Instance(stack, "vm", { ami, instanceType: P5 }).addOverride("for_each", {}),
  ],
  [
    "an iterator over plain machines",
    BAHRAIN,
    (stack) => {
      const each = TerraformIterator.fromMap({ a: { type: "t3.micro" }, b: { type: "m7i.large" } });
      new Instance(stack, "vm", { ami, forEach: each, instanceType: each.getString("type") });
    },
  ],
  [
    "a condition between plain machines",
    BAHRAIN,
    (stack) => {
      new TerraformVariable(stack, "big", { type: "bool" });
      new Instance(stack, "vm", { ami, instanceType: '${var.big ? "m7i.large" : "t3.micro"}' });
    },
  ],
  [
    "an image from a data source",
    BAHRAIN,
    (stack) => {
      const image = new DataAwsAmi(stack, "image", { mostRecent: true, owners: ["amazon"] });
      new Instance(stack, "vm", { ami: image.id, instanceType: "t3.micro" });
    },
  ],
  [
    "a state in S3",
    BAHRAIN,
    (stack) => {
      new S3Backend(stack, { bucket: "states", key: "web", region: BAHRAIN, encrypt: true });
      new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
    },
  ],
  [
    "a big machine at home",
    VIRGINIA,
    (stack) => new Instance(stack, "vm", { ami, instanceType: "m7i.large", subnetId: "subnet-0abc" }),
  ],
  [
    "an emulator on this machine",
    VIRGINIA,
    (stack) => {
      const provider = new AwsProvider(stack, "local", {
        alias: "local",
        region: VIRGINIA,
        endpoints: [{ ec2: "http://localhost:4566", s3: "http://localhost:4566" }],
      });
      new Instance(stack, "vm", { ami, instanceType: "g4dn.xlarge", provider });
    },
  ],
  [
    "endpoints of the region itself, and a store elsewhere",
    VIRGINIA,
    (stack) => {
      const provider = new AwsProvider(stack, "own", {
        alias: "own",
        region: VIRGINIA,
        endpoints: [
          { ec2: "https://vpce-0abc.ec2.us-east-1.vpce.amazonaws.com", s3: "https://minio.example" },
        ],
      });
      new Instance(stack, "vm", { ami, instanceType: "g4dn.xlarge", provider });
    },
  ],
  [
    "a template's name that Terraform makes up",
    BAHRAIN,
    (stack) => {
      const template = new LaunchTemplate(stack, "template", { namePrefix: "x", instanceType: "m7i.large" });
      new AutoscalingGroup(stack, "group", {
        minSize: 0,
        maxSize: 1,
        availabilityZones: ["me-south-1a"],
        launchTemplate: { name: template.name },
      });
    },
  ],
];

describe("nothing is said about", () => {
  it.each(silent)("%s", (_what, region, build) => {
    const findings = expectUntouched((app) => build(stackIn(app, region)));
    expect(findings.filter(({ level, rule }) => level !== "note" && rule !== "us-ear/worldwide-a")).toEqual(
      [],
    );
  });
});

describe("these pass as well:", () => {
  it("a module, with a warning", () => {
    const findings = expectUntouched((app) => {
      new TerraformHclModule(stackIn(app, BAHRAIN), "vpc", {
        source: "terraform-aws-modules/vpc/aws",
        version: "5.0.0",
        variables: { name: "main", azs: ["me-south-1a"], cidr: "10.0.0.0/16" },
      });
    });
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(["gate/opaque warn"]);
  });

  it("any machine for a US organization in the US, with a note", () => {
    const findings = expectUntouched((app) => {
      const stack = stackIn(app, VIRGINIA);
      const instanceType = new TerraformVariable(stack, "type", { type: "string" }).stringValue;
      new Instance(stack, "vm", { ami, instanceType });
    });
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(["gate/unresolved note"]);
  });

  it("a plain machine from a variable's default, with at most a note", () => {
    const findings = expectUntouched((app) => {
      const stack = stackIn(app, "eu-central-1");
      const instanceType = new TerraformVariable(stack, "type", { default: "t3.micro" }).stringValue;
      new Instance(stack, "vm", { ami, instanceType });
    });
    expect(findings.filter(({ level }) => level !== "note")).toEqual([]);
  });

  it("several providers in one stack", () => {
    expectUntouched((app) => {
      const stack = stackIn(app, VIRGINIA);
      const provider = new AwsProvider(stack, "abroad", { alias: "abroad", region: BAHRAIN });
      new Instance(stack, "gpu", { ami, instanceType: P5 });
      new Instance(stack, "web", { ami, instanceType: "m7i.large", provider });
      stack.addOverride("provider.google", [{ project: "p", region: "us-central1" }]);
      stack.addOverride("resource.google_compute_instance.g", {
        machine_type: "n2-standard-2",
        zone: "europe-west4-a",
      });
    });
  });

  it("Google's machine in a zone beyond its provider's region", () => {
    expectUntouched((app) => {
      const stack = stackIn(app, VIRGINIA);
      stack.addOverride("provider.google", [{ project: "p", region: "me-central2" }]);
      stack.addOverride("resource.google_compute_instance.g", {
        machine_type: "a3-highgpu-8g",
        zone: "us-central1-a",
      });
    });
  });

  it("references between stacks", () => {
    expectUntouched((app) => {
      const network = stackIn(app, SINGAPORE, "network");
      const compute = stackIn(app, SINGAPORE, "compute");
      for (const stack of [network, compute])
        new LocalBackend(stack, { path: `/state/${stack.node.id}.tfstate` });
      const subnet = new Subnet(network, "subnet", {
        vpcId: "vpc-0abc",
        cidrBlock: "10.0.0.0/24",
        availabilityZone: "ap-southeast-1a",
      });
      new Instance(compute, "vm", { ami, instanceType: P5, subnetId: subnet.id });
      new TerraformOutput(compute, "subnet", { value: subnet.id });
    });
  });

  it("assets", () => {
    const file = join(temporary(), "notes.txt");
    writeFileSync(file, P5);
    expectUntouched((app) => {
      const stack = stackIn(app, BAHRAIN);
      const asset = new TerraformAsset(stack, "notes", { path: file, type: AssetType.FILE });
      new SsmParameter(stack, "hash", { name: "hash", type: "String", value: asset.assetHash });
    });
  });

  it("plain machines of an organization owned from D:5", () => {
    expectUntouched((app) => {
      const stack = stackIn(app, "ap-southeast-5");
      new Instance(stack, "vm", { ami, instanceType: "m7i.large", count: Token.asNumber("${2 * 3}") });
      new DbInstance(stack, "db", {
        instanceClass: "db.r7g.large",
        allocatedStorage: 20,
        engine: "postgres",
      });
    }, OWNED_FROM_D5);
  });

  it("an app without resources, and one with hclOutput", () => {
    expectUntouched((app) => new TerraformStack(app, "empty"));
    expectUntouched((app) => stackIn(app, BAHRAIN), US, { hclOutput: true });
  });

  it("an app that writes HCL", () => {
    expectUntouched(
      (app) => {
        const stack = stackIn(app, BAHRAIN);
        new Instance(stack, "vm", {
          ami,
          instanceType: "m7i.large",
          tags: { "a b": 'say "hello"', path: "C:\\x" },
          userData: Fn.join("-", ["a", "b"]),
        });
        stack.synthesizer = new StackSynthesizer(stack, false, true);
      },
      US,
      { hclOutput: true },
    );
  });

  it("a second synth over an earlier one", () => {
    const outdir = temporary();
    for (const instanceType of ["m7i.large", "m7i.xlarge"]) {
      const outcome = run((app) => new Instance(stackIn(app, BAHRAIN), "vm", { ami, instanceType }), US, {
        outdir,
      });
      expect(outcome.error).toBeUndefined();
      expect(contents(outdir)["stacks/gpu/cdk.tf.json"]).toContain(instanceType);
    }
  });
});
