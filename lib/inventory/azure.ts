import { counted, type MachineAttribute, type ResourceShape } from "./shape";

/** Dedicated hosts are sold by series: `NVASv4-Type1`, `NCadsA100v4-Type1`. */
export function dedicatedHost(value: string): null | undefined {
  return /^n[cdgpv]/i.test(value) ? null : undefined;
}

/** Workload profiles of Container Apps: `NC24-A100`, `Consumption-GPU-NC8as-T4`. */
export function workloadProfile(value: string): string | null | undefined {
  switch (value.toLowerCase().replace(/^consumption-gpu-/, "")) {
    case "nc24-a100":
      return "Standard_NC24ads_A100_v4";
    case "nc48-a100":
      return "Standard_NC48ads_A100_v4";
    case "nc96-a100":
      return "Standard_NC96ads_A100_v4";
    case "nc8as-t4":
      return "Standard_NC8as_T4_v3";
    default:
      return /^(consumption-gpu|n[cdv]\d)/i.test(value) ? null : undefined;
  }
}

/** The machine with one card of a container group's kind. */
export function containerGpu(value: string): string | null {
  switch (value.toUpperCase()) {
    case "K80":
      return "Standard_NC6";
    case "P100":
      return "Standard_NC6s_v2";
    case "V100":
      return "Standard_NC6s_v3";
    default:
      return null;
  }
}

/** Synapse sells Spark nodes by family; the accelerated ones do not name their card. */
export function sparkNodeFamily(value: string): null | undefined {
  return /^hardwareaccelerated/i.test(value) ? null : undefined;
}

const machine = (path: string, ...counts: readonly string[]): MachineAttribute =>
  counts.length === 0
    ? { path, kind: "machine-type" }
    : { path, kind: "machine-type", quantity: counted(1, ...counts) };

const location = { regions: ["location"] } as const;
/** Edge zones stand outside their region; numbered zones do not and are not read. */
const edge = { ...location, zones: ["edge_zone"] } as const;

/** The kinds of HDInsight cluster differ in the roles they have; this reads those of all. */
const hdInsight: ResourceShape = {
  machines: [
    machine("roles.head_node.vm_size"),
    machine(
      "roles.worker_node.vm_size",
      ".target_instance_count",
      ".autoscale.capacity.max_instance_count",
      ".autoscale.recurrence.schedule.target_instance_count",
    ),
    machine("roles.edge_node.vm_size", ".target_instance_count"),
    machine("roles.kafka_management_node.vm_size"),
    machine("roles.zookeeper_node.vm_size"),
  ],
  ...location,
};

/** The `azurerm` provider. */
export const azureShapes: Readonly<Record<string, ResourceShape>> = {
  azurerm_linux_virtual_machine: { machines: [machine("size")], ...edge },
  azurerm_windows_virtual_machine: { machines: [machine("size")], ...edge },
  azurerm_virtual_machine: { machines: [machine("vm_size")], ...location },
  azurerm_linux_virtual_machine_scale_set: {
    machines: [machine("sku")],
    quantity: counted(null, "instances"),
    ...edge,
  },
  azurerm_windows_virtual_machine_scale_set: {
    machines: [machine("sku")],
    quantity: counted(null, "instances"),
    ...edge,
  },
  azurerm_virtual_machine_scale_set: {
    machines: [machine("sku.name")],
    quantity: counted(null, "sku.capacity"),
    ...location,
  },
  azurerm_orchestrated_virtual_machine_scale_set: {
    // `sku_name` is Mix where the sizes are listed.
    machines: [machine("sku_name"), machine("sku_profile.vm_sizes")],
    quantity: counted(null, "instances"),
    ...location,
  },
  azurerm_monitor_autoscale_setting: {
    scales: { target: "target_resource_id", quantity: counted(null, "profile.capacity.maximum") },
  },
  azurerm_capacity_reservation: {
    machines: [machine("sku.name")],
    quantity: counted(null, "sku.capacity"),
    parents: ["capacity_reservation_group_id"],
  },
  azurerm_capacity_reservation_group: location,
  azurerm_dedicated_host: {
    machines: [{ path: "sku_name", kind: "service-class", translate: dedicatedHost }],
    parents: ["dedicated_host_group_id"],
    ...location,
  },
  azurerm_dedicated_host_group: location,
  azurerm_dev_test_linux_virtual_machine: { machines: [machine("size")], ...location },
  azurerm_dev_test_windows_virtual_machine: { machines: [machine("size")], ...location },
  azurerm_site_recovery_replicated_vm: {
    // Made when the place it protects fails.
    machines: [machine("target_virtual_machine_size")],
    zones: ["target_edge_zone"],
    parents: ["target_recovery_fabric_id"],
  },
  azurerm_site_recovery_fabric: location,

  azurerm_kubernetes_cluster: {
    machines: [machine("default_node_pool.vm_size")],
    quantity: counted(1, "default_node_pool.max_count", "default_node_pool.node_count"),
    ...edge,
  },
  azurerm_kubernetes_cluster_node_pool: {
    machines: [machine("vm_size")],
    quantity: counted(1, "max_count", "node_count"),
    parents: ["kubernetes_cluster_id"],
  },
  azurerm_redhat_openshift_cluster: {
    machines: [
      { path: "main_profile.vm_size", kind: "machine-type", quantity: counted(3) },
      machine("worker_profile.vm_size", ".node_count"),
    ],
    ...location,
  },
  azurerm_service_fabric_managed_cluster: {
    machines: [machine("node_type.vm_size", ".vm_instance_count")],
    ...location,
  },
  azurerm_container_group: {
    // Azure retired these in 2025 and version 4 of the provider no longer has them.
    machines: [
      {
        path: "container.gpu.sku",
        kind: "service-class",
        translate: containerGpu,
        quantity: counted(1, ".count"),
      },
    ],
    ...location,
  },
  azurerm_container_app_environment: {
    machines: [
      {
        path: "workload_profile.workload_profile_type",
        kind: "service-class",
        translate: workloadProfile,
        quantity: counted(null, ".maximum_count"),
      },
    ],
    ...location,
  },

  azurerm_machine_learning_compute_cluster: {
    machines: [machine("vm_size")],
    quantity: counted(null, "scale_settings.max_node_count"),
    parents: ["machine_learning_workspace_id"],
    ...location,
  },
  azurerm_machine_learning_compute_instance: {
    machines: [machine("virtual_machine_size")],
    parents: ["machine_learning_workspace_id"],
    // Only before version 4 of the provider.
    ...location,
  },
  azurerm_machine_learning_workspace: location,
  azurerm_batch_pool: {
    machines: [machine("vm_size")],
    // An autoscale formula has no limit that could be read.
    quantity: counted(null, "fixed_scale.target_dedicated_nodes", "fixed_scale.target_low_priority_nodes"),
    parents: ["account_name"],
  },
  azurerm_batch_account: location,
  azurerm_synapse_spark_pool: {
    machines: [{ path: "node_size_family", kind: "service-class", translate: sparkNodeFamily }],
    quantity: counted(null, "auto_scale.max_node_count", "node_count"),
    parents: ["synapse_workspace_id"],
  },
  azurerm_synapse_workspace: location,
  azurerm_hdinsight_hadoop_cluster: hdInsight,
  azurerm_hdinsight_hbase_cluster: hdInsight,
  azurerm_hdinsight_interactive_query_cluster: hdInsight,
  azurerm_hdinsight_kafka_cluster: hdInsight,
  azurerm_hdinsight_spark_cluster: hdInsight,
};
