import { type App, TerraformStack } from "cdktf";
import { DatasetBucket, GpuNetwork, RegionalBoundary, ScratchFileSystem } from "../../../lib/constructs";

/** A file system beside the GPUs that shows a bucket's objects as files. */
export function scratchFileSystem(app: App): TerraformStack {
  const stack = new TerraformStack(app, "scratch-file-system");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.43.0.0/16" });
  const dataset = new DatasetBucket(boundary, "dataset");
  new ScratchFileSystem(boundary, "scratch", { network, dataset, capacityGiB: 9600, throughputPerTiB: 500 });
  return stack;
}
