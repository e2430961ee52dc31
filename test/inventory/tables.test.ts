import fc from "fast-check";
import { awsShapes } from "../../lib/inventory/aws";
import {
  cloudControlName,
  cloudControlShapes,
  cloudControlType,
} from "../../lib/inventory/aws-cloud-control";
import { appStreamMachine, codeBuildGpuMachine, workSpacesMachine } from "../../lib/inventory/aws-services";
import { azureShapes, containerGpu, dedicatedHost, workloadProfile } from "../../lib/inventory/azure";
import {
  fromEnumeration,
  googleShapes,
  limitedAccelerator,
  soleTenantNode,
  workerAccelerator,
} from "../../lib/inventory/google";
import { looksLikeMachineAttribute } from "../../lib/inventory/machine-like";
import { isNotAccelerated } from "../../lib/inventory/not-accelerated";
import { opaqueTypes } from "../../lib/inventory/opaque";
import { aiClusterMachine, oracleShapes } from "../../lib/inventory/oracle";
import type { ResourceShape } from "../../lib/inventory/shape";
import { cloudOf, shapeOf } from "../../lib/inventory/shapes";

const all: [string, ResourceShape][] = [
  awsShapes,
  cloudControlShapes,
  googleShapes,
  azureShapes,
  oracleShapes,
].flatMap(Object.entries<ResourceShape>);

describe("shapeOf and cloudOf", () => {
  it.each([
    ["aws_instance", "aws"],
    ["awscc_sagemaker_cluster", "aws"],
    ["google_compute_instance", "google"],
    ["azurerm_linux_virtual_machine", "azure"],
    ["oci_core_instance", "oracle"],
    ["google_container_aws_node_pool", "aws"],
    ["aws_something_new", "aws"],
    ["digitalocean_droplet", undefined],
    ["aws", undefined],
    ["", undefined],
  ])("%s is of %s", (type, cloud) => expect(cloudOf(type)).toBe(cloud));

  it("finds the shape of every type in the tables", () => {
    for (const [type, shape] of all) expect(shapeOf(type)).toBe(shape);
  });

  it.each(["constructor", "__proto__", "toString", "aws_something_new"])("has none for %s", (type) =>
    expect(shapeOf(type)).toBeUndefined(),
  );

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (type) => {
        shapeOf(type);
        cloudOf(type);
      }),
    );
  });
});

describe("the tables", () => {
  it("has no type twice", () => {
    expect(new Set(all.map(([type]) => type)).size).toBe(all.length);
  });

  it.each(all)("%s names each thing once and well-formed", (_type, shape) => {
    const lists = [shape.templates, shape.zones, shape.regions, shape.subnets, shape.outposts, shape.parents];
    for (const list of lists) expect(new Set(list).size).toBe(list?.length ?? 0);
    for (const path of lists.flatMap((list) => list ?? []))
      expect(path).toMatch(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);
    const machines = (shape.machines ?? []).map(({ path, when }) => JSON.stringify([path, when]));
    expect(new Set(machines).size).toBe(machines.length);
  });

  it.each(all)("%s places machines, lends a template or a place, or scales", (type, shape) => {
    const says = Object.keys(shape).length > 0;
    expect(says || type === "google_compute_region_commitment").toBe(true);
    if (shape.isTemplate) expect(shape.machines).toBeDefined();
  });

  it("translates whatever it is given without throwing", () => {
    const translations = all.flatMap(([, { machines = [] }]) =>
      machines.flatMap(({ translate }) => translate ?? []),
    );
    expect(translations.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.string(), (value) => {
        for (const translate of translations) {
          const name = translate(value);
          expect(name === null || name === undefined || typeof name === "string").toBe(true);
        }
      }),
    );
  });

  it("counts relative to a block that is there", () => {
    for (const [, { machines = [] }] of all) {
      for (const { path, quantity, each, sameAs } of machines) {
        const names = [quantity, each].flatMap((one) => [...(one?.paths ?? []), ...(one?.perZone ?? [])]);
        for (const name of [...names, sameAs ?? ""]) {
          expect(/^\.*/.exec(name)?.[0].length ?? 0).toBeLessThanOrEqual(path.split(".").length);
        }
      }
    }
  });

  it("explains every opaque type", () => {
    for (const { paths, why } of Object.values(opaqueTypes)) {
      expect(paths.length).toBeGreaterThan(0);
      expect(why).toMatch(/^[a-z].*[^.]$|^(AWS|Azure|Oracle) .*[^.]$/);
    }
  });
});

describe("service classes", () => {
  it.each([
    ["stream.graphics.g6.xlarge", "g6.xlarge"],
    ["stream.graphics.gr6.4xlarge", "gr6.4xlarge"],
    ["stream.graphics.g4dn.12xlarge", "g4dn.12xlarge"],
    ["stream.graphics-pro.4xlarge", null],
    ["stream.graphics-design.large", null],
    ["stream.standard.medium", undefined],
    ["stream.compute.large", undefined],
  ])("AppStream's %s is %s", (name, machine) => expect(appStreamMachine(name)).toBe(machine));

  it.each([
    ["GRAPHICS_G4DN", "g4dn.xlarge"],
    ["GRAPHICSPRO_G4DN", "g4dn.4xlarge"],
    ["GRAPHICS_G6_2XLARGE", "g6.2xlarge"],
    ["GRAPHICS_GR6F_4XLARGE", "gr6f.4xlarge"],
    ["GRAPHICS", null],
    ["GRAPHICSPRO", null],
    ["POWERPRO", undefined],
    ["GENERALPURPOSE_4XLARGE", undefined],
  ])("WorkSpaces' %s is %s", (name, machine) => expect(workSpacesMachine(name)).toBe(machine));

  it.each([
    ["BUILD_GENERAL1_SMALL", "g5.xlarge"],
    ["BUILD_GENERAL1_LARGE", "p3.8xlarge"],
    ["ATTRIBUTE_BASED_COMPUTE", null],
    ["CUSTOM_INSTANCE_TYPE", undefined],
  ])("CodeBuild's GPU %s is %s", (name, machine) => expect(codeBuildGpuMachine(name)).toBe(machine));

  it.each([
    ["NVIDIA_H100_80GB", "nvidia-h100-80gb"],
    ["NVIDIA_TESLA_T4", "nvidia-tesla-t4"],
    ["TPU_V5_LITEPOD", "v5litepod"],
    ["TPU_V4_POD", "v4"],
    ["ACCELERATOR_TYPE_UNSPECIFIED", undefined],
  ])("Vertex AI's %s is %s", (name, accelerator) => expect(fromEnumeration(name)).toBe(accelerator));

  it("reads accelerators out of options and limits", () => {
    expect(workerAccelerator("worker_accelerator=type:nvidia-l4;count:1;install-nvidia-driver")).toBe(
      "nvidia-l4",
    );
    expect(workerAccelerator("worker_accelerator=count:1;type:nvidia-tesla-t4")).toBe("nvidia-tesla-t4");
    expect(workerAccelerator("enable_prime")).toBeUndefined();
    expect(limitedAccelerator("memory")).toBeUndefined();
    expect(limitedAccelerator("nvidia-tesla-a100")).toBe("nvidia-tesla-a100");
  });

  it("tells accelerated hosts without naming their chip", () => {
    expect(soleTenantNode("a3-node-208-1872-lssd")).toBeNull();
    expect(soleTenantNode("g2-node-96-384")).toBeNull();
    expect(soleTenantNode("c3-node-176-352")).toBeUndefined();
    expect(dedicatedHost("NVASv4-Type1")).toBeNull();
    expect(dedicatedHost("DSv3-Type4")).toBeUndefined();
  });

  it.each([
    ["NC24-A100", "Standard_NC24ads_A100_v4"],
    ["Consumption-GPU-NC8as-T4", "Standard_NC8as_T4_v3"],
    ["Consumption-GPU-NC40-H100", null],
    ["Consumption", undefined],
    ["D4", undefined],
  ])("Container Apps' %s is %s", (name, machine) => expect(workloadProfile(name)).toBe(machine));

  it("knows the cards of container groups and of Oracle's AI clusters", () => {
    expect(containerGpu("V100")).toBe("Standard_NC6s_v3");
    expect(containerGpu("H100")).toBeNull();
    expect(aiClusterMachine("H100_X8")).toBe("BM.GPU.H100.8");
    expect(aiClusterMachine("OAI_A100_80G_X2")).toBe("BM.GPU.A100-v2.8");
    expect(aiClusterMachine("LARGE_COHERE")).toBeUndefined();
  });
});

describe("Cloud Control's names", () => {
  it.each([
    ["AWS::SageMaker::Cluster", "awscc_sagemaker_cluster"],
    ["AWS::EC2::EC2Fleet", "awscc_ec2_ec2_fleet"],
    ["AWS::AutoScaling::AutoScalingGroup", "awscc_autoscaling_auto_scaling_group"],
    ["AWS::PCS::ComputeNodeGroup", "awscc_pcs_compute_node_group"],
    ["AWS::ElasticBeanstalk::Environment", "awscc_elasticbeanstalk_environment"],
    ["Custom::Thing", undefined],
  ])("%s is %s", (type, awscc) => expect(cloudControlType(type)).toBe(awscc));

  it.each([
    ["VPCZoneIdentifier", "vpc_zone_identifier"],
    ["ServiceManagedEc2", "service_managed_ec_2"],
    ["SourceS3Uri", "source_s3_uri"],
    ["EC2InstanceType", "ec2_instance_type"],
    ["InstanceTypes", "instance_types"],
    ["OutPostArn", "out_post_arn"],
  ])("%s is %s", (name, attribute) => expect(cloudControlName(name)).toBe(attribute));
});

describe("looksLikeMachineAttribute", () => {
  it.each([
    "instance_type",
    "instance_types",
    "db_instance_class",
    "machine_type",
    "node_type_id",
    "vm_size",
    "virtual_machine_size",
    "shape",
    "shape_name",
    "compute_type",
    "accelerator_type",
    "guest_accelerator",
    "worker_type",
    "instance_family",
    "instance_requirements",
    "sku_name",
    "flavor_id",
    "gpu_type",
    "InstanceType",
    "vmSize",
    "node.kubernetes.io/instance-type",
    "launch_template_config.override.instance_type",
  ])("%s does", (name) => expect(looksLikeMachineAttribute(name)).toBe(true));

  it.each([
    "type",
    "name",
    "reshape",
    "instance_id",
    "volume_type",
    "cluster_name",
    "storage_class",
    "agpus",
    "",
  ])("%s does not", (name) => expect(looksLikeMachineAttribute(name)).toBe(false));

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (name) => typeof looksLikeMachineAttribute(name) === "boolean"));
  });
});

describe("isNotAccelerated", () => {
  it.each([
    ["aws_db_instance", "instance_class", true],
    ["awscc_rds_db_instance", "db_instance_class", true],
    ["azurerm_key_vault", "sku_name", true],
    ["azurerm_something_new", "vm_size", false],
    ["google_spanner_instance", "instance_type", true],
    ["aws_instance", "instance_type", false],
    ["aws_lexv2models_intent", "closing_setting.next_step.intent.slot.shape", true],
    ["constructor", "name", false],
  ])("%s.%s: %s", (type, path, expected) => expect(isNotAccelerated(type, path)).toBe(expected));

  it("excuses nothing that a shape reads", () => {
    for (const [type, { machines = [] }] of all) {
      if (type.startsWith("azurerm_")) continue;
      for (const { path } of machines) expect(isNotAccelerated(type, path)).toBe(false);
    }
  });
});
