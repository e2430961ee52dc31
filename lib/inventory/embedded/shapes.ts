import { counted, type ResourceShape, unbounded } from "../shape";
import { azureTemplateShapes, azureType } from "./azure-shapes";

/** Cluster API: how many machines a template makes is for others to say. */
const clusterApi = (cloud: NonNullable<ResourceShape["cloud"]>): ResourceShape => ({
  cloud,
  machines: [{ path: "instance_types", kind: "machine-type" }],
  quantity: unbounded,
});

/** The types that `openEmbedded` makes up for what has none of Terraform's. */
export const embeddedShapes: Readonly<Record<string, ResourceShape>> = {
  kubernetes_karpenter_node_pool: {
    cloud: "aws",
    machines: [
      { path: "instance_types", kind: "machine-type" },
      { path: "instance_families", kind: "machine-family" },
      { path: "requirements", kind: "requirements" },
    ],
    quantity: counted(null, "limits.nodes"),
    zones: ["zones"],
    regions: ["regions"],
    subnets: ["subnets"],
  },
  kubernetes_cluster_api_aws_machines: clusterApi("aws"),
  kubernetes_cluster_api_azure_machines: clusterApi("azure"),
  kubernetes_cluster_api_google_machines: {
    ...clusterApi("google"),
    machines: [
      { path: "instance_types", kind: "machine-type" },
      { path: "accelerators", kind: "accelerator", quantity: unbounded },
    ],
  },
  kubernetes_cluster_api_oracle_machines: clusterApi("oracle"),

  ...Object.fromEntries(Object.entries(azureTemplateShapes).map(([type, shape]) => [azureType(type), shape])),
};
