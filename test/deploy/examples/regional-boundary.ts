import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { type App, TerraformStack } from "cdktf";
import { RegionalBoundary } from "../../../lib/constructs";

/** A boundary of two accounts, and raw resources that take provider and key from it. */
export function regionalBoundary(app: App): TerraformStack {
  const stack = new TerraformStack(app, "regional-boundary");
  const boundary = new RegionalBoundary(stack, "eu", {
    region: "eu-central-1",
    accounts: ["123456789012", "210987654321"],
    countries: ["DE", "IE"],
    organizationId: "o-a1b2c3d4e5",
    tags: { team: "platform" },
  });
  new EbsVolume(boundary, "volume", { availabilityZone: boundary.zone("a"), size: 100, type: "gp3" });
  new CloudwatchLogGroup(boundary, "log", { name: "/landfall/example" });
  return stack;
}
