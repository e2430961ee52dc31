import { elasticInference } from "./aws-ml";
import { appStreamMachine, codeBuildGpuMachine, workSpacesMachine } from "./aws-services";
import {
  type ConditionalPlace,
  counted,
  type MachineAttribute,
  type ResourceShape,
  unbounded,
} from "./shape";

/**
 * The `awscc` provider, which is CloudFormation's schemas in Terraform's spelling. The same table reads the
 * resources of a CloudFormation template and of `aws_cloudcontrolapi_resource`, so it also has types that
 * `awscc` itself does not offer (EMR clusters).
 */
export const cloudControlShapes: Readonly<Record<string, ResourceShape>> = {
  awscc_ec2_instance: {
    machines: [machine("instance_type")],
    templates: ["launch_template.launch_template_id", "launch_template.launch_template_name"],
    zones: ["availability_zone"],
    subnets: ["subnet_id", "network_interfaces.subnet_id", "network_interfaces.network_interface_id"],
    outposts: ["host_id", "host_resource_group_arn"],
    parents: ["host_id"],
  },
  awscc_ec2_launch_template: {
    isTemplate: true,
    machines: [
      machine("launch_template_data.instance_type"),
      { path: "launch_template_data.instance_requirements", kind: "requirements" },
    ],
    zones: ["launch_template_data.placement.availability_zone"],
    subnets: [
      "launch_template_data.network_interfaces.subnet_id",
      "launch_template_data.network_interfaces.network_interface_id",
    ],
    outposts: [
      "launch_template_data.placement.host_id",
      "launch_template_data.placement.host_resource_group_arn",
    ],
    parents: ["launch_template_data.placement.host_id"],
  },
  awscc_autoscaling_launch_configuration: {
    isTemplate: true,
    machines: [machine("instance_type")],
  },
  awscc_autoscaling_auto_scaling_group: {
    machines: [
      machine("mixed_instances_policy.launch_template.overrides.instance_type"),
      {
        path: "mixed_instances_policy.launch_template.overrides.instance_requirements",
        kind: "requirements",
      },
    ],
    templates: [
      "launch_configuration_name",
      ...template("launch_template"),
      ...template("mixed_instances_policy.launch_template.launch_template_specification"),
      ...template("mixed_instances_policy.launch_template.overrides.launch_template_specification"),
    ],
    quantity: counted(null, "max_size", "desired_capacity"),
    zones: ["availability_zones", "availability_zone_ids"],
    subnets: ["vpc_zone_identifier"],
  },
  awscc_ec2_ec2_fleet: {
    machines: [
      machine("launch_template_configs.overrides.instance_type"),
      { path: "launch_template_configs.overrides.instance_requirements", kind: "requirements" },
    ],
    templates: template("launch_template_configs.launch_template_specification"),
    quantity: counted(null, "target_capacity_specification.total_target_capacity"),
    zones: ["launch_template_configs.overrides.availability_zone"],
    subnets: ["launch_template_configs.overrides.subnet_id"],
  },
  awscc_ec2_spot_fleet: {
    machines: [
      machine("spot_fleet_request_config_data.launch_specifications.instance_type"),
      {
        path: "spot_fleet_request_config_data.launch_specifications.instance_requirements",
        kind: "requirements",
      },
      machine("spot_fleet_request_config_data.launch_template_configs.overrides.instance_type"),
      {
        path: "spot_fleet_request_config_data.launch_template_configs.overrides.instance_requirements",
        kind: "requirements",
      },
    ],
    templates: template(
      "spot_fleet_request_config_data.launch_template_configs.launch_template_specification",
    ),
    quantity: counted(
      null,
      "spot_fleet_request_config_data.target_capacity",
      "spot_fleet_request_config_data.on_demand_target_capacity",
    ),
    zones: [
      "spot_fleet_request_config_data.launch_specifications.placement.availability_zone",
      "spot_fleet_request_config_data.launch_template_configs.overrides.availability_zone",
    ],
    subnets: [
      "spot_fleet_request_config_data.launch_specifications.subnet_id",
      "spot_fleet_request_config_data.launch_specifications.network_interfaces.subnet_id",
      "spot_fleet_request_config_data.launch_template_configs.overrides.subnet_id",
    ],
  },
  awscc_ec2_capacity_reservation: {
    machines: [machine("instance_type")],
    quantity: counted(1, "instance_count"),
    zones: ["availability_zone", "availability_zone_id"],
    outposts: ["out_post_arn"],
  },
  awscc_ec2_capacity_reservation_fleet: {
    machines: [machine("instance_type_specifications.instance_type")],
    quantity: counted(null, "total_target_capacity"),
    zones: [
      "instance_type_specifications.availability_zone",
      "instance_type_specifications.availability_zone_id",
    ],
  },
  awscc_ec2_host: {
    machines: [machine("instance_type"), { path: "instance_family", kind: "machine-family" }],
    quantity: unbounded,
    zones: ["availability_zone"],
    outposts: ["outpost_arn"],
  },
  awscc_ec2_subnet: {
    zones: ["availability_zone", "availability_zone_id"],
    outposts: ["outpost_arn"],
  },
  awscc_ec2_network_interface: {
    subnets: ["subnet_id"],
  },

  awscc_eks_nodegroup: {
    machines: [machine("instance_types")],
    templates: ["launch_template.id", "launch_template.name"],
    quantity: counted(null, "scaling_config.max_size", "scaling_config.desired_size"),
    subnets: ["subnets"],
  },
  awscc_batch_compute_environment: {
    machines: [{ path: "compute_resources.instance_types", kind: "machine-type-or-family" }],
    templates: [
      ...template("compute_resources.launch_template"),
      ...template("compute_resources.launch_template.overrides"),
    ],
    quantity: unbounded,
    subnets: ["compute_resources.subnets"],
  },
  awscc_ecs_capacity_provider: {
    machines: [
      {
        path: "managed_instances_provider.instance_launch_template.instance_requirements",
        kind: "requirements",
      },
    ],
    quantity: unbounded,
    subnets: ["managed_instances_provider.instance_launch_template.network_configuration.subnets"],
  },
  awscc_lambda_capacity_provider: {
    machines: [machine("instance_requirements.allowed_instance_types")],
    quantity: unbounded,
    subnets: ["vpc_config.subnet_ids"],
  },
  awscc_pcs_compute_node_group: {
    machines: [machine("instance_configs.instance_type")],
    templates: ["custom_launch_template.template_id"],
    quantity: counted(null, "scaling_configuration.max_instance_count"),
    subnets: ["subnet_ids"],
  },

  awscc_sagemaker_cluster: {
    machines: [
      machine("instance_groups.instance_type", ".instance_count", ".min_instance_count"),
      // In the API since 2025; not yet seen in a published schema of the provider.
      machine("instance_groups.instance_requirements.instance_types", "..instance_count"),
      machine("restricted_instance_groups.instance_type", ".instance_count"),
    ],
    subnets: [
      "vpc_config.subnets",
      "instance_groups.override_vpc_config.subnets",
      "restricted_instance_groups.override_vpc_config.subnets",
    ],
  },
  awscc_sagemaker_endpoint_config: {
    machines: ["production_variants", "shadow_production_variants"].flatMap(
      (variants): MachineAttribute[] => {
        const quantity = counted(
          1,
          ".initial_instance_count",
          ".managed_instance_scaling.max_instance_count",
        );
        return [
          { path: `${variants}.instance_type`, kind: "machine-type", quantity },
          {
            path: `${variants}.accelerator_type`,
            kind: "service-class",
            quantity,
            translate: elasticInference,
          },
        ];
      },
    ),
    subnets: ["vpc_config.subnets"],
  },
  awscc_sagemaker_notebook_instance: {
    machines: [
      machine("instance_type"),
      { path: "accelerator_types", kind: "service-class", translate: elasticInference },
    ],
    subnets: ["subnet_id"],
  },
  awscc_sagemaker_inference_experiment: {
    machines: [
      machine(
        "model_variants.infrastructure_config.real_time_inference_config.instance_type",
        ".instance_count",
      ),
    ],
  },
  awscc_sagemaker_processing_job: {
    machines: [machine("processing_resources.cluster_config.instance_type", ".instance_count")],
    subnets: ["network_config.vpc_config.subnets"],
  },
  awscc_sagemaker_monitoring_schedule: {
    machines: [
      machine(
        "monitoring_schedule_config.monitoring_job_definition.monitoring_resources.cluster_config.instance_type",
        ".instance_count",
      ),
    ],
    subnets: ["monitoring_schedule_config.monitoring_job_definition.network_config.vpc_config.subnets"],
  },
  awscc_sagemaker_data_quality_job_definition: jobDefinition(),
  awscc_sagemaker_model_bias_job_definition: jobDefinition(),
  awscc_sagemaker_model_explainability_job_definition: jobDefinition(),
  awscc_sagemaker_model_quality_job_definition: jobDefinition(),
  awscc_sagemaker_app: {
    machines: [machine("resource_spec.instance_type")],
    parents: ["domain_id"],
  },
  awscc_sagemaker_space: {
    machines: [
      machine("space_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
    ],
    parents: ["domain_id"],
  },
  awscc_sagemaker_user_profile: {
    machines: [
      machine("user_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
    ],
    quantity: unbounded,
    parents: ["domain_id"],
  },
  awscc_sagemaker_domain: {
    machines: [
      machine("default_space_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("default_space_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("default_space_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
      machine("domain_settings.r_studio_server_pro_domain_settings.default_resource_spec.instance_type"),
    ],
    quantity: unbounded,
    subnets: ["subnet_ids"],
  },

  awscc_emr_cluster: {
    machines: [
      machine("instances.master_instance_group.instance_type", ".instance_count"),
      machine("instances.core_instance_group.instance_type", ".instance_count"),
      machine("instances.task_instance_groups.instance_type", ".instance_count"),
      ...["master_instance_fleet", "core_instance_fleet", "task_instance_fleets"].map(
        (fleet): MachineAttribute => ({
          path: `instances.${fleet}.instance_type_configs.instance_type`,
          kind: "machine-type",
          quantity: unbounded,
        }),
      ),
    ],
    zones: ["instances.placement.availability_zone"],
    subnets: ["instances.ec_2_subnet_id", "instances.ec_2_subnet_ids"],
  },
  awscc_emr_instance_group_config: {
    machines: [machine("instance_type", ".instance_count")],
    parents: ["job_flow_id"],
  },
  awscc_emr_instance_fleet_config: {
    machines: [machine("instance_type_configs.instance_type")],
    quantity: unbounded,
    parents: ["cluster_id"],
  },
  awscc_elasticbeanstalk_environment: {
    machines: beanstalkMachines(),
    templates: ["template_name"],
    quantity: unbounded,
    conditionalPlaces: beanstalkPlaces(),
  },
  awscc_elasticbeanstalk_configuration_template: {
    isTemplate: true,
    machines: beanstalkMachines(),
    conditionalPlaces: beanstalkPlaces(),
  },
  awscc_codebuild_fleet: {
    machines: [
      {
        path: "compute_type",
        kind: "service-class",
        when: { environment_type: ["LINUX_GPU_CONTAINER"] },
        translate: codeBuildGpuMachine,
      },
      machine("compute_configuration.instance_type"),
    ],
    quantity: counted(null, "base_capacity", "scaling_configuration.max_capacity"),
    subnets: ["fleet_vpc_config.subnets"],
  },
  awscc_codebuild_project: {
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
  awscc_imagebuilder_infrastructure_configuration: {
    machines: [machine("instance_types")],
    quantity: unbounded,
    zones: ["placement.availability_zone"],
    subnets: ["subnet_id"],
    outposts: ["placement.host_id", "placement.host_resource_group_arn"],
    parents: ["placement.host_id"],
  },
  awscc_gamelift_fleet: {
    machines: [machine("ec2_instance_type")],
    quantity: counted(
      null,
      "max_size",
      "desired_ec2_instances",
      "locations.location_capacity.max_size",
      "locations.location_capacity.desired_ec2_instances",
    ),
    // Besides the region the fleet is made in.
    zonesOrRegions: ["locations.location"],
  },
  awscc_gamelift_container_fleet: {
    machines: [machine("instance_type")],
    quantity: unbounded,
    zonesOrRegions: ["locations.location"],
  },
  awscc_gamelift_game_server_group: {
    machines: [machine("instance_definitions.instance_type")],
    templates: template("launch_template"),
    quantity: counted(null, "max_size"),
    subnets: ["vpc_subnets"],
  },
  awscc_appstream_fleet: {
    machines: [{ path: "instance_type", kind: "service-class", translate: appStreamMachine }],
    quantity: counted(null, "compute_capacity.desired_instances"),
    subnets: ["vpc_config.subnet_ids"],
  },
  awscc_appstream_image_builder: {
    machines: [{ path: "instance_type", kind: "service-class", translate: appStreamMachine }],
    subnets: ["vpc_config.subnet_ids"],
  },
  awscc_workspaces_workspace: {
    machines: [
      {
        path: "workspace_properties.compute_type_name",
        kind: "service-class",
        translate: workSpacesMachine,
      },
    ],
  },
  awscc_deadline_fleet: {
    machines: [
      machine("configuration.service_managed_ec_2.instance_capabilities.allowed_instance_types"),
      {
        path: "configuration.service_managed_ec_2.instance_capabilities.accelerator_capabilities.selections.name",
        kind: "service-class",
        translate: deadlineMachine,
      },
    ],
    // Workers are limited, accelerators per worker only optionally.
    quantity: unbounded,
  },
};

/** The `awscc` type of a CloudFormation type: `AWS::EC2::EC2Fleet` → `awscc_ec2_ec2_fleet`. */
export function cloudControlType(type: string): string | undefined {
  const [, service, resource] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? [];
  return service && resource ? `awscc_${service.toLowerCase()}_${cloudControlName(resource)}` : undefined;
}

/** How `awscc` spells a CloudFormation name: `VPCZoneIdentifier` → `vpc_zone_identifier`, `Ec2SubnetId` → `ec_2_subnet_id`. */
export function cloudControlName(name: string): string {
  return name
    .replace(/([a-z])(?=[A-Z0-9])/g, "$1_")
    .replace(/([0-9])(?=[A-Za-z])/g, "$1_")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_")
    .toLowerCase();
}

/** Deadline names the card; the smallest machine that carries one of it stands for it. */
function deadlineMachine(value: string): string | null {
  const machines: Record<string, string> = {
    t4: "g4dn.xlarge",
    a10g: "g5.xlarge",
    l4: "g6.xlarge",
    l40s: "g6e.xlarge",
  };
  const name = value.trim().toLowerCase();
  return Object.hasOwn(machines, name) ? (machines[name] ?? null) : null;
}

function machine(path: string, ...counts: readonly string[]): MachineAttribute {
  return counts.length === 0
    ? { path, kind: "machine-type" }
    : { path, kind: "machine-type", quantity: counted(1, ...counts) };
}

function template(block: string): readonly string[] {
  return [`${block}.launch_template_id`, `${block}.launch_template_name`];
}

function jobDefinition(): ResourceShape {
  return {
    machines: [machine("job_resources.cluster_config.instance_type", ".instance_count")],
    subnets: ["network_config.vpc_config.subnets"],
  };
}

function beanstalkMachines(): readonly MachineAttribute[] {
  return [
    {
      path: "option_settings.value",
      kind: "machine-type",
      when: { namespace: ["aws:ec2:instances"], option_name: ["InstanceTypes"] },
      separator: ",",
    },
    {
      path: "option_settings.value",
      kind: "machine-type",
      when: { namespace: ["aws:autoscaling:launchconfiguration"], option_name: ["InstanceType"] },
    },
  ];
}

function beanstalkPlaces(): readonly ConditionalPlace[] {
  return [
    {
      path: "option_settings.value",
      holds: "subnet",
      when: { namespace: ["aws:ec2:vpc"], option_name: ["Subnets"] },
      separator: ",",
    },
    {
      path: "option_settings.value",
      holds: "zone",
      when: { namespace: ["aws:autoscaling:asg"], option_name: ["Custom Availability Zones"] },
      separator: ",",
    },
  ];
}
