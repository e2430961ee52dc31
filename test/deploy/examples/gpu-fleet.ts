import { type App, TerraformStack } from "cdktf";
import { GpuFleet, GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

/** Three A100 machines for Slurm in Frankfurt, and a group of L4 machines that grows by itself. */
export function gpuFleet(app: App): TerraformStack {
  const stack = new TerraformStack(app, "gpu-fleet");
  const boundary = new RegionalBoundary(stack, "germany", {
    region: "eu-central-1",
    accounts: ["123456789012"],
  });
  const network = new GpuNetwork(boundary, "network", { zones: ["b", "c"], cidr: "10.61.0.0/16" });
  new GpuFleet(boundary, "slurm", {
    network,
    mode: "instances",
    machineType: "p4d.24xlarge",
    nodes: 3,
    imageId: "ami-0abcdef1234567890",
  });
  new GpuFleet(boundary, "batch", {
    network,
    purpose: "inference",
    machineType: "g6.12xlarge",
    nodes: 8,
    minNodes: 1,
    capacity: "spot",
    imageId:
      "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id",
  });
  return stack;
}
