import { elasticInference } from "./aws-ml";
import {
  type ConditionalPlace,
  counted,
  type MachineAttribute,
  type ResourceShape,
  unbounded,
} from "./shape";

/** AppStream's `stream.graphics.g6.xlarge` is a g6.xlarge; older graphics classes do not tell their card. */
export function appStreamMachine(value: string): string | null | undefined {
  const name = value.toLowerCase();
  const ec2 = /^stream\.graphics\.(gr?\d[a-z]*\.\w+)$/.exec(name)?.[1];
  return ec2 ?? (name.startsWith("stream.graphics") ? null : undefined);
}

/** WorkSpaces' GRAPHICS_G6_2XLARGE is a g6.2xlarge; the two without a size carry one T4 with 4 and 16 vCPUs. */
export function workSpacesMachine(value: string): string | null | undefined {
  const name = value.toUpperCase();
  if (name === "GRAPHICS_G4DN") return "g4dn.xlarge";
  if (name === "GRAPHICSPRO_G4DN") return "g4dn.4xlarge";
  const [, family, size] = /^GRAPHICS_(GR?\d[A-Z]*)_(\w+)$/.exec(name) ?? [];
  if (family && size) return `${family}.${size}`.toLowerCase();
  return name.startsWith("GRAPHICS") ? null : undefined;
}

/** CodeBuild's GPU environments: one A10G, or four V100. */
export function codeBuildGpuMachine(computeType: string): string | null | undefined {
  switch (computeType) {
    case "BUILD_GENERAL1_SMALL":
      return "g5.xlarge";
    case "BUILD_GENERAL1_LARGE":
      return "p3.8xlarge";
    case "CUSTOM_INSTANCE_TYPE":
      return undefined;
    default:
      return null;
  }
}

const beanstalkMachines: readonly MachineAttribute[] = [
  {
    path: "setting.value",
    kind: "machine-type",
    when: { namespace: ["aws:ec2:instances"], name: ["InstanceTypes"] },
    separator: ",",
  },
  {
    path: "setting.value",
    kind: "machine-type",
    when: { namespace: ["aws:autoscaling:launchconfiguration"], name: ["InstanceType"] },
  },
];

const beanstalkPlaces: readonly ConditionalPlace[] = [
  {
    path: "setting.value",
    holds: "subnet",
    when: { namespace: ["aws:ec2:vpc"], name: ["Subnets"] },
    separator: ",",
  },
  {
    path: "setting.value",
    holds: "zone",
    when: { namespace: ["aws:autoscaling:asg"], name: ["Custom Availability Zones"] },
    separator: ",",
  },
];

const pipelineField = "pipeline_object.field.string_value";

/** Services that run EC2 machines, or a class of their own, on the customer's behalf. */
export const awsServices: Readonly<Record<string, ResourceShape>> = {
  aws_emr_cluster: {
    machines: [
      {
        path: "master_instance_group.instance_type",
        kind: "machine-type",
        quantity: counted(1, ".instance_count"),
      },
      {
        path: "core_instance_group.instance_type",
        kind: "machine-type",
        quantity: counted(1, ".instance_count"),
      },
      // A fleet's targets are units of weighted capacity.
      {
        path: "master_instance_fleet.instance_type_configs.instance_type",
        kind: "machine-type",
        quantity: unbounded,
      },
      {
        path: "core_instance_fleet.instance_type_configs.instance_type",
        kind: "machine-type",
        quantity: unbounded,
      },
    ],
    subnets: ["ec2_attributes.subnet_id", "ec2_attributes.subnet_ids"],
  },
  aws_emr_instance_group: {
    machines: [{ path: "instance_type", kind: "machine-type" }],
    // Without a count the group follows an autoscaling policy.
    quantity: counted(null, "instance_count"),
    parents: ["cluster_id"],
  },
  aws_emr_instance_fleet: {
    machines: [{ path: "instance_type_configs.instance_type", kind: "machine-type" }],
    quantity: unbounded,
    parents: ["cluster_id"],
  },
  aws_datapipeline_pipeline_definition: {
    machines: [
      {
        path: pipelineField,
        kind: "machine-type",
        when: { key: ["instanceType", "masterInstanceType", "coreInstanceType", "taskInstanceType"] },
      },
    ],
    quantity: unbounded,
    conditionalPlaces: [
      { path: pipelineField, holds: "region", when: { key: ["region"] } },
      { path: pipelineField, holds: "zone", when: { key: ["availabilityZone"] } },
      { path: pipelineField, holds: "subnet", when: { key: ["subnetId"] } },
    ],
  },
  aws_pipes_pipe: {
    machines: [
      {
        path: "target_parameters.batch_job_parameters.container_overrides.instance_type",
        kind: "machine-type",
      },
      {
        path: "target_parameters.ecs_task_parameters.overrides.inference_accelerator_override.device_type",
        kind: "service-class",
        translate: elasticInference,
      },
    ],
    quantity: unbounded,
    subnets: ["target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.subnets"],
  },

  aws_elastic_beanstalk_environment: {
    machines: beanstalkMachines,
    templates: ["template_name"],
    quantity: unbounded,
    conditionalPlaces: beanstalkPlaces,
  },
  aws_elastic_beanstalk_configuration_template: {
    isTemplate: true,
    machines: beanstalkMachines,
    conditionalPlaces: beanstalkPlaces,
  },
  aws_codebuild_fleet: {
    machines: [
      {
        path: "compute_type",
        kind: "service-class",
        when: { environment_type: ["LINUX_GPU_CONTAINER"] },
        translate: codeBuildGpuMachine,
      },
      { path: "compute_configuration.instance_type", kind: "machine-type" },
    ],
    quantity: counted(null, "base_capacity", "scaling_configuration.max_capacity"),
    subnets: ["vpc_config.subnets"],
  },
  aws_codebuild_project: {
    machines: [
      {
        path: "environment.compute_type",
        kind: "service-class",
        when: { type: ["LINUX_GPU_CONTAINER"] },
        translate: codeBuildGpuMachine,
      },
    ],
    quantity: counted(null, "concurrent_build_limit"),
    subnets: ["vpc_config.subnets"],
  },
  aws_imagebuilder_infrastructure_configuration: {
    machines: [{ path: "instance_types", kind: "machine-type" }],
    quantity: unbounded,
    zones: ["placement.availability_zone"],
    subnets: ["subnet_id"],
    outposts: ["placement.host_id", "placement.host_resource_group_arn"],
    parents: ["placement.host_id"],
  },
  aws_cloud9_environment_ec2: {
    machines: [{ path: "instance_type", kind: "machine-type" }],
    subnets: ["subnet_id"],
  },
  aws_drs_replication_configuration_template: {
    machines: [{ path: "replication_server_instance_type", kind: "machine-type" }],
    quantity: unbounded,
    subnets: ["staging_area_subnet_id"],
  },

  aws_gamelift_fleet: {
    machines: [{ path: "ec2_instance_type", kind: "machine-type" }],
    quantity: unbounded,
  },
  aws_gamelift_game_server_group: {
    machines: [{ path: "instance_definition.instance_type", kind: "machine-type" }],
    templates: ["launch_template.id", "launch_template.name"],
    quantity: counted(null, "max_size"),
    subnets: ["vpc_subnets"],
  },
  aws_appstream_fleet: {
    machines: [{ path: "instance_type", kind: "service-class", translate: appStreamMachine }],
    quantity: counted(null, "compute_capacity.desired_instances"),
    subnets: ["vpc_config.subnet_ids"],
  },
  aws_appstream_image_builder: {
    machines: [{ path: "instance_type", kind: "service-class", translate: appStreamMachine }],
    subnets: ["vpc_config.subnet_ids"],
  },
  aws_workspaces_workspace: {
    machines: [
      {
        path: "workspace_properties.compute_type_name",
        kind: "service-class",
        translate: workSpacesMachine,
      },
    ],
  },
};
