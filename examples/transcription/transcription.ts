import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { GpuFleet, GpuNetwork, RegionalBoundary } from "landfall/constructs";

export interface TranscriptionProps {
  region: string;
}

/** Machines that turn speech into text, fed by a queue. */
export class Transcription extends TerraformStack {
  constructor(scope: Construct, id: string, { region }: TranscriptionProps) {
    super(scope, id);
    const boundary = new RegionalBoundary(this, "customers", { region, accounts: ["123456789012"] });

    const network = new GpuNetwork(boundary, "network", {
      zones: ["a", "b"],
      cidr: "10.80.0.0/16",
      interfaceEndpoints: ["ecr.api", "ecr.dkr", "logs", "sqs", "ssm", "ssmmessages", "sts"],
    });
    new GpuFleet(boundary, "workers", {
      network,
      purpose: "inference",
      machineType: "g6.12xlarge",
      nodes: 4,
      minNodes: 1,
      imageId: "ami-0abcdef1234567890",
    });

    // Raw resources inside the boundary take its provider, and the queue its key.
    const queue = new SqsQueue(boundary, "recordings", {
      name: "recordings",
      messageRetentionSeconds: 86_400,
    });
    const images = new EcrRepository(boundary, "images", {
      name: "transcription",
      imageTagMutability: "IMMUTABLE",
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: boundary.key.arn }],
    });
    new TerraformOutput(this, "queue", { value: queue.url });
    new TerraformOutput(this, "repository", { value: images.repositoryUrl });
  }
}
