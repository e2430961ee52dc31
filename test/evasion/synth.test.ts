import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { type App, Aspects, type ISynthesisSession, TerraformStack, TerraformVariable } from "cdktf";
import { StackSynthesizer } from "cdktf/lib/synthesize/synthesizer";
import { definePolicy, guard, InputError, type PolicyInput, PolicyViolationError } from "../../lib";
import { resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";
import {
  BAHRAIN,
  cleanUp,
  expectBlocked,
  expectHeld,
  files,
  run,
  stackIn,
  temporary,
  US,
  VIRGINIA,
} from "./app";

afterEach(cleanUp);
afterEach(() => {
  delete process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"];
});

const ami = "ami-0abcdef1234567890";
const P5 = "p5.48xlarge";

function instance(stack: TerraformStack, instanceType = P5): Instance {
  return new Instance(stack, "vm", { ami, instanceType });
}

const bad = (app: App, name = "gpu") => instance(stackIn(app, BAHRAIN, name));
const good = (app: App, name = "web") => instance(stackIn(app, BAHRAIN, name), "m7i.large");

const toP5 = {
  visit: (node: unknown) => void (node instanceof Instance && node.addOverride("instance_type", P5)),
};

/** A configuration that puts a P5 into Bahrain all by itself. */
const EVIL = {
  provider: { aws: [{ alias: "abroad", region: BAHRAIN }] },
  resource: { aws_instance: { evil: { provider: "aws.abroad", ami, instance_type: P5 } } },
};
const evil = JSON.stringify(EVIL);

/** Writes while the stack is synthesized. */
function onSynth(stack: TerraformStack, write: (session: ISynthesisSession) => void): void {
  Object.defineProperty(stack, Symbol.for("cdktf/customSynthesis"), { value: { onSynthesize: write } });
}

function writeInto(directory: string, name: string, text: string): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

describe("order", () => {
  it("judges what an aspect made, added before guard", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const vm = good(app);
      Aspects.of(vm).add(toP5);
    });
  });

  it("judges what an aspect made, added after guard", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const vm = good(app);
      return () => Aspects.of(vm).add(toP5);
    });
  });

  it("judges what an aspect made of a stack that was synthesized later", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const first = stackIn(app, VIRGINIA, "first");
      const vm = good(app);
      Aspects.of(first).add({ visit: () => vm.addOverride("instance_type", P5) });
    });
  });

  it("judges stacks made after guard", () => {
    expectBlocked("us-ear/zone-a", () => (app: App) => bad(app));
  });

  it("judges nested stacks", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const outer = stackIn(app, VIRGINIA, "outer");
      const inner = new TerraformStack(outer, "inner");
      inner.addOverride("resource", EVIL.resource);
      inner.addOverride("provider.aws", EVIL.provider.aws);
    });
  });

  it("keeps several apps of a process apart", () => {
    const policies = [US, { ...US, countries: { deny: ["BH"] } }];
    const outcomes = policies.map((policy) =>
      run((app) => instance(stackIn(app, BAHRAIN), "g4dn.xlarge"), policy),
    );
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(["allowed", "blocked"]);
  });

  it("asks every policy of an app", () => {
    const { error, verdict } = run((app) => {
      instance(stackIn(app, BAHRAIN), "g4dn.xlarge");
      return () => guard(app, definePolicy({ ...US, countries: { deny: ["BH"] } }));
    });
    expect(verdict).toBe("allowed");
    expect(error).toBeInstanceOf(PolicyViolationError);
  });
});

describe("switches", () => {
  it("does not heed skipValidation", () => {
    expectBlocked("us-ear/zone-a", (app) => bad(app), US, { skipValidation: true });
  });

  it("does not heed CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS", () => {
    process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] = "true";
    expectBlocked("us-ear/zone-a", (app) => bad(app));
  });

  it("judges HCL, and refuses what the stack would not say as JSON", () => {
    const hcl = (app: App) => {
      const stack = bad(app).node.scope as TerraformStack;
      stack.synthesizer = new StackSynthesizer(stack, false, true);
      return stack;
    };
    expectBlocked("us-ear/zone-a", (app) => void hcl(app), US, { hclOutput: true });
    const { error, outdir } = run(
      (app) => {
        hcl(app).toTerraform = () => ({ locals: {} });
      },
      US,
      { hclOutput: true },
    );
    expect(error).toBeInstanceOf(InputError);
    expect(files(outdir)).toEqual([]);
  });

  it("judges hclOutput", () => {
    expectBlocked("us-ear/zone-a", (app) => bad(app), US, { hclOutput: true });
  });
});

describe("what is written is what is judged", () => {
  it("judges what a replaced synthesizer writes", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const { stack } = { stack: good(app).node.scope as TerraformStack };
      stack.synthesizer = {
        synthesize: ({ outdir }) => void writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", evil),
      };
    });
  });

  it("judges what it writes past the session, and removes it", () => {
    const outdir = temporary();
    expectBlocked(
      "us-ear/zone-a",
      (app) => {
        const stack = good(app).node.scope as TerraformStack;
        stack.synthesizer = {
          synthesize: () => void writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", evil),
        };
      },
      US,
      { outdir },
    );
  });

  it("is not fooled by a file whose time is set back", () => {
    const outdir = temporary();
    const path = writeInto(join(outdir, "stacks", "orphan"), "cdk.tf.json", evil.replace(P5, "m5.48xlarge"));
    utimesSync(path, 1, 1);
    expectBlocked(
      "us-ear/zone-a",
      (app) => {
        onSynth(good(app).node.scope as TerraformStack, () => {
          writeFileSync(path, evil);
          utimesSync(path, 1, 1);
        });
      },
      US,
      { outdir },
    );
  });

  it("removes what it wrote past the session when something else fails", () => {
    const outdir = temporary();
    const { error } = run(
      (app) => {
        onSynth(good(app).node.scope as TerraformStack, () => {
          writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", evil);
          throw new Error("too bad");
        });
      },
      US,
      { outdir },
    );
    expect(String(error)).toContain("too bad");
    expect(files(outdir)).toEqual([]);
  });

  it("removes a link that was put past the session", () => {
    const outdir = temporary();
    const elsewhere = temporary();
    writeInto(elsewhere, "cdk.tf.json", evil);
    const { error } = run(
      (app) => {
        onSynth(good(app).node.scope as TerraformStack, () => {
          mkdirSync(join(outdir, "stacks"), { recursive: true });
          symlinkSync(elsewhere, join(outdir, "stacks", "linked"));
        });
      },
      US,
      { outdir },
    );
    expect(error).toBeInstanceOf(InputError);
    expect(existsSync(join(outdir, "stacks", "linked"))).toBe(false);
    expect(files(elsewhere)).toEqual(["cdk.tf.json"]);
  });

  it("judges toTerraform of the instance", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = good(app).node.scope as TerraformStack;
      stack.toTerraform = () => EVIL;
    });
  });

  it("is not fooled by a toTerraform that is harmless only when nobody writes", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = good(app).node.scope as TerraformStack;
      const harmless = stack.toTerraform.bind(stack);
      stack.synthesizer = {
        synthesize: ({ outdir }) => void writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", evil),
      };
      stack.toTerraform = harmless;
    });
  });

  it.each(["extra.tf.json", "override.tf.json", "x_override.tf.json", "extra.tofu.json"])(
    "reads %s beside it",
    (name) => {
      expectBlocked("us-ear/zone-a", (app) => {
        const stack = good(app).node.scope as TerraformStack;
        onSynth(stack, ({ outdir }) => void writeInto(join(outdir, "stacks", "web"), name, evil));
      });
    },
  );

  it.each([
    ["an object", { aws_instance: { vm: { instance_type: P5 } } }],
    ["a list of types", { aws_instance: [{ vm: { instance_type: P5 } }] }],
    ["a list of bodies", { aws_instance: { vm: [{ instance_type: P5 }] } }],
  ])("lays an override over the block it names, written as %s", (_how, resource) => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = good(app).node.scope as TerraformStack;
      const text = JSON.stringify({ resource });
      onSynth(stack, ({ outdir }) => void writeInto(join(outdir, "stacks", "web"), "override.tf.json", text));
    });
  });

  it.each([
    ["a list of types", { aws_instance: [{ vm: { tags: { a: "b" } } }] }],
    ["a list of bodies", { aws_instance: { vm: [{ tags: { a: "b" } }] } }],
  ])("does not forget what an override leaves, written as %s", (_how, resource) => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = bad(app).node.scope as TerraformStack;
      const text = JSON.stringify({ resource });
      onSynth(stack, ({ outdir }) => void writeInto(join(outdir, "stacks", "gpu"), "override.tf.json", text));
    });
  });

  it("reads what lay beside it before", () => {
    const outdir = temporary();
    const path = writeInto(join(outdir, "stacks", "web"), "override.tf.json", evil);
    const { error, findings } = run((app) => void good(app), US, { outdir });
    expect(error).toBeInstanceOf(PolicyViolationError);
    expect(findings.map(({ rule }) => rule)).toContain("us-ear/zone-a");
    expect(files(outdir)).toEqual([path.slice(outdir.length + 1)]);
  });

  it("judges directories that belong to no stack", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      onSynth(good(app).node.scope as TerraformStack, ({ outdir }) => {
        writeInto(join(outdir, "stacks", "stowaway"), "cdk.tf.json", evil);
      });
    });
  });

  it.each(["terraform.tfvars.json", "a.auto.tfvars.json"])("reads the variables of %s", (name) => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = stackIn(app, BAHRAIN);
      instance(stack, new TerraformVariable(stack, "type", { default: "m7i.large" }).stringValue);
      onSynth(stack, ({ outdir }) => {
        writeInto(join(outdir, "stacks", "gpu"), name, JSON.stringify({ type: P5 }));
      });
    });
  });

  it("has no default to go by beside variables in HCL", () => {
    expectHeld((app) => {
      const stack = stackIn(app, BAHRAIN);
      instance(stack, new TerraformVariable(stack, "type", { default: "m7i.large" }).stringValue);
      onSynth(stack, ({ outdir }) => {
        writeInto(join(outdir, "stacks", "gpu"), "terraform.tfvars", `type = "${P5}"`);
      });
    });
  });

  const unreadable: [string, (directory: string) => unknown][] = [
    ["HCL beside JSON", (directory) => writeInto(directory, "extra.tf", `resource "aws_instance" "x" {}`)],
    ["HCL that is not the stack's", (directory) => writeInto(directory, "cdk.tf", "locals {}")],
    [
      "a link to a file",
      (directory) => symlinkSync(writeInto(temporary(), "x.json", evil), join(directory, "link.tf.json")),
    ],
    ["a link to a directory", (directory) => symlinkSync(temporary(), join(directory, "..", "linked"))],
    [
      "a plan in its place",
      (directory) => writeInto(directory, "x.tf.json", '{"format_version":"1.2","planned_values":{}}'),
    ],
    ["broken JSON", (directory) => writeInto(directory, "extra.tf.json", "{")],
    ["a repeated key", (directory) => writeInto(directory, "extra.tf.json", '{"locals":{},"locals":{}}')],
  ];

  it.each(unreadable)("refuses %s, and leaves no older output", (_what, write) => {
    const outdir = temporary();
    writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", "{}");
    const { error } = run(
      (app) => {
        onSynth(good(app).node.scope as TerraformStack, (session) => {
          write(join(session.outdir, "stacks", "web"));
        });
      },
      US,
      { outdir },
    );
    expect(error).toBeInstanceOf(InputError);
    expect(files(outdir)).toEqual([]);
  });
});

describe("what is left behind", () => {
  const twoStacks = (app: App) => {
    good(app);
    bad(app);
  };

  it("removes older output of a blocked stack and keeps that of a clean one", () => {
    const outdir = temporary();
    writeInto(join(outdir, "stacks", "gpu"), "cdk.tf.json", '{"locals":{"old":1}}');
    writeInto(join(outdir, "stacks", "gpu"), "cdk.tf", "# old");
    const kept = writeInto(join(outdir, "stacks", "web"), "cdk.tf.json", '{"locals":{"old":1}}');
    rejects(() => run(twoStacks, US, { outdir }));
    expect(existsSync(kept)).toBe(true);
    expect(files(outdir)).toEqual(["stacks/web/cdk.tf.json"]);
  });

  it("writes no clean stack of a blocked run", () => {
    const { outdir } = expectBlocked("us-ear/zone-a", twoStacks);
    expect(files(outdir)).toEqual([]);
  });

  function rejects(program: () => { error: unknown }): void {
    const { error } = program();
    if (!(error instanceof PolicyViolationError)) throw error ?? new Error("it was allowed");
  }
});

describe("policies", () => {
  const uae = (count: number, name: string) => (app: App) =>
    new Instance(stackIn(app, "me-central-1", name), "vm", { ami, instanceType: P5, count });
  type Authorization = NonNullable<PolicyInput["authorizations"]>[number];
  const licence: Authorization = {
    reference: "BIS D1234567",
    kind: "license",
    satisfies: ["us-ear/uae"],
    validFrom: "2026-08-01",
    validUntil: "2027-04-06",
  };

  it("allows what is authorized", () => {
    const { verdict } = run(uae(1, "a"), { ...US, authorizations: [licence] });
    expect(verdict).toBe("allowed");
  });

  const mismatched: [string, Partial<Authorization>][] = [
    ["expired", { validUntil: "2026-11-22" }],
    ["not yet valid", { validFrom: "2026-11-24" }],
    ["for another chip", { accelerators: ["nvidia-h200-sxm"] }],
    ["for another country", { countries: ["QA"] }],
    ["for another recipient", { recipients: ["Example Labs K.K."] }],
    ["for another rule", { satisfies: ["us-ear/zone-a"] }],
  ];

  it.each(mismatched)("does not heed an authorization that is %s", (_what, change) => {
    expectBlocked("us-ear/uae", uae(1, "a"), {
      ...US,
      endUsers: [{ name: "Example Labs K.K.", headquarters: "JP" }],
      authorizations: [{ ...licence, ...change }],
    });
  });

  it("adds up what several stacks ask of one authorization", () => {
    expectBlocked(
      "us-ear/uae",
      (app) => {
        uae(1, "a")(app);
        uae(1, "b")(app);
      },
      { ...US, authorizations: [{ ...licence, maxAccelerators: 15 }] },
    );
  });

  const waiver = {
    rule: "us-ear/zone-a",
    address: "aws_instance.vm",
    reason: "Tried out by the test, nothing more",
    approvedBy: "A. Tester",
    expires: "2026-12-31",
  };

  it.each([
    ["for another address", { address: "aws_instance.other" }],
    ["for another stack", { stack: "web" }],
    ["for another rule", { rule: "gate/opaque" }],
    ["expired", { expires: "2026-11-22" }],
    ["for what only looks like the module it names", { address: "module.aws_instance" }],
  ])("does not heed a waiver that is %s", (_what, change) => {
    expectBlocked("us-ear/zone-a", (app) => bad(app), { ...US, waivers: [{ ...waiver, ...change }] });
  });

  it("does not let a waiver of one stack speak for another", () => {
    expectBlocked(
      "us-ear/zone-a",
      (app) => {
        bad(app, "a");
        bad(app, "b");
      },
      { ...US, waivers: [{ ...waiver, stack: "a" }] },
    );
  });

  it("does not lower a rule past its date", () => {
    expectBlocked("us-ear/zone-a", (app) => bad(app), {
      ...US,
      rules: {
        "us-ear/zone-a": {
          level: "note",
          reason: "Tried out by the test, nothing more",
          approvedBy: "A. Tester",
          until: "2026-11-22",
        },
      },
    });
  });
});

describe("trees that the command line reads", () => {
  function check(build: (directory: string) => void, path = ""): string[] {
    const directory = temporary();
    build(directory);
    const { estate, inputs } = readInputs([join(directory, path)]);
    return resultOf(estate, inputs, definePolicy(US)).findings.flatMap(({ rule, level }) =>
      level === "block" ? [rule] : [],
    );
  }
  const plain = JSON.stringify({
    provider: { aws: { region: BAHRAIN } },
    resource: { aws_instance: { vm: { ami, instance_type: "m7i.large" } } },
  });
  const web = (directory: string) => join(directory, "stacks", "web");

  it.each(["assets", "node_modules", ".hidden"])("reads a stack that is called %s", (name) => {
    const found = check((directory) => {
      writeInto(web(directory), "cdk.tf.json", plain);
      writeInto(join(directory, "stacks", name), "cdk.tf.json", evil);
    });
    expect(found).toContain("us-ear/zone-a");
  });

  it("follows links, and is not caught in a circle of them", () => {
    const found = check((directory) => {
      writeInto(web(directory), "cdk.tf.json", plain);
      const elsewhere = temporary();
      writeInto(elsewhere, "cdk.tf.json", evil);
      symlinkSync(elsewhere, join(directory, "stacks", "linked"));
      symlinkSync(directory, join(elsewhere, "back"));
    });
    expect(found).toContain("us-ear/zone-a");
  });

  it.each([
    ["a list of types", { aws_instance: [{ vm: { instance_type: P5 } }] }],
    ["an object", { aws_instance: { vm: { instance_type: P5 } } }],
  ])("lays overrides over, written as %s", (_how, resource) => {
    const found = check((directory) => {
      writeInto(web(directory), "cdk.tf.json", plain);
      writeInto(web(directory), "override.tf.json", JSON.stringify({ resource }));
    });
    expect(found).toContain("us-ear/zone-a");
  });

  it("lays an override over one provider and leaves its aliases", () => {
    const found = check((directory) => {
      const provider = { aws: [{ region: VIRGINIA }, { alias: "two", region: VIRGINIA }] };
      const resource = { aws_instance: { vm: { ami, instance_type: P5 } } };
      writeInto(web(directory), "cdk.tf.json", JSON.stringify({ provider, resource }));
      writeInto(
        web(directory),
        "override.tf.json",
        JSON.stringify({ provider: { aws: { region: BAHRAIN } } }),
      );
    });
    expect(found).toContain("us-ear/zone-a");
  });

  it("reads variables given beside it", () => {
    const found = check((directory) => {
      const variable = { type: { default: "m7i.large" } };
      writeInto(
        web(directory),
        "cdk.tf.json",
        JSON.stringify({ ...JSON.parse(plain), variable }).replace('"m7i.large"}}}', '"${var.type}"}}}'),
      );
      writeInto(web(directory), "prod.auto.tfvars.json", JSON.stringify({ type: P5 }));
    });
    expect(found).toContain("us-ear/zone-a");
  });

  it.each([
    ["HCL", "main.tf", ""],
    ["a list at the top", "cdk.tf.json", `[${evil}]`],
    ["a block Terraform does not know", "cdk.tf.json", `{"resources":${evil}}`],
    ["nothing at all", "readme.txt", "hello"],
  ])("refuses %s", (_what, name, text) => {
    expect(() => check((directory) => void writeInto(web(directory), name, text))).toThrow(InputError);
  });
});
