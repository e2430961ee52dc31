import { counted, type ResourceShape, unbounded } from "./shape";

/** EC2 and what launches its instances under its own name: groups, fleets, node groups, Batch, ECS. */
export const awsCompute: Readonly<Record<string, ResourceShape>> = {
  aws_instance: {
    machines: [{ path: "instance_type", kind: "machine-type" }],
    templates: ["launch_template.id", "launch_template.name"],
    zones: ["availability_zone"],
    subnets: [
      "subnet_id",
      "network_interface.network_interface_id",
      "primary_network_interface.network_interface_id",
    ],
    outposts: ["host_id", "host_resource_group_arn"],
    parents: ["host_id"],
  },
  aws_spot_instance_request: {
    machines: [{ path: "instance_type", kind: "machine-type" }],
    templates: ["launch_template.id", "launch_template.name"],
    zones: ["availability_zone"],
    subnets: ["subnet_id", "network_interface.network_interface_id"],
    outposts: ["host_id", "host_resource_group_arn"],
    parents: ["host_id"],
  },

  aws_launch_template: {
    isTemplate: true,
    machines: [
      { path: "instance_type", kind: "machine-type" },
      { path: "instance_requirements", kind: "requirements" },
    ],
    zones: ["placement.availability_zone"],
    subnets: ["network_interfaces.subnet_id", "network_interfaces.network_interface_id"],
    outposts: ["placement.host_id", "placement.host_resource_group_arn"],
    parents: ["placement.host_id"],
  },
  aws_launch_configuration: {
    isTemplate: true,
    machines: [{ path: "instance_type", kind: "machine-type" }],
  },

  aws_autoscaling_group: {
    machines: [
      { path: "mixed_instances_policy.launch_template.override.instance_type", kind: "machine-type" },
      { path: "mixed_instances_policy.launch_template.override.instance_requirements", kind: "requirements" },
    ],
    templates: [
      "launch_configuration",
      "launch_template.id",
      "launch_template.name",
      "mixed_instances_policy.launch_template.launch_template_specification.launch_template_id",
      "mixed_instances_policy.launch_template.launch_template_specification.launch_template_name",
      "mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_id",
      "mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_name",
    ],
    filled: ["launch_template", "mixed_instances_policy", "mixed_instances_policy.launch_template.override"],
    // With weights or `desired_capacity_type` these are units of capacity, never fewer than the machines.
    quantity: counted(null, "max_size", "desired_capacity"),
    zones: ["availability_zones"],
    subnets: ["vpc_zone_identifier"],
  },
  aws_autoscaling_schedule: {
    scales: { target: "autoscaling_group_name", quantity: counted(null, "max_size", "desired_capacity") },
  },
  // `endpoint/NAME/variant/NAME` for SageMaker; of other services it scales no machines that are named.
  aws_appautoscaling_target: {
    scales: { target: "resource_id", quantity: counted(null, "max_capacity") },
  },
  aws_ec2_fleet: {
    machines: [
      { path: "launch_template_config.override.instance_type", kind: "machine-type" },
      { path: "launch_template_config.override.instance_requirements", kind: "requirements" },
      // What the fleet was given; set by AWS, though the provider lets it be written.
      { path: "fleet_instance_set.instance_type", kind: "machine-type" },
    ],
    templates: [
      "launch_template_config.launch_template_specification.launch_template_id",
      "launch_template_config.launch_template_specification.launch_template_name",
    ],
    filled: ["fleet_instance_set"],
    quantity: counted(null, "target_capacity_specification.total_target_capacity"),
    zones: ["launch_template_config.override.availability_zone"],
    subnets: ["launch_template_config.override.subnet_id"],
  },
  aws_spot_fleet_request: {
    machines: [
      { path: "launch_specification.instance_type", kind: "machine-type" },
      { path: "launch_template_config.overrides.instance_type", kind: "machine-type" },
      { path: "launch_template_config.overrides.instance_requirements", kind: "requirements" },
    ],
    templates: [
      "launch_template_config.launch_template_specification.id",
      "launch_template_config.launch_template_specification.name",
    ],
    quantity: counted(null, "target_capacity", "on_demand_target_capacity"),
    zones: ["launch_specification.availability_zone", "launch_template_config.overrides.availability_zone"],
    subnets: ["launch_specification.subnet_id", "launch_template_config.overrides.subnet_id"],
  },

  aws_ec2_capacity_reservation: {
    machines: [{ path: "instance_type", kind: "machine-type" }],
    quantity: counted(1, "instance_count"),
    zones: ["availability_zone"],
    outposts: ["outpost_arn"],
  },
  aws_ec2_capacity_block_reservation: {
    machines: [{ path: "capacity_block_offering_id", kind: "accelerator-capacity", sameAs: "instance_type" }],
    // All but the offering is told by AWS once it is bought: a state and a later plan have it.
    quantity: counted(null, "instance_count"),
    zones: ["availability_zone"],
  },
  aws_ec2_host: {
    machines: [
      { path: "instance_type", kind: "machine-type" },
      { path: "instance_family", kind: "machine-family" },
    ],
    // How many machines of a type or family one host holds is not published.
    quantity: unbounded,
    zones: ["availability_zone"],
    outposts: ["outpost_arn"],
  },

  aws_eks_node_group: {
    machines: [{ path: "instance_types", kind: "machine-type" }],
    templates: ["launch_template.id", "launch_template.name"],
    quantity: counted(null, "scaling_config.max_size", "scaling_config.desired_size"),
    subnets: ["subnet_ids"],
  },
  aws_batch_compute_environment: {
    machines: [{ path: "compute_resources.instance_type", kind: "machine-type-or-family" }],
    templates: [
      "compute_resources.launch_template.launch_template_id",
      "compute_resources.launch_template.launch_template_name",
    ],
    // Its limit, `max_vcpus`, counts processors.
    quantity: unbounded,
    subnets: ["compute_resources.subnets"],
  },
  aws_ecs_capacity_provider: {
    machines: [
      {
        path: "managed_instances_provider.instance_launch_template.instance_requirements",
        kind: "requirements",
      },
    ],
    quantity: unbounded,
    subnets: ["managed_instances_provider.instance_launch_template.network_configuration.subnets"],
  },
  aws_lambda_capacity_provider: {
    // Not "requirements": left alone, Lambda picks among machines without accelerators.
    machines: [{ path: "instance_requirements.allowed_instance_types", kind: "machine-type" }],
    quantity: unbounded,
    subnets: ["vpc_config.subnet_ids"],
  },

  aws_subnet: {
    zones: ["availability_zone", "availability_zone_id"],
    outposts: ["outpost_arn"],
  },
  aws_default_subnet: {
    zones: ["availability_zone"],
  },
  aws_network_interface: {
    subnets: ["subnet_id"],
  },
};
