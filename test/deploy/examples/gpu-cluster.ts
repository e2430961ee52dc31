import { type App, TerraformStack } from "cdktf";
import { GpuCluster, GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

/** A training pool of reserved B200 machines in Malaysia, and one of L40S for inference over two zones. */
export function gpuCluster(app: App): TerraformStack {
  const stack = new TerraformStack(app, "gpu-cluster");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.60.0.0/16" });
  new GpuCluster(boundary, "training", {
    network,
    admins: ["arn:aws:iam::123456789012:role/platform"],
    fsxCsi: true,
    podIdentities: [
      {
        namespace: "train",
        serviceAccount: "loader",
        policyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
      },
    ],
    pools: [
      {
        name: "b200",
        machineType: "p6-b200.48xlarge",
        nodes: 4,
        capacity: "reservation",
        reservationId: "cr-0a1b2c3d4e5f60718",
        confirmedOffering: "AWS account team, order 4711",
      },
      {
        name: "serving",
        machineType: "g6e.12xlarge",
        purpose: "inference",
        nodes: 6,
        minNodes: 2,
        confirmedOffering: "AWS account team, order 4711",
      },
    ],
  });
  return stack;
}
