import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  DatasetBucket,
  GpuCluster,
  GpuNetwork,
  RegionalBoundary,
  ScratchFileSystem,
} from "landfall/constructs";
import { ACCOUNT, MALAYSIA } from "./places";

/** Thirty-two B200 machines for training in one zone of Malaysia, with their data beside them. */
export class TrainingMalaysia extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const malaysia = new RegionalBoundary(this, "malaysia", MALAYSIA);
    const network = new GpuNetwork(malaysia, "network", { zones: ["a", "b"], cidr: "10.40.0.0/16" });
    new GpuCluster(malaysia, "training", {
      network,
      admins: [`arn:aws:iam::${ACCOUNT}:role/platform`],
      fsxCsi: true,
      pools: [
        {
          name: "b200",
          machineType: "p6-b200.48xlarge",
          nodes: 32,
          capacity: "reservation",
          reservationId: "cr-0a1b2c3d4e5f60718",
          confirmedOffering: "AWS account team, quote of the reservation",
        },
      ],
    });
    const dataset = new DatasetBucket(malaysia, "dataset");
    new ScratchFileSystem(malaysia, "scratch", {
      network,
      dataset,
      capacityGiB: 38_400,
      throughputPerTiB: 500,
    });
  }
}
