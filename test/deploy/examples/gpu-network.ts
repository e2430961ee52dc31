import { type App, TerraformStack } from "cdktf";
import { GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

/** A closed network: two zones, the GPU subnet in the first. */
export function gpuNetwork(app: App): TerraformStack {
  const stack = new TerraformStack(app, "gpu-network");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.40.0.0/16" });
  return stack;
}
