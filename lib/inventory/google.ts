import { counted, type MachineAttribute, type Quantity, type ResourceShape, unbounded } from "./shape";

/** Vertex AI, Colab and Workbench spell accelerators as enumerations: NVIDIA_H100_80GB. */
export function fromEnumeration(value: string): string | undefined {
  const name = value.trim().toLowerCase();
  if (name === "" || name.endsWith("_unspecified")) return undefined;
  const tpu = /^tpu_(v\d+\w*)$/.exec(name)?.[1];
  return tpu?.replace(/_pod$/, "").replace(/_litepod$/, "litepod") ?? name.replace(/_/g, "-");
}

/** A limit of node auto-provisioning, which limits processors and memory in the same list. */
export function limitedAccelerator(value: string): string | undefined {
  return value === "cpu" || value === "memory" ? undefined : value;
}

/** Dataflow takes accelerators as a service option: `worker_accelerator=type:nvidia-l4;count:1;…`. */
export function workerAccelerator(value: string): string | undefined {
  return /worker_accelerator=(?:[^,]*;)?type:([^;,\s]+)/.exec(value)?.[1];
}

/** Node types of sole-tenant hosts, whose cards are not named: `a3-node-208-1872-lssd`. */
export function soleTenantNode(value: string): null | undefined {
  return /^(?:a\d|g[2-9]|ct\d)[a-z0-9]*-node-/.test(value) ? null : undefined;
}

const zone = { zones: ["zone"] } as const;
const region = { regions: ["region"] } as const;
const location = { zonesOrRegions: ["location"] } as const;

/** The `google` and `google-beta` providers. */
export const googleShapes: Readonly<Record<string, ResourceShape>> = {
  google_compute_instance: { machines: guest(), ...zone },
  google_compute_instance_from_template: {
    machines: guest(),
    templates: ["source_instance_template"],
    ...zone,
  },
  google_compute_instance_from_machine_image: {
    machines: guest(),
    // Never readable: without a machine type of its own the instance's is not known.
    templates: ["source_machine_image"],
    ...zone,
  },
  google_compute_instance_template: { isTemplate: true, machines: guest() },
  google_compute_region_instance_template: { isTemplate: true, machines: guest() },
  google_compute_instance_group_manager: {
    templates: ["version.instance_template"],
    // Without a size an autoscaler decides.
    quantity: counted(null, "target_size"),
    ...zone,
  },
  google_compute_region_instance_group_manager: {
    machines: [machine("instance_flexibility_policy.instance_selections.machine_types")],
    templates: ["version.instance_template"],
    quantity: counted(null, "target_size"),
    zones: ["distribution_policy_zones"],
    ...region,
  },
  google_compute_autoscaler: {
    scales: { target: "target", quantity: counted(null, "autoscaling_policy.max_replicas") },
  },
  google_compute_region_autoscaler: {
    scales: { target: "target", quantity: counted(null, "autoscaling_policy.max_replicas") },
  },
  google_compute_resize_request: {
    // On top of the group's own size, which is zero where machines are asked for this way.
    scales: { target: "instance_group_manager", quantity: counted(null, "resize_by") },
  },

  google_compute_reservation: {
    machines: guest("specific_reservation.instance_properties.", "guest_accelerators", "accelerator_"),
    templates: ["specific_reservation.source_instance_template"],
    quantity: counted(1, "specific_reservation.count"),
    ...zone,
  },
  google_compute_future_reservation: {
    machines: [
      ...guest("specific_sku_properties.instance_properties.", "guest_accelerators", "accelerator_"),
      {
        path: "aggregate_reservation.reserved_resources.accelerator.accelerator_type",
        kind: "accelerator",
        each: counted(1, ".accelerator_count"),
        quantity: counted(1),
      },
    ],
    templates: ["specific_sku_properties.source_instance_template"],
    quantity: counted(1, "specific_sku_properties.total_count"),
  },
  // A price for using accelerators, not the accelerators.
  google_compute_region_commitment: {},
  google_compute_node_template: {
    isTemplate: true,
    machines: [
      { path: "node_type", kind: "service-class", translate: soleTenantNode },
      {
        path: "accelerators.accelerator_type",
        kind: "accelerator",
        each: counted(1, ".accelerator_count"),
        sameAs: "node_type",
      },
    ],
  },
  google_compute_node_group: {
    templates: ["node_template"],
    quantity: counted(null, "initial_size", "autoscaling_policy.max_nodes"),
    ...zone,
  },

  google_container_cluster: {
    machines: [
      ...guest("node_config.").map((attribute) => ({
        ...attribute,
        quantity: perZone("initial_node_count"),
      })),
      ...guest("node_pool.node_config.").map((attribute) => ({
        ...attribute,
        quantity: poolSize(attribute.kind === "accelerator" ? "..." : ".."),
      })),
      {
        path: "cluster_autoscaling.resource_limits.resource_type",
        kind: "accelerator",
        translate: limitedAccelerator,
        each: counted(null, ".maximum"),
      },
    ],
    zones: ["node_locations", "node_pool.node_locations"],
    ...location,
  },
  google_container_node_pool: {
    machines: guest("node_config."),
    quantity: poolSize(""),
    zones: ["node_locations"],
    parents: ["cluster"],
    ...location,
  },
  // GKE on other clouds: machines and regions are theirs.
  google_container_aws_cluster: {
    cloud: "aws",
    machines: [machine("control_plane.instance_type")],
    quantity: counted(3),
    regions: ["aws_region"],
  },
  google_container_aws_node_pool: {
    cloud: "aws",
    machines: [machine("config.instance_type"), machine("config.spot_config.instance_types")],
    quantity: counted(null, "autoscaling.max_node_count"),
    parents: ["cluster"],
  },
  google_container_azure_cluster: {
    cloud: "azure",
    machines: [machine("control_plane.vm_size")],
    quantity: counted(3),
    regions: ["azure_region"],
  },
  google_container_azure_node_pool: {
    cloud: "azure",
    machines: [machine("config.vm_size")],
    quantity: counted(null, "autoscaling.max_node_count"),
    parents: ["cluster"],
  },

  google_tpu_node: { machines: [{ path: "accelerator_type", kind: "accelerator" }], ...zone },
  google_tpu_v2_vm: {
    machines: [
      { path: "accelerator_type", kind: "accelerator" },
      // The size stands in a topology, `2x2x4`.
      { path: "accelerator_config.type", kind: "accelerator", each: unbounded },
    ],
    ...zone,
  },
  google_tpu_v2_queued_resource: {
    machines: [{ path: "tpu.node_spec.node.accelerator_type", kind: "accelerator" }],
    ...zone,
  },

  google_workbench_instance: {
    machines: [machine("gce_setup.machine_type"), coreCounted("gce_setup.accelerator_configs")],
    ...location,
  },
  google_notebooks_instance: {
    machines: [machine("machine_type"), coreCounted("accelerator_config")],
    ...location,
  },
  google_notebooks_runtime: {
    machines: [
      machine("virtual_machine.virtual_machine_config.machine_type"),
      coreCounted("virtual_machine.virtual_machine_config.accelerator_config"),
    ],
    ...location,
  },
  // What people start from a template is not in the configuration.
  google_colab_runtime_template: {
    machines: machineSpec("machine_spec"),
    quantity: unbounded,
    ...location,
  },
  google_workstations_workstation_config: {
    machines: [
      ...guest("host.gce_instance.", "accelerators"),
      ...guest("host.gce_instance.boost_configs.", "accelerators"),
    ],
    quantity: counted(null, "max_usable_workstations"),
    zones: ["replica_zones"],
    ...location,
  },

  google_vertex_ai_endpoint_with_model_garden_deployment: {
    machines: machineSpec("deploy_config.dedicated_resources.machine_spec"),
    quantity: counted(
      null,
      "deploy_config.dedicated_resources.max_replica_count",
      "deploy_config.dedicated_resources.min_replica_count",
    ),
    ...location,
  },
  google_vertex_ai_deployment_resource_pool: {
    machines: machineSpec("dedicated_resources.machine_spec"),
    quantity: counted(null, "dedicated_resources.max_replica_count", "dedicated_resources.min_replica_count"),
    ...region,
  },
  google_vertex_ai_index_endpoint_deployed_index: {
    machines: [machine("dedicated_resources.machine_spec.machine_type")],
    quantity: counted(null, "dedicated_resources.max_replica_count", "dedicated_resources.min_replica_count"),
    ...region,
  },
  google_cloud_run_service: {
    // A map with the key `run.googleapis.com/accelerator`.
    machines: [{ path: "template.spec.node_selector", kind: "accelerator" }],
    quantity: unbounded,
    ...location,
  },
  google_cloud_run_v2_service: {
    machines: [{ path: "template.node_selector.accelerator", kind: "accelerator" }],
    quantity: counted(null, "template.scaling.max_instance_count", "scaling.manual_instance_count"),
    ...location,
  },
  google_cloud_run_v2_job: {
    machines: [{ path: "template.template.node_selector.accelerator", kind: "accelerator" }],
    quantity: counted(1, "template.task_count", "template.parallelism"),
    ...location,
  },
  google_cloud_run_v2_worker_pool: {
    machines: [{ path: "template.node_selector.accelerator", kind: "accelerator" }],
    quantity: counted(null, "scaling.max_instance_count", "scaling.manual_instance_count"),
    ...location,
  },

  google_dataproc_cluster: {
    machines: [
      ...instanceGroup("cluster_config.master_config", 1),
      ...instanceGroup("cluster_config.worker_config", 2),
      ...instanceGroup("cluster_config.auxiliary_node_groups.node_group.node_group_config", 1),
      {
        path: "cluster_config.preemptible_worker_config.instance_flexibility_policy.instance_selection_list.machine_types",
        kind: "machine-type",
        quantity: counted(null, "cluster_config.preemptible_worker_config.num_instances"),
      },
      {
        path: "virtual_cluster_config.kubernetes_cluster_config.gke_cluster_config.node_pool_target.node_pool_config.config.machine_type",
        kind: "machine-type",
        quantity: { paths: [], perZone: ["..autoscaling.max_node_count"], otherwise: null },
      },
    ],
    zones: [
      "cluster_config.gce_cluster_config.zone",
      "virtual_cluster_config.kubernetes_cluster_config.gke_cluster_config.node_pool_target.node_pool_config.locations",
    ],
    ...region,
  },
  google_dataproc_workflow_template: {
    machines: [
      ...instanceGroup("placement.managed_cluster.config.master_config", 1),
      ...instanceGroup("placement.managed_cluster.config.worker_config", 2),
      ...instanceGroup("placement.managed_cluster.config.secondary_worker_config", null),
    ],
    zones: ["placement.managed_cluster.config.gce_cluster_config.zone"],
    ...location,
  },
  google_dataflow_job: {
    machines: [
      machine("machine_type"),
      { path: "additional_experiments", kind: "accelerator", translate: workerAccelerator, each: unbounded },
    ],
    quantity: counted(null, "max_workers"),
    ...zone,
    ...region,
  },
  google_dataflow_flex_template_job: {
    machines: [
      machine("machine_type"),
      machine("launcher_machine_type"),
      { path: "additional_experiments", kind: "accelerator", translate: workerAccelerator, each: unbounded },
    ],
    quantity: counted(null, "max_workers"),
    ...region,
  },
  google_data_pipeline_pipeline: {
    machines: [
      machine("workload.dataflow_flex_template_request.launch_parameter.environment.machine_type"),
      machine("workload.dataflow_launch_template_request.launch_parameters.environment.machine_type"),
    ],
    quantity: counted(
      null,
      "workload.dataflow_flex_template_request.launch_parameter.environment.max_workers",
      "workload.dataflow_launch_template_request.launch_parameters.environment.max_workers",
    ),
    zones: [
      "workload.dataflow_flex_template_request.launch_parameter.environment.zone",
      "workload.dataflow_launch_template_request.launch_parameters.environment.zone",
    ],
    regions: [
      "workload.dataflow_flex_template_request.location",
      "workload.dataflow_launch_template_request.location",
      "region",
    ],
  },
};

function machine(path: string): MachineAttribute {
  return { path, kind: "machine-type" };
}

/** A machine type and the accelerators attached to it. */
function guest(block = "", accelerators = "guest_accelerator", prefix = ""): readonly MachineAttribute[] {
  return [
    machine(`${block}machine_type`),
    {
      path: `${block}${accelerators}.${prefix}type`,
      kind: "accelerator",
      each: counted(1, `.${prefix}count`),
      sameAs: "..machine_type",
    },
  ];
}

/** The same in Vertex AI's `machine_spec`, where both stand in one block. */
function machineSpec(block: string): readonly MachineAttribute[] {
  return [
    machine(`${block}.machine_type`),
    {
      path: `${block}.accelerator_type`,
      kind: "accelerator",
      translate: fromEnumeration,
      each: counted(1, ".accelerator_count"),
      sameAs: ".machine_type",
    },
  ];
}

/** Notebooks count their accelerators in `core_count`. */
function coreCounted(block: string): MachineAttribute {
  return {
    path: `${block}.type`,
    kind: "accelerator",
    translate: fromEnumeration,
    each: counted(1, ".core_count"),
    sameAs: "..machine_type",
  };
}

function instanceGroup(block: string, otherwise: number | null): readonly MachineAttribute[] {
  return guest(`${block}.`, "accelerators", "accelerator_").map((attribute) => ({
    ...attribute,
    quantity: counted(otherwise, attribute.kind === "accelerator" ? "..num_instances" : ".num_instances"),
  }));
}

function perZone(...paths: readonly string[]): Quantity {
  return { paths: [], perZone: paths, otherwise: null };
}

/** A node pool's size: numbers are per zone but for the two totals. */
function poolSize(block: string): Quantity {
  return {
    paths: [`${block}autoscaling.total_max_node_count`],
    perZone: [`${block}node_count`, `${block}initial_node_count`, `${block}autoscaling.max_node_count`],
    otherwise: null,
  };
}
