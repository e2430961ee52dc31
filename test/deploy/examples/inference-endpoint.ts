import { type App, TerraformStack } from "cdktf";
import { DatasetBucket, GpuNetwork, InferenceEndpoint, RegionalBoundary } from "../../../lib/constructs";

/** A model on T4 machines (the emulator knows no newer ones) in Frankfurt, from two to six of them, with a tenth of the requests kept. */
export function inferenceEndpoint(app: App): TerraformStack {
  const stack = new TerraformStack(app, "inference-endpoint");
  const boundary = new RegionalBoundary(stack, "germany", {
    region: "eu-central-1",
    accounts: ["123456789012"],
  });
  const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.62.0.0/16" });
  const models = new DatasetBucket(boundary, "models");
  new InferenceEndpoint(boundary, "assistant", {
    network,
    machineType: "ml.g4dn.12xlarge",
    confirmedOffering: "AWS account team, order 4711",
    nodes: 6,
    minNodes: 2,
    image: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/serving:1.4.0",
    model: { bucket: models, key: "assistant/v3/" },
    environment: { MAX_INPUT_TOKENS: "8192" },
    capture: { bucket: models, percentage: 10 },
  });
  return stack;
}
