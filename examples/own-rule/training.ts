import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

export interface TrainingProps {
  readonly region: string;
  /** Of eight H100 each. */
  readonly machines: number;
}

/** Machines for training in one region. */
export class Training extends TerraformStack {
  constructor(scope: Construct, id: string, { region, machines }: TrainingProps) {
    super(scope, id);
    new AwsProvider(this, "aws", { region });
    for (let i = 0; i < machines; i++)
      new Instance(this, `gpu-${i}`, { ami: "ami-0abcdef1234567890", instanceType: "p5.48xlarge" });
  }
}
