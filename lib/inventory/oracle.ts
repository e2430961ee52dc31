import { counted, type MachineAttribute, type ResourceShape, unbounded } from "./shape";

/**
 * Units of a dedicated AI cluster. Those for imported models name their card, `H100_X8`; the machine it comes in
 * stands for it. What Oracle's own models run on (`LARGE_COHERE`) it does not tell.
 */
export function aiClusterMachine(value: string): string | undefined {
  const machines: Record<string, string> = {
    A10: "BM.GPU.A10.4",
    A100_40G: "BM.GPU4.8",
    A100_80G: "BM.GPU.A100-v2.8",
    L40S: "BM.GPU.L40S.4",
    H100: "BM.GPU.H100.8",
    H200: "BM.GPU.H200.8",
    B200: "BM.GPU.B200.8",
    MI300X: "BM.GPU.MI300X.8",
  };
  const card = /^(?:OAI_)?(\w+)_X\d+$/i.exec(value.trim())?.[1]?.toUpperCase();
  return card !== undefined && Object.hasOwn(machines, card) ? machines[card] : undefined;
}

const machine = (path: string, ...counts: readonly string[]): MachineAttribute =>
  counts.length === 0
    ? { path, kind: "machine-type" }
    : { path, kind: "machine-type", quantity: counted(1, ...counts) };

/**
 * The `oci` provider. Its resources have no region of their own: their provider has, and availability domains
 * and subnets lie in it.
 */
export const oracleShapes: Readonly<Record<string, ResourceShape>> = {
  oci_core_instance: {
    machines: [machine("shape")],
    templates: ["instance_configuration_id"],
  },
  oci_core_instance_configuration: {
    isTemplate: true,
    machines: [
      machine("instance_details.launch_details.shape"),
      machine("instance_details.options.launch_details.shape"),
    ],
  },
  oci_core_instance_pool: {
    templates: ["instance_configuration_id"],
    quantity: counted(null, "size"),
  },
  oci_autoscaling_auto_scaling_configuration: {
    scales: { target: "auto_scaling_resources.id", quantity: counted(null, "policies.capacity.max") },
  },
  oci_core_cluster_network: {
    templates: ["instance_pools.instance_configuration_id"],
    quantity: counted(null, "instance_pools.size"),
  },
  oci_core_compute_gpu_memory_cluster: {
    templates: ["instance_configuration_id"],
    quantity: counted(null, "size", "gpu_memory_cluster_scale_config.target_size"),
  },
  oci_core_compute_capacity_reservation: {
    machines: [machine("instance_reservation_configs.instance_shape", ".reserved_count")],
  },
  oci_core_dedicated_vm_host: {
    machines: [machine("dedicated_vm_host_shape")],
  },

  oci_containerengine_node_pool: {
    machines: [machine("node_shape")],
    // The older `quantity_per_subnet` counts per subnet.
    quantity: counted(null, "node_config_details.size"),
  },
  oci_batch_batch_context: {
    machines: [
      {
        path: "fleets.shape.shape_name",
        kind: "machine-type",
        quantity: counted(null, "..max_concurrent_tasks"),
      },
    ],
  },

  oci_datascience_notebook_session: {
    machines: [
      machine("notebook_session_config_details.shape"),
      machine("notebook_session_configuration_details.shape"),
    ],
  },
  oci_datascience_job: {
    machines: [machine("job_infrastructure_configuration_details.shape_name")],
    quantity: unbounded,
  },
  oci_datascience_pipeline: {
    machines: [
      machine("infrastructure_configuration_details.shape_name"),
      machine("step_details.step_infrastructure_configuration_details.shape_name"),
      machine("step_details.step_dataflow_configuration_details.driver_shape"),
      machine("step_details.step_dataflow_configuration_details.executor_shape", ".num_executors"),
    ],
    quantity: unbounded,
  },
  oci_datascience_model_deployment: {
    machines: [
      {
        path: "model_deployment_configuration_details.model_configuration_details.instance_configuration.instance_shape_name",
        kind: "machine-type",
        quantity: counted(
          1,
          "..scaling_policy.instance_count",
          "..scaling_policy.auto_scaling_policies.maximum_instance_count",
        ),
      },
      // Doubtful: deployments of model groups, from the API; not seen in the provider.
      {
        path: "model_deployment_configuration_details.infrastructure_configuration_details.instance_configuration.instance_shape_name",
        kind: "machine-type",
        quantity: counted(1, "..scaling_policy.instance_count"),
      },
    ],
  },
  // Doubtful, from memory: counts and blocks of the Data Flow and Big Data types.
  oci_dataflow_application: {
    machines: [machine("driver_shape"), machine("executor_shape", ".num_executors")],
  },
  oci_dataflow_invoke_run: {
    machines: [machine("driver_shape"), machine("executor_shape", ".num_executors")],
  },
  oci_dataflow_pool: {
    machines: [machine("configurations.shape", ".max", ".min")],
  },
  oci_bds_bds_instance: {
    machines: [
      machine("master_node.shape", ".number_of_nodes"),
      machine("util_node.shape", ".number_of_nodes"),
      machine("worker_node.shape", ".number_of_nodes"),
      machine("compute_only_worker_node.shape", ".number_of_nodes"),
      machine("edge_node.shape", ".number_of_nodes"),
    ],
  },
  oci_container_instances_container_instance: {
    machines: [machine("shape")],
  },
  oci_generative_ai_dedicated_ai_cluster: {
    machines: [
      { path: "unit_shape", kind: "service-class", translate: aiClusterMachine, quantity: unbounded },
    ],
  },
};
