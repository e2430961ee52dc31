import { type App, TerraformStack } from "cdktf";
import { DatasetBucket, RegionalBoundary } from "../../../lib/constructs";

/** A bucket in Frankfurt with a copy in Ireland, which the boundary admits. */
export function datasetBucket(app: App): TerraformStack {
  const stack = new TerraformStack(app, "dataset-bucket");
  const eu = { accounts: ["123456789012"], countries: ["DE", "IE"], name: "eu" };
  const frankfurt = new RegionalBoundary(stack, "frankfurt", { ...eu, region: "eu-central-1" });
  const ireland = new RegionalBoundary(stack, "ireland", { ...eu, region: "eu-west-1" });
  const copy = new DatasetBucket(ireland, "copy", { bucketName: "example-dataset-ie" });
  new DatasetBucket(frankfurt, "dataset", { tierAfterDays: 30, replicateTo: copy });
  return stack;
}
