import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { definePolicy, guard, PolicyViolationError } from "landfall";
import { matchers } from "landfall/testing";
import { check } from "../rules/helpers";

expect.extend(matchers);

const policy = definePolicy({
  version: 1,
  asOf: "2026-11-23",
  organization: { name: "Example", headquarters: "US" },
  endUsers: [],
});

function stackIn(app: App, region: string, name = "gpu"): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region });
  new Instance(stack, "gpu", { ami: "ami-0abcdef1234567890", instanceType: "p5.48xlarge" });
  return stack;
}

/** What a failing expectation says. */
function failureOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected it to fail");
}

describe.each([
  ["an app", (region: string) => stackIn(new App(), region).node.root],
  ["a stack", (region: string) => stackIn(new App(), region)],
  ["a stack of an app for tests", (region: string) => stackIn(Testing.app(), region)],
  ["synthesized text", (region: string) => Testing.synth(stackIn(Testing.app(), region))],
  ["an object", (region: string) => JSON.parse(Testing.synth(stackIn(Testing.app(), region)))],
  ["a path", (region: string) => Testing.fullSynth(stackIn(Testing.app(), region))],
])("the matchers on %s", (_, make) => {
  it("tell what is allowed, what is blocked and what is placed", () => {
    const [frankfurt, dubai] = [make("eu-central-1"), make("me-central-1")];
    expect(frankfurt).toBeAllowedBy(policy);
    expect(frankfurt).not.toBeBlockedBy("us-ear/uae", policy);
    expect(dubai).not.toBeAllowedBy(policy);
    expect(dubai).toBeBlockedBy("us-ear/uae", policy);
    expect(dubai).not.toBeBlockedBy("us-ear/zone-a", policy);
    expect(dubai).toPlace({ accelerator: "nvidia-h100-sxm", country: "AE", count: 8 });
    expect(dubai).not.toPlace({ country: "DE" });
    expect(dubai).not.toPlace({ country: "AE", count: 4 });
  });
});

describe("a guarded app", () => {
  it("is judged by the policies that guard it, and nothing of it is written", () => {
    const outdir = mkdtempSync(join(tmpdir(), "landfall-matchers-"));
    const app = new App({ outdir });
    guard(app, policy);
    const dubai = stackIn(app, "me-central-1", "dubai");
    const paris = stackIn(app, "eu-west-3", "paris");
    expect(app).toBeBlockedBy("us-ear/uae");
    expect(dubai).toBeBlockedBy("us-ear/uae");
    expect(paris).toBeAllowedBy();
    expect(app.outdir).toBe(outdir);
    expect(existsSync(join(outdir, "stacks", "paris"))).toBe(false);
    expect(() => app.synth()).toThrow(PolicyViolationError);
    rmSync(outdir, { recursive: true });
  });

  it("says what its guard would say, preconditions and all", () => {
    const app = new App();
    guard(app, policy);
    const stack = new TerraformStack(app, "open");
    new AwsProvider(stack, "aws", { region: "me-central-1" });
    stack.addOverride("variable.type", { type: "string" });
    new Instance(stack, "gpu", { ami: "ami-0abcdef1234567890", instanceType: "${var.type}" });
    expect(app).toBeAllowedBy();
    expect(app).not.toBeBlockedBy("gate/unresolved");
  });
});

describe("a result", () => {
  const result = check({
    provider: { aws: [{ region: "me-central-1" }] },
    resource: { aws_instance: { gpu: { instance_type: "p5.48xlarge" } } },
  });

  it("is judged already", () => {
    expect(result).toBeBlockedBy("us-ear/uae");
    expect(result).toPlace({ count: 8 });
    expect(failureOf(() => expect(result).toBeAllowedBy(policy))).toContain("a Result is judged already");
  });
});

describe("a failure", () => {
  const dubai = () => stackIn(new App(), "me-central-1", "dubai");

  it("explains what blocks", () => {
    const message = failureOf(() => expect(dubai()).toBeAllowedBy(policy));
    expect(message).toContain("expected the policy to allow it, and it does not.");
    expect(message).toContain("BLOCKED us-ear/uae");
    expect(message).toContain("What to do:");
  });

  it("lists what was found instead", () => {
    const message = failureOf(() => expect(dubai()).toBeBlockedBy("us-ear/zone-a", policy));
    expect(message).toContain("expected us-ear/zone-a to block it, and it does not.");
    expect(message).toContain("block us-ear/uae at dubai: aws_instance.gpu");
    expect(message).toContain("8 × nvidia-h100-sxm in United Arab Emirates (AE), aws me-central-1");
  });

  it("lists what is placed instead", () => {
    expect(
      failureOf(() => expect(dubai()).toPlace({ accelerator: "nvidia-h200-sxm", country: "DE", count: 16 })),
    ).toBe(
      "expected it to place 16 nvidia-h200-sxm in DE, and it places:\n\n  8 × nvidia-h100-sxm in United Arab Emirates (AE), aws me-central-1 (dubai: aws_instance.gpu)",
    );
    const empty = { resource: {}, provider: { aws: [{ region: "eu-central-1" }] } };
    expect(failureOf(() => expect(empty).toPlace({}))).toContain("no accelerators");
  });

  it.each([
    [() => expect({ resource: {} }).toBeAllowedBy(), /no policy to judge by/],
    [() => expect(7).toBeAllowedBy(policy), /expected a cdktf or cdktn App .*, got the number 7/],
    [() => expect("{").toBeAllowedBy(policy), /given\.tf\.json/],
    [() => expect("gone.json").toBeAllowedBy(policy), /gone\.json/],
    [
      () => expect({ resource: {} }).not.toBeBlockedBy("us-ear/zone-z", policy),
      /"us-ear\/zone-z" is not a rule/,
    ],
    [() => expect(dubai()).not.toBeBlockedBy("us-ear/zone-z", policy), /"us-ear\/zone-z" is not a rule/],
    [
      () => expect(dubai()).not.toPlace({ accelerator: "h100" }),
      /accelerator: expected an id of the catalogue, got the text "h100"; did you mean/,
    ],
    [() => expect(dubai()).not.toPlace({ country: "UAE" }), /country: expected an ISO 3166-1 alpha-2 code/],
    [() => expect(dubai()).not.toPlace({ count: 1.5 }), /count: expected a whole number/],
    [
      () => expect(dubai()).not.toPlace({ chip: "x" } as never),
      /toPlace takes accelerator, country and count, got "chip"/,
    ],
    [() => expect(dubai()).toBeAllowedBy("gone.yaml"), /gone\.yaml/],
  ])("is an error where nothing can be told, with `not` too: %#", (expectation, message) => {
    expect(failureOf(expectation)).toMatch(message);
  });
});
