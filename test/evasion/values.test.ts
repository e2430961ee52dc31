import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import {
  type App,
  Fn,
  Lazy,
  TerraformIterator,
  TerraformLocal,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { BAHRAIN, cleanUp, expectBlocked, expectHeld, OWNED_FROM_D5, stackIn, VIRGINIA } from "./app";

afterEach(cleanUp);

const ami = "ami-0abcdef1234567890";
const P5 = "p5.48xlarge";

function instance(stack: TerraformStack, instanceType: string): Instance {
  return new Instance(stack, "vm", { ami, instanceType });
}

/** Programs that end with one instance in Bahrain whose type is said in a roundabout way. */
const known: [string, (stack: TerraformStack) => unknown][] = [
  ["an override", (stack) => instance(stack, "t3.micro").addOverride("instance_type", P5)],
  [
    "an override of the stack",
    (stack) => {
      instance(stack, "t3.micro");
      stack.addOverride("resource.aws_instance.vm.instance_type", P5);
    },
  ],
  ["a lazy value", (stack) => instance(stack, Lazy.stringValue({ produce: () => P5 }))],
  ["a token made by hand", (stack) => instance(stack, Token.asString({ resolve: () => P5 }))],
  ["text put together", (stack) => instance(stack, ["p5", "48xlarge"].join("."))],
  ["upper case", (stack) => instance(stack, "P5.48XLARGE")],
  ["spaces around it", (stack) => instance(stack, "  p5.48xlarge ")],
  ["Fn.join", (stack) => instance(stack, Fn.join(".", ["p5", "48xlarge"]))],
  ["Fn.format", (stack) => instance(stack, Fn.format("%s.%dxlarge", ["p5", 48]))],
  ["Fn.lower", (stack) => instance(stack, Fn.lower("P5.48XLARGE"))],
  ["Fn.replace", (stack) => instance(stack, Fn.replace("m5.48xlarge", "m", "p"))],
  ["Fn.strrev", (stack) => instance(stack, Fn.strrev("egralx84.5p"))],
  ["Fn.base64decode", (stack) => instance(stack, Fn.base64decode("cDUuNDh4bGFyZ2U="))],
  ["Fn.lookup", (stack) => instance(stack, Fn.lookup({ a: "t3.micro", b: P5 }, "b", "t3.micro"))],
  ["Fn.element that wraps around", (stack) => instance(stack, Fn.element(["t3.micro", P5], 3))],
  ["Fn.coalesce", (stack) => instance(stack, Fn.coalesce(["", P5, "t3.micro"]))],
  ["Fn.jsondecode", (stack) => instance(stack, '${jsondecode("{\\"t\\":\\"p5.48xlarge\\"}").t}')],
  ["unicode escapes", (stack) => instance(stack, '${"\\u0070\\u0035.48xlarge"}')],
  ["an interpolation in an interpolation", (stack) => instance(stack, '${"${"p5"}.${48}xlarge"}')],
  [
    "a set, which is read in order",
    (stack) => instance(stack, '${tolist(toset(["z1d.large", "p5.48xlarge"]))[0]}'),
  ],
  ["a local", (stack) => instance(stack, new TerraformLocal(stack, "type", P5).asString)],
  [
    "a local of a local",
    (stack) => {
      new TerraformLocal(stack, "family", "p5");
      new TerraformLocal(stack, "type", "${local.family}.48xlarge");
      instance(stack, "${local.type}");
    },
  ],
  [
    "a map in a local",
    (stack) => {
      new TerraformLocal(stack, "types", { small: "t3.micro", big: P5 });
      instance(stack, '${local.types["big"]}');
    },
  ],
  [
    "a variable's default",
    (stack) =>
      instance(stack, new TerraformVariable(stack, "type", { type: "string", default: P5 }).stringValue),
  ],
  [
    "a conditional",
    (stack) => {
      new TerraformVariable(stack, "big", { type: "bool", default: true });
      instance(stack, `\${var.big ? "${P5}" : "t3.micro"}`);
    },
  ],
  [
    "another resource's argument",
    (stack) => {
      new SsmParameter(stack, "type", { name: "type", type: "String", value: P5 });
      instance(stack, "${aws_ssm_parameter.type.value}");
    },
  ],
  [
    "a count",
    (stack) => new Instance(stack, "vm", { ami, instanceType: P5, count: Token.asNumber("${1 + 1}") }),
  ],
  [
    "for_each over a map",
    (stack) => {
      const each = TerraformIterator.fromMap({ a: { type: "t3.micro" }, b: { type: P5 } });
      new Instance(stack, "vm", { ami, forEach: each, instanceType: each.getString("type") });
    },
  ],
  [
    "for_each over a list",
    (stack) => {
      const each = TerraformIterator.fromList(["t3.micro", P5]);
      new Instance(stack, "vm", { ami, forEach: each, instanceType: each.value });
    },
  ],
  [
    "the index of a count",
    (stack) =>
      new Instance(stack, "vm", {
        ami,
        count: 2,
        instanceType: `\${["t3.micro", "${P5}"][count.index]}`,
      }),
  ],
];

describe("a machine type is found through", () => {
  it.each(known)("%s", (_how, build) => {
    const { findings } = expectBlocked("us-ear/zone-a", (app) => build(stackIn(app, BAHRAIN)));
    expect(findings.some(({ address }) => address.startsWith("aws_instance.vm"))).toBe(true);
  });
});

/** Programs whose machine type nobody can know: they must not be taken for harmless. */
const unknown: [string, (stack: TerraformStack) => unknown][] = [
  [
    "a variable without default",
    (stack) => instance(stack, new TerraformVariable(stack, "type", { type: "string" }).stringValue),
  ],
  [
    "a condition that only the plan knows",
    (stack) => {
      new TerraformVariable(stack, "big", { type: "bool" });
      instance(stack, `\${var.big ? "${P5}" : "t3.micro"}`);
    },
  ],
  [
    "a data source",
    (stack) => {
      stack.addOverride("data.aws_ssm_parameter.type", { name: "type" });
      instance(stack, "${data.aws_ssm_parameter.type.value}");
    },
  ],
  ["a regular expression", (stack) => instance(stack, Fn.replace("xxx", "/x+/", P5))],
  ["an empty search", (stack) => instance(stack, '${replace("", "", "p5.48xlarge")}')],
  ["a for expression", (stack) => instance(stack, '${[for t in ["p5.48xlarge"] : t][0]}')],
  ["a template directive", (stack) => instance(stack, "%{ if true }p5.48xlarge%{ endif }")],
  [
    "objects that are equal in another order",
    (stack) => instance(stack, '${{a = "1", b = "2"} == {b = "2", a = "1"} ? "p5.48xlarge" : "t3.micro"}'),
  ],
  [
    "numbers that a double cannot tell apart",
    (stack) => instance(stack, '${9007199254740993 == 9007199254740992 ? "t3.micro" : "p5.48xlarge"}'),
  ],
  ["try()", (stack) => instance(stack, '${try(local.nothing, "p5.48xlarge")}')],
  [
    "an argument that Terraform is told to leave alone",
    (stack) => {
      new SsmParameter(stack, "type", {
        name: "type",
        type: "String",
        value: "t3.micro",
        lifecycle: { ignoreChanges: ["value"] },
      });
      instance(stack, "${aws_ssm_parameter.type.value}");
    },
  ],
];

describe("a machine type is not guessed from", () => {
  it.each(unknown)("%s", (_how, build) => {
    expectHeld((app) => build(stackIn(app, BAHRAIN)));
  });
});

describe("blocks", () => {
  it("reads dynamic blocks", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const group = new AutoscalingGroup(stack, "group", {
        minSize: 0,
        maxSize: 1,
        availabilityZones: ["me-south-1a"],
      });
      group.addOverride("mixed_instances_policy", {
        launch_template: {
          launch_template_specification: { launch_template_id: "lt-0abc" },
          dynamic: {
            override: { for_each: ["m7i.large", P5], content: { instance_type: "${override.value}" } },
          },
        },
      });
    });
  });

  it("does not take the key of a dynamic block over a list for the element", () => {
    expectBlocked("gate/unresolved", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const group = new AutoscalingGroup(stack, "group", {
        minSize: 0,
        maxSize: 1,
        availabilityZones: ["me-south-1a"],
      });
      group.addOverride("mixed_instances_policy", {
        launch_template: {
          dynamic: {
            override: {
              for_each: ["a"],
              content: { instance_type: '${override.key == "a" ? "m7i.large" : "p5.48xlarge"}' },
            },
          },
        },
      });
    });
  });

  it("evaluates the keys of an argument", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      stackIn(app, BAHRAIN).addOverride("resource.awscc_ec2_launch_template.t", {
        provider: "aws",
        launch_template_data: { '${join("_", ["instance", "type"])}': P5 },
      });
    });
  });

  it("looks into an argument that is one expression", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      stackIn(app, BAHRAIN).addOverride("resource.aws_new_service_fleet.f", {
        settings: `\${{ instance_type = "${P5}" }}`,
      });
    });
  });

  it("takes an empty machine type for none", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const template = new LaunchTemplate(stack, "template", { instanceType: P5 });
      new Instance(stack, "vm", { ami, instanceType: "", launchTemplate: { id: template.id } });
    });
  });
});

describe("parties", () => {
  it("stops every class for an organization owned from D:5, wherever", () => {
    const { findings } = expectBlocked(
      "us-ear/headquarters-a",
      (app: App) => instance(stackIn(app, "eu-central-1"), Lazy.stringValue({ produce: () => P5 })),
      OWNED_FROM_D5,
    );
    expect(findings[0]?.location?.country).toBe("DE");
  });

  it("does not call an unknown machine harmless for such an organization", () => {
    expectHeld(
      (app: App) =>
        instance(
          stackIn(app, "eu-central-1"),
          new TerraformVariable(app.node.findChild("gpu") as TerraformStack, "type", {}).stringValue,
        ),
      OWNED_FROM_D5,
    );
  });

  it("knows no accelerator that the catalogue does not know", () => {
    expectBlocked("gate/unknown-accelerator", (app: App) => instance(stackIn(app, VIRGINIA), "p9.48xlarge"));
  });
});
