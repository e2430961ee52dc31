import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { DatasetBucket, GpuNetwork, InferenceEndpoint, RegionalBoundary } from "landfall/constructs";
import type { EuropeanBackbone } from "./backbone-europe";
import { ACCOUNT, FRANKFURT } from "./places";

/** A model on L40S machines in Frankfurt, scaled by its load, for data that stays in the European Union. */
export class InferenceFrankfurt extends TerraformStack {
  constructor(scope: Construct, id: string, europe: EuropeanBackbone) {
    super(scope, id);
    // The backbone's stack sets the defaults of the account in this region.
    const frankfurt = new RegionalBoundary(this, "frankfurt", { ...FRANKFURT, accountDefaults: false });
    const network = new GpuNetwork(frankfurt, "network", { zones: ["a", "b"], cidr: "10.50.0.0/16" });
    europe.backbone.attach(network);
    const models = new DatasetBucket(frankfurt, "models");
    new InferenceEndpoint(frankfurt, "assistant", {
      network,
      machineType: "ml.g6e.12xlarge",
      nodes: 6,
      minNodes: 2,
      image: `${ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/serving:1.4.0`,
      model: { bucket: models, key: "assistant/v3/" },
    });
  }
}
