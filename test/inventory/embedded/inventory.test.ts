import { takeInventory } from "../../../lib/inventory/inventory";
import { open, stack } from "./helpers";

/** What the resources in a text place: machine, accelerators, country, or the problem. */
function placed(configuration: Parameters<typeof open>[0]) {
  return takeInventory(open(configuration).estate).placements.map((one) => [
    one.address,
    one.machine,
    one.count,
    one.place.location.country ?? one.place.problem?.rule ?? one.place.countries,
  ]);
}

describe("CloudFormation", () => {
  const template = (zone: string) => ({
    Resources: {
      Subnet: { Type: "AWS::EC2::Subnet", Properties: { AvailabilityZone: zone } },
      Template: {
        Type: "AWS::EC2::LaunchTemplate",
        Properties: { LaunchTemplateData: { InstanceType: "p5.48xlarge" } },
      },
      Group: {
        Type: "AWS::AutoScaling::AutoScalingGroup",
        Properties: {
          MaxSize: "2",
          VPCZoneIdentifier: [{ Ref: "Subnet" }],
          LaunchTemplate: {
            LaunchTemplateId: { Ref: "Template" },
            Version: { "Fn::GetAtt": "Template.LatestVersionNumber" },
          },
        },
      },
    },
  });

  test.each([
    ["eu-central-1a", "DE"],
    ["eu-central-1-ham-1a", "DE"],
    ["nowhere-1a", "gate/unknown-location"],
  ])("a group with a launch template in a subnet in %s", (zone, country) => {
    expect(placed(stack(template(zone)))).toEqual([
      ["aws_cloudformation_stack.a#Group", "p5.48xlarge", 16, country],
    ]);
  });

  test("a harmless template places nothing", () => {
    const bucket = {
      Resources: {
        B: { Type: "AWS::S3::Bucket" },
        I: { Type: "AWS::EC2::Instance", Properties: { InstanceType: "t3.micro" } },
      },
    };
    expect(placed(stack(bucket))).toEqual([]);
  });

  test("a type without a table is swept", () => {
    const swept = {
      Resources: { X: { Type: "AWS::New::Thing", Properties: { InstanceType: "p5.48xlarge" } } },
    };
    expect(placed(stack(swept))).toEqual([["aws_cloudformation_stack.a#X", "p5.48xlarge", 8, "DE"]]);
  });
});

const region = "me-south-1";

describe("Karpenter", () => {
  const pool = (...requirements: readonly object[]) => ({
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "gpu" },
    spec: { limits: { nodes: "3" }, template: { spec: { requirements } } },
  });
  const type = { key: "node.kubernetes.io/instance-type", operator: "In", values: ["p5.48xlarge"] };
  const zone = { key: "topology.kubernetes.io/zone", operator: "In", values: ["me-south-1-mct-1a"] };
  const plain = { key: "karpenter.k8s.aws/instance-category", operator: "In", values: ["c", "m"] };
  const of = (manifest: object) => ({
    provider: { aws: [{ region }], kubernetes: [{ host: "${aws_eks_cluster.c.endpoint}" }] },
    resource: { aws_eks_cluster: { c: {} }, kubernetes_manifest: { a: { manifest } } },
  });

  test.each<[string, object, unknown[]]>([
    [
      "a type, in a zone abroad",
      pool(type, zone),
      [["kubernetes_manifest.a#NodePool/gpu", "p5.48xlarge", 24, "OM"]],
    ],
    [
      "a type, in subnets of the account",
      pool(type),
      [["kubernetes_manifest.a#NodePool/gpu", "p5.48xlarge", 24, "gate/unresolved"]],
    ],
    [
      "anything",
      pool(zone),
      [["kubernetes_manifest.a#NodePool/gpu", "attribute-based selection", null, "OM"]],
    ],
    ["plain machines", pool(plain), []],
  ])("%s", (_, manifest, expected) => {
    expect(placed(of(manifest))).toEqual(expected);
  });
});

describe("Azure", () => {
  const size = "Standard_ND96isr_H100_v5";
  const deployment = (resource: object) => ({
    provider: { azurerm: [{}] },
    resource: {
      azurerm_resource_group_template_deployment: {
        a: { template_content: JSON.stringify({ resources: [resource] }) },
      },
    },
  });
  const address = (type: string) => `azurerm_resource_group_template_deployment.a#${type}/x`;

  test.each<[string, object, number]>([
    ["Microsoft.Compute/virtualMachines", { properties: { hardwareProfile: { vmSize: size } } }, 8],
    ["Microsoft.Compute/virtualMachineScaleSets", { sku: { name: size, capacity: 2 } }, 16],
    [
      "Microsoft.ContainerService/managedClusters",
      { properties: { agentPoolProfiles: [{ vmSize: size, count: 1, maxCount: 3 }] } },
      24,
    ],
    [
      "Microsoft.MachineLearningServices/workspaces/computes",
      { properties: { properties: { vmSize: size, scaleSettings: { maxNodeCount: 4 } } } },
      32,
    ],
    ["Microsoft.New/things", { properties: { vmSize: size } }, 8],
  ])("%s", (type, body, count) => {
    expect(placed(deployment({ type, name: "x", location: "uaenorth", ...body }))).toEqual([
      [address(type), size, count, "AE"],
    ]);
  });

  test("a plain machine, and a place that is not known", () => {
    const vm = { type: "Microsoft.Compute/virtualMachines", name: "x" };
    expect(
      placed(deployment({ ...vm, properties: { hardwareProfile: { vmSize: "Standard_D2s_v5" } } })),
    ).toEqual([]);
    expect(placed(deployment({ ...vm, properties: { hardwareProfile: { vmSize: size } } }))).toEqual([
      [address(vm.type), size, 8, "gate/unresolved"],
    ]);
  });
});
