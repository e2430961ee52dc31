import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { type App, type TerraformStack, TerraformVariable } from "cdktf";
import { definePolicy, type PolicyInput } from "../../lib";
import { resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";
import {
  BAHRAIN,
  blocks,
  cleanUp,
  expectBlocked,
  expectHeld,
  run,
  SINGAPORE,
  stackIn,
  US,
} from "../evasion/app";

afterEach(cleanUp);

const ami = "ami-0abcdef1234567890";

/** A stack with a machine type that only Terraform will know. */
function open(app: App, region = BAHRAIN): TerraformStack {
  const stack = stackIn(app, region);
  const instanceType = new TerraformVariable(stack, "type", { type: "string" }).stringValue;
  new Instance(stack, "vm", { ami, instanceType });
  return stack;
}

interface Written {
  readonly path: string;
  readonly document: { resource: { aws_instance: { vm: { lifecycle: Lifecycle; instance_type: string } } } };
}

interface Lifecycle {
  readonly prevent_destroy?: boolean;
  precondition: { condition: string; error_message: string }[];
}

function written(outdir: string): Written {
  const path = join(outdir, "stacks", "gpu", "cdk.tf.json");
  return { path, document: JSON.parse(readFileSync(path, "utf8")) };
}

function judged(outdir: string, policy: PolicyInput = US): string[] {
  const { estate, inputs } = readInputs([outdir]);
  return blocks(resultOf(estate, inputs, definePolicy(policy)).findings);
}

describe("a precondition", () => {
  it("names the rule, the citation and what to do", () => {
    expectHeld((app) => void open(app));
    const { lifecycle } = written(run((app) => void open(app)).outdir).document.resource.aws_instance.vm;
    const [{ error_message: message } = { error_message: "" }] = lifecycle.precondition;
    expect(message).toMatch(
      /^Landfall: .* us-ear\/zone-a; 15 CFR 742\.6\(a\)\(6\)\(iii\)\(A\).*authorizations/,
    );
  });

  it("makes a note of what it enforces", () => {
    const { findings } = run((app) => void open(app));
    expect(findings.map(({ rule, level, message }) => `${rule} ${level} ${message}`)).toEqual([
      expect.stringMatching(/^gate\/unresolved note .*A precondition on it enforces the rules at plan\.$/),
    ]);
  });

  it("is not written where everything that is open would be allowed", () => {
    const { outdir } = run((app) => void open(app, "us-east-1"));
    expect(written(outdir).document.resource.aws_instance.vm.lifecycle).toBeUndefined();
  });

  it("keeps the lifecycle and the conditions that are there", () => {
    const { outdir } = run((app) => {
      const vm = open(app).node.findChild("vm") as Instance;
      vm.lifecycle = {
        preventDestroy: true,
        precondition: [{ condition: "${var.type != null}", errorMessage: "Give a type." }],
      };
    });
    const { lifecycle } = written(outdir).document.resource.aws_instance.vm;
    expect(lifecycle.prevent_destroy).toBe(true);
    expect(lifecycle.precondition.map(({ condition }) => condition)).toEqual([
      "${var.type != null}",
      expect.stringContaining("alltrue"),
    ]);
  });

  it("is the same whenever the program runs", () => {
    const [one, two] = [run((app) => void open(app)), run((app) => void open(app))];
    expect(readFileSync(written(one.outdir).path, "utf8")).toBe(
      readFileSync(written(two.outdir).path, "utf8"),
    );
  });

  it.each<[string, (lifecycle: Lifecycle) => unknown]>([
    ["is gone", ({ precondition }) => precondition.splice(0)],
    [
      "is always true",
      ({ precondition }) => precondition.splice(0, 1, { condition: "${true}", error_message: "" }),
    ],
    [
      "allows one family more",
      ({ precondition: [one] }) => {
        if (one) one.condition = one.condition.replace("|p3|", "|p3|p5|");
      },
    ],
  ])("counts for nothing when it %s", (_how, tamper) => {
    const { outdir } = run((app) => void open(app));
    expect(judged(outdir)).toEqual([]);
    const { path, document } = written(outdir);
    tamper(document.resource.aws_instance.vm.lifecycle);
    writeFileSync(path, JSON.stringify(document));
    expect(judged(outdir)).toEqual(["gate/unresolved aws_instance.vm"]);
  });

  it("counts for nothing when the resource goes on to name something else", () => {
    const { outdir } = run((app) => void open(app));
    const { path, document } = written(outdir);
    document.resource.aws_instance.vm.instance_type = "${var.other}";
    writeFileSync(path, JSON.stringify(document));
    expect(judged(outdir)).toEqual(["gate/unresolved aws_instance.vm"]);
  });

  it("counts for nothing under a stricter policy", () => {
    const { outdir } = run((app) => void open(app));
    expect(judged(outdir, { ...US, countries: { allow: ["US"] } })).toEqual([
      "gate/unresolved aws_instance.vm",
    ]);
  });
});

describe("what no precondition can say stays blocked", () => {
  const template = (stack: TerraformStack, instanceType: string, others: Record<string, unknown>) => {
    const made = new LaunchTemplate(stack, "template", { instanceType });
    for (const [key, value] of Object.entries(others)) made.addOverride(key, value);
    new AutoscalingGroup(stack, "group", {
      minSize: 0,
      maxSize: 1,
      availabilityZones: ["me-south-1a"],
      launchTemplate: { id: "${aws_launch_template.template[0].id}" },
    });
  };

  it.each<[string, (app: App) => unknown]>([
    [
      "a template's own count",
      (app) => template(stackIn(app, BAHRAIN), "${var.types[count.index]}", { count: 1 }),
    ],
    [
      "a template's own each",
      (app) => template(stackIn(app, BAHRAIN), "${each.value}", { for_each: "${var.t}" }),
    ],
    [
      "the element of a dynamic block",
      (app) => {
        const group = new AutoscalingGroup(stackIn(app, BAHRAIN), "group", {
          minSize: 0,
          maxSize: 1,
          availabilityZones: ["me-south-1a"],
        });
        group.addOverride("mixed_instances_policy", {
          launch_template: {
            dynamic: {
              override: { for_each: "${var.types}", content: { instance_type: "${override.value}" } },
            },
          },
        });
      },
    ],
    [
      "a subnet outside the code",
      (app) => {
        const stack = stackIn(app, SINGAPORE);
        const subnetId = new TerraformVariable(stack, "subnet", {}).stringValue;
        new Instance(stack, "vm", { ami, instanceType: "p5.48xlarge", subnetId });
      },
    ],
    [
      "a provider that gets its region from the environment",
      (app) => {
        const stack = stackIn(app, "${var.nothing}");
        stack.addOverride("provider.aws", [{}]);
        new Instance(stack, "vm", { ami, instanceType: "p5.48xlarge" });
      },
    ],
    [
      "a provider that sends its calls elsewhere",
      (app) => {
        const stack = stackIn(app, "${var.region}");
        stack.addOverride("provider.aws", [
          { region: "${var.region}", endpoints: [{ ec2: "https://ec2.me-south-1.amazonaws.com" }] },
        ]);
        new Instance(stack, "vm", { ami, instanceType: "p5.48xlarge" });
      },
    ],
    [
      "an expression whose text cannot be told from what is around it",
      (app) =>
        new Instance(stackIn(app, BAHRAIN), "vm", {
          ami,
          instanceType: '${[for t in ["p5.48xlarge"] : t][0]}',
        }),
    ],
  ])("%s", (_what, program) => {
    expectBlocked("gate/unresolved", program);
  });
});

describe("a resource's own region", () => {
  it("is checked like its provider's", () => {
    const program = (app: App) => {
      const stack = stackIn(app, "us-east-1");
      const region = new TerraformVariable(stack, "region", {}).stringValue;
      new Instance(stack, "vm", { ami, instanceType: "p5.48xlarge", region });
    };
    expectHeld(program);
    const { lifecycle } = written(run(program).outdir).document.resource.aws_instance.vm;
    const [{ condition } = { condition: "" }] = lifecycle.precondition;
    expect(condition).toMatch(/^\$\{try\(contains\(\[.*"us-east-1".*\], "\$\{var\.region\}"\), false\)\}$/);
    expect(condition).not.toContain("me-south-1");
  });
});
