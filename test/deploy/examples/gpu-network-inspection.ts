import { type App, TerraformStack } from "cdktf";
import { GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

/** A network whose traffic to the internet passes a firewall. */
export function gpuNetworkInspection(app: App): TerraformStack {
  const stack = new TerraformStack(app, "gpu-network-inspection");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  new GpuNetwork(boundary, "network", {
    zones: ["a", "b"],
    cidr: "10.42.0.0/16",
    egress: "inspection",
    allowedDomains: [".pypi.org", "huggingface.co"],
  });
  return stack;
}
