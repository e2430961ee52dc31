import { type App, TerraformStack } from "cdktf";
import { RegionalBoundary, RemoteState } from "../../../lib/constructs";

/** The bucket that other stacks keep their state in, and the key's alias by which they name the key. */
export function remoteState(app: App): TerraformStack {
  const stack = new TerraformStack(app, "remote-state");
  const boundary = new RegionalBoundary(stack, "malaysia", {
    region: "ap-southeast-5",
    accounts: ["123456789012"],
  });
  new RemoteState(boundary, "state", { bucketName: "example-state-my" });
  return stack;
}
