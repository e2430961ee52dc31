import { cloudControlName } from "../aws-cloud-control";
import { containerGpu, dedicatedHost, sparkNodeFamily, workloadProfile } from "../azure";
import { counted, type MachineAttribute, type ResourceShape, unbounded } from "../shape";

const machine = (path: string, ...counts: readonly string[]): MachineAttribute =>
  counts.length === 0
    ? { path, kind: "machine-type" }
    : { path, kind: "machine-type", quantity: counted(1, ...counts) };

/** What else may hold a machine, in types without a shape. */
const MACHINE_LIKE = [
  "node_type",
  "node_size",
  "sku_name",
  "compute_type",
  "instance_size",
  "machine_type",
  "node_vm_size",
];

/** By type of Azure Resource Manager. The place is the provider that the reader makes of `location`. */
export const azureTemplateShapes: Readonly<Record<string, ResourceShape>> = {
  "Microsoft.Compute/virtualMachines": {
    machines: [machine("properties.hardware_profile.vm_size")],
    zones: ["extended_location.name"],
  },
  "Microsoft.Compute/virtualMachineScaleSets": {
    machines: [machine("sku.name"), machine("properties.sku_profile.vm_sizes.name")],
    quantity: counted(null, "sku.capacity"),
    zones: ["extended_location.name"],
  },
  "Microsoft.Compute/capacityReservationGroups/capacityReservations": {
    machines: [machine("sku.name")],
    quantity: counted(null, "sku.capacity"),
  },
  "Microsoft.Compute/hostGroups/hosts": {
    machines: [{ path: "sku.name", kind: "service-class", translate: dedicatedHost }],
  },
  "Microsoft.AzureFleet/fleets": {
    machines: [machine("properties.vm_sizes_profile.name")],
    quantity: unbounded,
  },
  "Microsoft.ContainerService/managedClusters": {
    machines: [machine("properties.agent_pool_profiles.vm_size", ".max_count", ".count")],
  },
  "Microsoft.ContainerService/managedClusters/agentPools": {
    machines: [machine("properties.vm_size")],
    quantity: counted(1, "properties.max_count", "properties.count"),
  },
  "Microsoft.ContainerInstance/containerGroups": {
    machines: [
      {
        path: "properties.containers.properties.resources.requests.gpu.sku",
        kind: "service-class",
        translate: containerGpu,
        quantity: counted(1, ".count"),
      },
    ],
  },
  "Microsoft.App/managedEnvironments": {
    machines: [
      {
        path: "properties.workload_profiles.workload_profile_type",
        kind: "service-class",
        translate: workloadProfile,
        quantity: counted(null, ".maximum_count"),
      },
    ],
  },
  "Microsoft.MachineLearningServices/workspaces/computes": {
    machines: [machine("properties.properties.vm_size"), machine("properties.properties.agent_vm_size")],
    quantity: counted(
      1,
      "properties.properties.scale_settings.max_node_count",
      "properties.properties.agent_count",
    ),
  },
  "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments": {
    machines: [machine("properties.instance_type")],
    quantity: counted(null, "sku.capacity"),
  },
  "Microsoft.Batch/batchAccounts/pools": {
    machines: [machine("properties.vm_size")],
    quantity: counted(
      null,
      "properties.scale_settings.fixed_scale.target_dedicated_nodes",
      "properties.scale_settings.fixed_scale.target_low_priority_nodes",
    ),
  },
  "Microsoft.Synapse/workspaces/bigDataPools": {
    machines: [{ path: "properties.node_size_family", kind: "service-class", translate: sparkNodeFamily }],
    quantity: counted(null, "properties.auto_scale.max_node_count", "properties.node_count"),
  },
  "Microsoft.RedHatOpenShift/openShiftClusters": {
    machines: [
      { path: "properties.master_profile.vm_size", kind: "machine-type", quantity: counted(3) },
      machine("properties.worker_profiles.vm_size", ".count"),
    ],
  },
  "Microsoft.ServiceFabric/managedClusters/nodeTypes": {
    machines: [machine("properties.vm_size")],
    quantity: counted(null, "properties.vm_instance_count"),
  },
  "Microsoft.HDInsight/clusters": {
    machines: [
      machine("properties.compute_profile.roles.hardware_profile.vm_size", "..target_instance_count"),
    ],
  },
};

/** A type of Azure Resource Manager, whose spelling is free in upper and lower case, as one of Terraform's kind. */
export function azureType(type: string): string {
  return `azurerm_template_${type
    .toLowerCase()
    .replace(/^microsoft\./, "")
    .replace(/[^a-z0-9]+/g, "_")}`;
}

/** Property names of the tables, by how Azure compares them. */
const azureNames = new Map(
  [...Object.values(azureTemplateShapes).flatMap(pathsOf), ...MACHINE_LIKE]
    .flatMap((path) => path.split("."))
    .map((name) => [name.replaceAll("_", ""), name]),
);

/** A property name of Azure, whose spelling is free in upper and lower case, as the tables have it. */
export function azureName(name: string): string {
  return azureNames.get(name.toLowerCase()) ?? cloudControlName(name);
}

function pathsOf({ machines = [], quantity, zones = [] }: ResourceShape): string[] {
  const counts = [quantity, ...machines.map((machine) => machine.quantity)].flatMap(
    (one) => one?.paths ?? [],
  );
  return [...machines.map(({ path }) => path), ...counts, ...zones];
}
