import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { RuntimeGuardrails, type RuntimeGuardrailsProps } from "../../lib/constructs/runtime-guardrails";
import { guardrails } from "../../lib/guardrails";
import { runtimeGuardrails } from "../deploy/examples/runtime-guardrails";
import { policyOf } from "../rules/helpers";
import { BOUNDARY, HOME, OPTIONS, policy } from "./organization";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

function synth(make: (stack: TerraformStack, provider: AwsProvider) => unknown): Resources {
  const stack = new TerraformStack(Testing.app(), "org");
  make(stack, new AwsProvider(stack, "aws", { region: "us-east-1", alias: "management" }));
  return JSON.parse(Testing.synth(stack)).resource;
}

const build = (props: Partial<RuntimeGuardrailsProps>) =>
  synth(
    (stack, provider) =>
      new RuntimeGuardrails(stack, "guardrails", {
        policy,
        provider,
        organization: ["r-a1b2"],
        ...OPTIONS,
        ...props,
      } as RuntimeGuardrailsProps),
  );

describe("RuntimeGuardrails", () => {
  it("makes the documents of the command line, and attaches each where it belongs", () => {
    const { aws_organizations_policy: policies = {}, aws_organizations_policy_attachment: attachments = {} } =
      build({
        boundaries: { [BOUNDARY]: ["ou-a1b2-c3d4e5f6", "444455556666"] },
      });
    // Synthesized resources are in the order of their names.
    const made = guardrails(policy, OPTIONS)
      .documents.filter(({ kind }) => kind !== "endpoint-policy")
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(Object.values(policies)).toEqual(
      made.map(({ name, text, kind }) =>
        expect.objectContaining({
          name,
          content: text,
          type: kind === "service-control-policy" ? "SERVICE_CONTROL_POLICY" : "RESOURCE_CONTROL_POLICY",
          provider: "aws.management",
        }),
      ),
    );
    const targets = Object.entries(policies).map(([id, { name }]) => [
      name,
      Object.values(attachments).flatMap(({ policy_id, target_id }) =>
        policy_id === `\${aws_organizations_policy.${id}.id}` ? [target_id] : [],
      ),
    ]);
    expect(targets).toEqual(
      made.map(({ name, boundary }) => [
        name,
        boundary === null ? ["r-a1b2"] : ["ou-a1b2-c3d4e5f6", "444455556666"],
      ]),
    );
    for (const { provider } of Object.values(attachments)) expect(provider).toBe("aws.management");
  });

  it("attaches a boundary's documents to its accounts where no targets are given", () => {
    const { aws_organizations_policy_attachment: attachments = {} } = build({});
    expect(new Set(Object.values(attachments).map(({ target_id }) => target_id))).toEqual(
      new Set(["r-a1b2", HOME, "111122224444"]),
    );
  });

  it("hands out the policies of endpoints", () => {
    synth((stack, provider) => {
      const made = new RuntimeGuardrails(stack, "g", { policy, provider, organization: ["r-a1b2"] });
      expect(JSON.parse(made.endpointPolicy(BOUNDARY, "kms")).Statement[0].Action).toBe("kms:*");
      expect(() => made.endpointPolicy("none", "s3")).toThrow(
        'RuntimeGuardrails "org/g": there is no policy for endpoints of s3 in boundary "none"; give',
      );
    });
  });

  const open = policyOf({ boundaries: [{ name: "open", countries: ["DE"] }] });
  it.each<[string, Partial<RuntimeGuardrailsProps>, string]>([
    ["no target", { organization: [] }, "organization has no target; give a root"],
    [
      "a malformed target",
      { organization: ["root"] },
      'organization has the target "root"; expected the id of a root',
    ],
    [
      "an unknown boundary",
      { boundaries: { eu: ["r-a1b2"] } },
      `the policy has no boundary "eu"; expected "${BOUNDARY}".`,
    ],
    [
      "a boundary without targets",
      { policy: open },
      'boundary "open" has no target: the policy names no accounts for it',
    ],
    ["a bad role", { breakGlassRole: "*" }, 'the break-glass role "*" cannot be used'],
    [
      "targets of a boundary that is nowhere on AWS",
      {
        policy: policyOf({ boundaries: [{ name: "lu", countries: ["LU"] }] }),
        boundaries: { lu: ["r-a1b2"] },
      },
      'nothing can be attached for boundary "lu": AWS has no region in its countries',
    ],
    [
      "too much on one target",
      { boundaries: { [BOUNDARY]: ["r-a1b2"] } },
      "service control policy documents would be attached to r-a1b2, which takes 4 beside AWS's own; attach those",
    ],
  ])("refuses %s", (_, props, expected) => {
    expect(() => build(props)).toThrow(expected);
    expect(() => build(props)).toThrow(/^RuntimeGuardrails "org\/guardrails": /);
  });

  it("warns of what is missing", () => {
    synth((stack, provider) => {
      const policy = policyOf({ boundaries: [{ name: "lu", countries: ["LU"] }] });
      const { node } = new RuntimeGuardrails(stack, "g", { policy, provider, organization: ["r-a1b2"] });
      expect(node.metadata.map(({ type, data }) => `${type}: ${data}`)).toEqual([
        expect.stringMatching(/^@cdktf\/warn: Boundary "lu" has no documents/),
        expect.stringMatching(/^@cdktf\/warn: No resource control policy guards the organization/),
      ]);
    });
  });

  it("takes targets that only Terraform knows, as the example has them", () => {
    const stack = runtimeGuardrails(new App());
    const { aws_organizations_policy_attachment: attachments } = JSON.parse(Testing.synth(stack)).resource;
    expect(Object.keys(attachments).length).toBeGreaterThan(5);
  });
});
