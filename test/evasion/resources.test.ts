import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { BatchComputeEnvironment } from "@cdktf/provider-aws/lib/batch-compute-environment";
import { CloudcontrolapiResource } from "@cdktf/provider-aws/lib/cloudcontrolapi-resource";
import { CloudformationStack } from "@cdktf/provider-aws/lib/cloudformation-stack";
import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { Ec2CapacityBlockReservation } from "@cdktf/provider-aws/lib/ec2-capacity-block-reservation";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { EmrCluster } from "@cdktf/provider-aws/lib/emr-cluster";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SagemakerEndpointConfiguration } from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import { type App, Fn, TerraformHclModule, TerraformResource, TerraformStack } from "cdktf";
import { BAHRAIN, cleanUp, expectBlocked, stackIn, VIRGINIA } from "./app";

afterEach(cleanUp);

const P5 = "p5.48xlarge";
const group = { minSize: 0, maxSize: 4, availabilityZones: ["me-south-1a"] };

/** Programs in Bahrain. */
const aws: [string, string, (stack: TerraformStack) => unknown][] = [
  [
    "a launch template by id",
    "us-ear/zone-a",
    (stack) => {
      const template = new LaunchTemplate(stack, "template", { instanceType: P5 });
      new AutoscalingGroup(stack, "group", { ...group, launchTemplate: { id: template.id } });
    },
  ],
  [
    "a launch template by name",
    "us-ear/zone-a",
    (stack) => {
      new LaunchTemplate(stack, "template", { name: "big", instanceType: P5 });
      new AutoscalingGroup(stack, "group", { ...group, launchTemplate: { name: "big" } });
    },
  ],
  [
    "a literal launch template",
    "gate/unresolved",
    (stack) => new AutoscalingGroup(stack, "group", { ...group, launchTemplate: { id: "lt-0abc" } }),
  ],
  [
    "a launch template that nobody uses here",
    "us-ear/zone-a",
    (stack) => new LaunchTemplate(stack, "template", { instanceType: P5 }),
  ],
  [
    "a template id that is only made from a harmless one's",
    "gate/unresolved",
    (stack) => {
      new LaunchTemplate(stack, "small", { instanceType: "m7i.large" });
      const id = '${replace(aws_launch_template.small.id, "/.*/", "lt-0abc")}';
      new AutoscalingGroup(stack, "group", { ...group, launchTemplate: { id } });
    },
  ],
  [
    "the name of a harmless template that stands in another region",
    "gate/unresolved",
    (stack) => {
      const provider = new AwsProvider(stack, "home", { alias: "home", region: VIRGINIA });
      new LaunchTemplate(stack, "small", { name: "base", instanceType: "m7i.large", provider });
      new AutoscalingGroup(stack, "group", { ...group, launchTemplate: { name: "base" } });
    },
  ],
  [
    "an override of a mixed instances policy",
    "us-ear/zone-a",
    (stack) => {
      const template = new LaunchTemplate(stack, "template", { instanceType: "m7i.large" });
      new AutoscalingGroup(stack, "group", {
        ...group,
        mixedInstancesPolicy: {
          launchTemplate: {
            launchTemplateSpecification: { launchTemplateId: template.id },
            override: [{ instanceType: "m7i.large" }, { instanceType: P5 }],
          },
        },
      });
    },
  ],
  [
    "attribute-based requirements",
    "us-ear/zone-a",
    (stack) => {
      new LaunchTemplate(stack, "template", {
        instanceRequirements: { memoryMib: { min: 1 }, vcpuCount: { min: 1 } },
      });
    },
  ],
  [
    "requirements that ask for a maker of accelerators",
    "us-ear/zone-a",
    (stack) => {
      new LaunchTemplate(stack, "template", {
        instanceRequirements: {
          memoryMib: { min: 1 },
          vcpuCount: { min: 1 },
          acceleratorManufacturers: ["nvidia"],
          allowedInstanceTypes: ["p*"],
        },
      });
    },
  ],
  [
    "a bare family in Batch",
    "gate/unresolved",
    (stack) => {
      new BatchComputeEnvironment(stack, "batch", {
        type: "MANAGED",
        computeResources: {
          type: "EC2",
          maxVcpus: 192,
          instanceType: ["optimal", "p5"],
          subnets: ["subnet-0abc"],
        },
      });
    },
  ],
  [
    "a SageMaker machine",
    "us-ear/zone-a",
    (stack) =>
      new SagemakerEndpointConfiguration(stack, "endpoint", {
        productionVariants: [{ modelName: "m", instanceType: "ml.p5.48xlarge", initialInstanceCount: 1 }],
      }),
  ],
  [
    "a capacity block",
    "gate/unresolved",
    (stack) =>
      new Ec2CapacityBlockReservation(stack, "block", {
        capacityBlockOfferingId: "cb-0abc",
        instancePlatform: "Linux/UNIX",
      }),
  ],
  [
    "an EMR cluster's core nodes",
    "us-ear/zone-a",
    (stack) =>
      new EmrCluster(stack, "emr", {
        name: "emr",
        releaseLabel: "emr-7.0.0",
        serviceRole: "role",
        masterInstanceGroup: { instanceType: "m7i.large" },
        coreInstanceGroup: { instanceType: P5 },
      }),
  ],
  [
    "a node group",
    "gate/unresolved",
    (stack) =>
      new EksNodeGroup(stack, "nodes", {
        clusterName: "c",
        nodeRoleArn: "r",
        subnetIds: ["subnet-0abc"],
        instanceTypes: ["m7i.large", P5],
        scalingConfig: { minSize: 0, maxSize: 1, desiredSize: 0 },
      }),
  ],
  [
    "a generic resource of a type nobody knows",
    "us-ear/zone-a",
    (stack) => {
      const resource = new TerraformResource(stack, "new", { terraformResourceType: "aws_new_compute_pool" });
      resource.addOverride("node_config.instance_type", P5);
    },
  ],
  [
    "Cloud Control",
    "us-ear/zone-a",
    (stack) =>
      new CloudcontrolapiResource(stack, "any", {
        typeName: "AWS::EC2::Instance",
        desiredState: JSON.stringify({ InstanceType: P5 }),
      }),
  ],
  [
    "Cloud Control, put together by functions",
    "us-ear/zone-a",
    (stack) =>
      new CloudcontrolapiResource(stack, "any", {
        typeName: "AWS::EC2::Instance",
        desiredState: Fn.jsonencode({ InstanceType: Fn.join(".", ["p5", "48xlarge"]) }),
      }),
  ],
  [
    "a CloudFormation template",
    "us-ear/zone-a",
    (stack) =>
      new CloudformationStack(stack, "cfn", {
        name: "cfn",
        templateBody: JSON.stringify({
          Resources: { vm: { Type: "AWS::EC2::Instance", Properties: { InstanceType: P5 } } },
        }),
      }),
  ],
  [
    "a CloudFormation parameter",
    "gate/opaque",
    (stack) =>
      new CloudformationStack(stack, "cfn", {
        name: "cfn",
        templateUrl: "https://example.com/any.yaml",
        parameters: { Type: P5 },
      }),
  ],
  [
    "a module's input",
    "gate/opaque",
    (stack) =>
      new TerraformHclModule(stack, "module", {
        source: "example/cluster/aws",
        variables: { nodes: [{ type: P5 }] },
      }),
  ],
  [
    "the key of a module's input",
    "gate/opaque",
    (stack) =>
      new TerraformHclModule(stack, "module", {
        source: "example/cluster/aws",
        variables: { nodes: { [P5]: 3 } },
      }),
  ],
  [
    "a module's input in what looks like a comment",
    "gate/opaque",
    (stack) =>
      new TerraformHclModule(stack, "module", {
        source: "example/cluster/aws",
        variables: { nodes: { "//": P5 } },
      }),
  ],
];

describe("in Bahrain, an accelerator is found in", () => {
  it.each(aws)("%s", (_what, rule, build) => {
    expectBlocked(rule, (app) => build(stackIn(app, BAHRAIN)));
  });

  it("a launch template of another stack", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const template = new LaunchTemplate(stackIn(app, BAHRAIN, "templates"), "template", {
        instanceType: P5,
      });
      new AutoscalingGroup(stackIn(app, BAHRAIN), "group", { ...group, launchTemplate: { id: template.id } });
    });
  });
});

describe("modules that say where", () => {
  it("scans the inputs for a region", () => {
    expectBlocked("gate/opaque", (app) => {
      new TerraformHclModule(stackIn(app, VIRGINIA), "module", {
        source: "example/cluster/aws",
        variables: { region: BAHRAIN, type: P5 },
      });
    });
  });

  it("looks at every provider that is handed down", () => {
    expectBlocked("gate/opaque", (app) => {
      const stack = stackIn(app, VIRGINIA);
      const abroad = new AwsProvider(stack, "abroad", { alias: "abroad", region: BAHRAIN });
      new TerraformHclModule(stack, "module", {
        source: "example/cluster/aws",
        providers: [{ moduleAlias: "gpu", provider: abroad }],
        variables: { type: P5 },
      });
    });
  });
});

function raw(app: App, type: string, body: object, provider: object): void {
  const stack = stackIn(app, VIRGINIA);
  const name = type.split("_")[0] === "google" ? "google" : (type.split("_")[0] as string);
  stack.addOverride(`provider.${name}`, [provider]);
  stack.addOverride(`resource.${type}.vm`, body);
}

const others: [string, string, string, object, object][] = [
  [
    "Google in Dammam",
    "us-ear/zone-a",
    "google_compute_instance",
    { machine_type: "a3-highgpu-8g", zone: "me-central2-a" },
    { project: "p", region: "us-central1" },
  ],
  [
    "Google with a card on a plain machine",
    "us-ear/zone-a",
    "google_compute_instance",
    {
      machine_type: "n1-standard-8",
      zone: "me-central2-a",
      guest_accelerator: [{ type: "nvidia-h100-80gb", count: 1 }],
    },
    { project: "p", region: "us-central1" },
  ],
  [
    "Azure in Qatar",
    "us-ear/zone-a",
    "azurerm_linux_virtual_machine",
    { size: "Standard_ND96isr_H100_v5", location: "Qatar Central" },
    { features: {} },
  ],
  [
    "Oracle in Jeddah",
    "us-ear/zone-a",
    "oci_core_instance",
    { shape: "BM.GPU.H100.8", availability_domain: "Uocm:ME-JEDDAH-1-AD-1" },
    { region: "me-jeddah-1" },
  ],
];

describe("other clouds", () => {
  it.each(others)("%s", (_what, rule, type, body, provider) => {
    expectBlocked(rule, (app) => raw(app, type, body, provider));
  });
});

describe("Kubernetes", () => {
  const nodePool = {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "gpu" },
    spec: {
      template: {
        spec: {
          requirements: [
            { key: "node.kubernetes.io/instance-type", operator: "In", values: [P5] },
            { key: "karpenter.k8s.aws/instance-family", operator: "In", values: ["p5"] },
          ],
        },
      },
    },
  };

  function manifest(stack: TerraformStack, provider: object): void {
    stack.addOverride("provider.kubernetes", [provider]);
    stack.addOverride("resource.kubernetes_manifest.pool", { manifest: nodePool });
  }

  it("finds a Karpenter NodePool where its cluster stands", () => {
    expectBlocked("gate/unresolved", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const cluster = new DataAwsEksCluster(stack, "cluster", { name: "c" });
      manifest(stack, { host: cluster.endpoint });
    });
  });

  it("does not know where a cluster from a file stands", () => {
    expectBlocked("gate/unresolved", (app) =>
      manifest(stackIn(app, VIRGINIA), { config_path: "~/.kube/config" }),
    );
  });
});

describe("a Helm release", () => {
  const pool = JSON.stringify({
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "gpu" },
    spec: {
      template: {
        spec: {
          requirements: [
            { key: "karpenter.k8s.aws/instance-gpu-name", operator: "In", values: ["h100"] },
            { key: "topology.kubernetes.io/zone", operator: "In", values: ["me-south-1a"] },
          ],
        },
      },
    },
  });

  it("is opened where its values are manifests", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const cluster = new DataAwsEksCluster(stack, "cluster", { name: "c" });
      stack.addOverride("provider.helm", [{ kubernetes: { host: cluster.endpoint } }]);
      stack.addOverride("resource.helm_release.pools", { name: "pools", chart: "raw", values: [pool] });
    });
  });
});

describe("programs that a resource runs", () => {
  it("reads the commands of its provisioners", () => {
    expectBlocked("gate/opaque", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const vm = new Instance(stack, "vm", { ami: "ami-0abc", instanceType: "t3.micro" });
      vm.addOverride("provisioner", [
        { "local-exec": { command: `aws ec2 run-instances --instance-type ${P5}` } },
      ]);
    });
  });
});

describe("a cloud that the catalogue does not know", () => {
  const rented = (type: string, attribute: string, machine: string) => (app: App) => {
    const provider = type.split("_")[0] as string;
    const stack = new TerraformStack(app, "elsewhere");
    stack.addOverride(`provider.${provider}`, [{}]);
    stack.addOverride(`resource.${type}.vm.${attribute}`, machine);
  };

  it.each([
    ["digitalocean_droplet", "size", "gpu-h100x8-640gb"],
    ["alicloud_instance", "instance_type", "ecs.gn8v.48xlarge"],
    ["ibm_is_instance", "machine_type", "gx3d-160x1792x8h100"],
  ])("is named where %s asks for an accelerator", (type, attribute, machine) => {
    expectBlocked("gate/unknown-accelerator", rented(type, attribute, machine));
  });
});
