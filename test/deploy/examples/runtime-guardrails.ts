import { OrganizationsAccount } from "@cdktf/provider-aws/lib/organizations-account";
import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { OrganizationsOrganizationalUnit } from "@cdktf/provider-aws/lib/organizations-organizational-unit";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { RuntimeGuardrails } from "../../../lib/constructs";
import { definePolicy } from "../../../lib/policy/load";

/** An organization with a unit for European data, and the guardrails of a policy on both. */
export function runtimeGuardrails(app: App): TerraformStack {
  const stack = new TerraformStack(app, "runtime-guardrails");
  const provider = new AwsProvider(stack, "management", { region: "us-east-1" });
  const organization = new OrganizationsOrganization(stack, "organization", {
    provider,
    featureSet: "ALL",
    enabledPolicyTypes: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
  });
  const root = organization.roots.get(0).id;
  const unit = new OrganizationsOrganizationalUnit(stack, "europe", {
    provider,
    name: "europe",
    parentId: root,
  });
  new OrganizationsAccount(stack, "training", {
    provider,
    name: "training",
    email: "training@example.com",
    parentId: unit.id,
  });
  new RuntimeGuardrails(stack, "guardrails", {
    policy: definePolicy({
      version: 1,
      asOf: "2026-11-23",
      organization: { name: "Example Compute Inc.", headquarters: "US" },
      boundaries: [
        {
          name: "eu-personal-data",
          countries: ["DE", "FR", "IE"],
          accounts: ["111122223333", "444455556666"],
        },
      ],
    }),
    provider,
    organization: [root],
    boundaries: { "eu-personal-data": [unit.id] },
    breakGlassRole: "break-glass",
    organizationId: "o-a1b2c3d4e5",
    dependsOn: [organization],
  });
  return stack;
}
