import { inspect } from "node:util";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { definePolicy, guard, PolicyViolationError } from "landfall";
import { useDirectory } from "../cli/harness";

useDirectory();

it("is printed as its message alone where nobody catches it, and keeps its findings for who does", () => {
  const app = new App();
  const stack = new TerraformStack(app, "training");
  new AwsProvider(stack, "aws", { region: "me-south-1" });
  new Instance(stack, "gpu", { ami: "ami-1", instanceType: "p5.48xlarge" });
  guard(
    app,
    definePolicy({ version: 1, asOf: "2026-11-23", organization: { name: "Ours Inc.", headquarters: "US" } }),
  );
  let error: unknown;
  try {
    app.synth();
  } catch (caught) {
    error = caught;
  }
  if (!(error instanceof PolicyViolationError)) throw error;
  expect(error.findings.map(({ rule }) => rule)).toContain("us-ear/zone-a");
  expect(error.result.verdict).toBe("blocked");
  expect(inspect(error)).toBe(`[PolicyViolationError: ${error.message}]`);
});
