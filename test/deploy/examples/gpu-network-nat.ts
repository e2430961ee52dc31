import { type App, TerraformStack } from "cdktf";
import { GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

/** A network that reaches the internet by a NAT gateway in each zone. */
export function gpuNetworkNat(app: App): TerraformStack {
  const stack = new TerraformStack(app, "gpu-network-nat");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  new GpuNetwork(boundary, "network", {
    zones: ["a", "b"],
    cidr: "10.41.0.0/16",
    egress: "nat",
    natGateways: "per-zone",
  });
  return stack;
}
