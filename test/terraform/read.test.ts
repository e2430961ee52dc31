import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, unlinkSync } from "node:fs";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import fc from "fast-check";
import { definePolicy } from "../../lib/policy/load";
import { resultOf } from "../../lib/result";
import { bufferSource } from "../../lib/terraform/bytes";
import { InputError } from "../../lib/terraform/input";
import { readInputs } from "../../lib/terraform/read";
import { bahrain, frankfurt, refusal, useFiles } from "./files";

const { at, write } = useFiles();
const addresses = (...paths: string[]) =>
  readInputs(paths).estate.resources.map(({ stack, address }) => `${stack}: ${address}`);
const why = (...paths: string[]) => refusal(() => readInputs(paths)).message;

describe("stacks are named", () => {
  it("after the directory below stacks/", () => {
    write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
    write("cdktf.out/stacks/serve/cdk.tf.json", frankfurt);
    write("cdktf.out/manifest.json", { version: "0.21", stacks: {} });
    expect(addresses(at("cdktf.out"))).toEqual(["serve: aws_instance.gpu", "train: aws_instance.gpu"]);
    expect(addresses(at("cdktf.out/stacks/train"))).toEqual(["train: aws_instance.gpu"]);
    expect(addresses(at("cdktf.out/stacks/train/cdk.tf.json"))).toEqual(["train: aws_instance.gpu"]);
  });

  it("after the file, or as the option says", () => {
    const path = write("alone/gpu.tf.json", frankfurt);
    expect(addresses(path)).toEqual(["gpu: aws_instance.gpu"]);
    expect(readInputs([path], { stack: "x" }).estate.resources[0]?.stack).toBe("x");
    const laid = write("stacks/train/cdk.tf.json", frankfurt);
    expect(readInputs([laid], { stack: "x" }).estate.resources[0]?.stack).toBe("train");
  });

  it("as the option says for standard input, which is named -", () => {
    const standardInput = () => bufferSource(Buffer.from(JSON.stringify(frankfurt)), "sha256:x");
    const { estate, inputs } = readInputs(["-"], { stack: "x", standardInput });
    expect(estate.resources[0]).toMatchObject({ stack: "x", input: "-" });
    expect(inputs).toMatchObject([{ path: "-", kind: "synth", resources: 1 }]);
    expect(readInputs(["-"], { standardInput }).estate.resources[0]?.stack).toBe("-");
    expect(
      refusal(() => readInputs(["-"], { standardInput: () => bufferSource(Buffer.alloc(0), "sha256:x") }))
        .message,
    ).toContain("-: the file is empty");
  });

  it("alike, and stay two stacks", () => {
    write("a/stacks/train/cdk.tf.json", {
      locals: { t: "p5.48xlarge" },
      resource: { aws_instance: { x: { instance_type: "${local.t}" } } },
    });
    write("b/stacks/train/cdk.tf.json", {
      locals: { t: "g6.xlarge" },
      resource: { aws_instance: { x: { instance_type: "${local.t}" } } },
    });
    const { estate } = readInputs([at("a"), at("b")]);
    expect(estate.resources.map(({ stack }) => stack)).toEqual(["train", "train"]);
    expect(estate.resources.map((one) => one.read("instance_type")[0]?.value)).toEqual([
      "p5.48xlarge",
      "g6.xlarge",
    ]);
  });
});

it("a file that is reached twice is read once", () => {
  const path = write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
  expect(addresses(at("cdktf.out"), path, at("cdktf.out/stacks"))).toEqual(["train: aws_instance.gpu"]);
});

describe("a directory", () => {
  it("with several files is one root module", () => {
    write("m/providers.tf.json", { provider: frankfurt.provider });
    write("m/main.tf.json", { resource: frankfurt.resource });
    write("m/z_override.tf.json", { resource: { aws_instance: { gpu: { instance_type: "g6.xlarge" } } } });
    const { estate, inputs } = readInputs([at("m")]);
    expect(inputs.map(({ path, resources }) => [path.slice(at("m/").length), resources])).toEqual([
      ["main.tf.json", 1],
      ["providers.tf.json", 0],
      ["z_override.tf.json", 0],
    ]);
    expect(estate.resources[0]?.read("instance_type").map(({ value }) => value)).toEqual(["g6.xlarge"]);
    expect(estate.resources[0]?.read("ami").map(({ value }) => value)).toEqual(["ami-1"]);
    expect(estate.resources[0]?.provider.read("region")[0]?.value).toBe("eu-central-1");
  });

  it("without anything in it is refused, and says what to run", () => {
    mkdirSync(at("empty"));
    expect(why(at("empty"))).toBe(
      `${at("empty")}: the directory holds no synthesized stack and no plan; expected \`cdktf.out\` or a tree with \`cdk.tf.json\` files (run \`cdktf synth\` first)`,
    );
    write("other/package.json", { name: "x" });
    write("other/broken.json", "{");
    write("other/.hidden/cdk.tf.json", frankfurt);
    write("other/node_modules/x/cdk.tf.json", frankfurt);
    expect(why(at("other"))).toContain("holds no synthesized stack");
  });

  it("with HCL in it is refused, however deep", () => {
    write("tree/stacks/a/cdk.tf.json", frankfurt);
    const hcl = write("tree/modules/b/main.tf", 'resource "aws_instance" "x" {}');
    expect(why(at("tree"))).toBe(
      `${hcl}: HCL is not read; run \`terraform plan -out plan.out\` and check \`terraform show -json plan.out\`, or synthesize JSON`,
    );
  });

  it("with a broken configuration in it is refused", () => {
    write("tree/stacks/a/cdk.tf.json", frankfurt);
    const broken = write("tree/stacks/b/cdk.tf.json", JSON.stringify(frankfurt).slice(0, 60));
    expect(why(at("tree"))).toContain(`${broken}: the JSON is cut off before its end`);
  });

  it("with a plan that is cut off in it is refused, not passed over", () => {
    write("tree/stacks/a/cdk.tf.json", frankfurt);
    const plan = write("tree/plan.json", '{"format_version":"1.2","planned_values":{"root_mo');
    expect(why(at("tree"))).toContain(`${plan}: the JSON is cut off before its end`);
  });

  it("in the place of a file is entered", () => {
    mkdirSync(at("stacks/a/cdk.tf.json"), { recursive: true });
    expect(why(at("stacks"))).toContain("holds no synthesized stack");
    expect(why(at("stacks/a/cdk.tf.json"))).toContain("holds no synthesized stack");
  });

  it("that links back to itself ends", () => {
    write("tree/a/cdk.tf.json", frankfurt);
    symlinkSync(at("tree"), at("tree/a/up"));
    expect(addresses(at("tree"))).toHaveLength(1);
  });
});

describe("what cannot be read", () => {
  it("is missing", () => {
    expect(why(at("nowhere"))).toBe(
      `${at("nowhere")}: there is no such file or directory; expected a file or directory to judge`,
    );
  });

  it("vanishes, or points nowhere", () => {
    write("tree/a.tf.json", frankfurt);
    symlinkSync(at("gone"), at("tree/b.tf.json"));
    expect(why(at("tree"))).toContain(`${at("tree/b.tf.json")}: there is no such file or directory`);
    unlinkSync(at("tree/b.tf.json"));
    symlinkSync("b.tf.json", at("tree/b.tf.json"));
    expect(why(at("tree"))).toContain(`${at("tree/b.tf.json")}: it cannot be read (ELOOP)`);
  });

  it("is a pipe in a directory, which nobody may ever write to", () => {
    mkdirSync(at("tree"));
    execFileSync("mkfifo", [at("tree/cdk.tf.json")]);
    expect(why(at("tree"))).toContain("it is not a regular file");
  });

  it("is a device", () => expect(why("/dev/zero")).toContain("it is not a regular file"));

  it("is wrongly built, and the error names file and place", () => {
    const path = write("a.tf.json", { resource: { aws_instance: { gpu: "x" } } });
    expect(why(path)).toBe(
      `${path}: at resource.aws_instance.gpu: the text "x" stands where a block (a JSON object) is expected`,
    );
  });
});

describe("a real stack", () => {
  /** What cdktf writes for a stack with most kinds of blocks. */
  function synthesized(): string {
    const app = new App({ outdir: at("cdktf.out"), skipValidation: true });
    const stack = new TerraformStack(app, "train");
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    const abroad = new AwsProvider(stack, "abroad", { region: "ap-southeast-5", alias: "kl" });
    const type = new TerraformVariable(stack, "type", { default: "p5.48xlarge" });
    const count = new TerraformVariable(stack, "many", { type: "number" });
    const template = new LaunchTemplate(stack, "template", { instanceType: type.stringValue });
    new Instance(stack, "a", {
      launchTemplate: { id: template.id },
      availabilityZone: Fn.join("", ["eu-central-1", "a"]),
      tags: { Name: `gpu-${type.stringValue}` },
    });
    const b = new Instance(stack, "b", { instanceType: "g6.xlarge", ami: "ami-1", provider: abroad });
    b.addOverride("count", count.value);
    new TerraformOutput(stack, "id", { value: b.id });
    app.synth();
    return readFileSync(at("cdktf.out/stacks/train/cdk.tf.json"), "utf8");
  }

  const policy = definePolicy(
    { version: 1, organization: { name: "Example", headquarters: "US" } },
    { asOf: "2026-10-01" },
  );
  const judged = (path: string) => {
    const { estate, inputs } = readInputs([path]);
    return resultOf(estate, inputs, policy);
  };

  it("is read and judged", () => {
    synthesized();
    const { placements, inputs } = judged(at("cdktf.out"));
    expect(inputs).toMatchObject([{ kind: "synth", resources: 3 }]);
    expect(
      placements.map(({ address, accelerator, location }) => [address, accelerator, location.country]),
    ).toEqual([
      ["aws_instance.a", "nvidia-h100-sxm", "DE"],
      ["aws_instance.b", "nvidia-l4", "MY"],
    ]);
  });

  /** Reads all of a mutated text: values, or an `InputError`. */
  function survives(content: string): void {
    const path = write("mutant/cdk.tf.json", content);
    try {
      const { resources, modules } = readInputs([path]).estate;
      for (const resource of resources) {
        for (const key of resource.paths(() => true)) resource.read(key);
        resource.texts();
        resource.provider.read("region");
      }
      for (const call of modules) call.texts();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.message).toContain(path);
      expect(error.message).not.toContain("\n");
    }
  }

  it("with any bytes changed is read or refused, and nothing else", () => {
    const text = synthesized();
    const cut = fc.tuple(
      fc.nat(text.length),
      fc.nat(60),
      fc.constantFrom("", "null", "[]", "{}", '"${"', "0", "[[", "${", "\\", '"', "\u0000", "\ud800"),
    );
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        survives(
          cuts.reduce(
            (now, [from, length, put]) => now.slice(0, from) + put + now.slice(from + length),
            text,
          ),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("with any value changed is read or refused, and nothing else", () => {
    const original = JSON.parse(synthesized());
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        "${",
        "${var.type}",
        "${local.x}",
        "${aws_instance.a.id}",
        "${each.key}",
        "${count.index}",
        "%{if}",
        {},
        [],
        [[]],
        null,
        1e308,
        -1,
        2 ** 40,
        "999999999",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), other, fc.boolean()), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const mutant = structuredClone(original);
          for (const [which, value, asKey] of changes) {
            const places = placesIn(mutant);
            const place = places[which % places.length];
            if (!place) continue;
            if (asKey && typeof value === "string" && !Array.isArray(place.in))
              place.in[value] = structuredClone(place.in[place.key]);
            else place.in[place.key] = structuredClone(value);
          }
          survives(JSON.stringify(mutant));
        },
      ),
      { numRuns: 600 },
    );
  });
});

interface Place {
  readonly in: Record<string, unknown>;
  readonly key: string;
}

function placesIn(node: unknown): Place[] {
  if (typeof node !== "object" || node === null) return [];
  const container = node as Record<string, unknown>;
  return Object.entries(container).flatMap(([key, value]) => [{ in: container, key }, ...placesIn(value)]);
}

it("billions of laughs in a file end", () => {
  const locals: Record<string, unknown> = { l0: "p5.48xlarge" };
  for (let i = 1; i < 40; i++) locals[`l${i}`] = Array(10).fill(`\${local.l${i - 1}}`);
  const path = write("laughs.tf.json", {
    ...bahrain,
    locals,
    resource: { aws_instance: { x: { instance_type: "${local.l39}" } } },
  });
  // Followed to the end, they would not end in a lifetime.
  expect(readInputs([path]).estate.resources[0]?.read("instance_type")).not.toEqual([]);
});

describe("progress", () => {
  const toldOf = (...paths: string[]) => {
    const told: [string, number, number | null][] = [];
    const standardInput = () => bufferSource(Buffer.from(JSON.stringify(frankfurt)), "sha256:x");
    readInputs(paths, { standardInput, onRead: (path, bytes, size) => told.push([path, bytes, size]) });
    return told;
  };

  it("is told by file, up to its size", () => {
    write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
    const [size, told] = [JSON.stringify(frankfurt).length, toldOf(at("cdktf.out"))];
    expect(told.at(-1)).toEqual([at("cdktf.out/stacks/train/cdk.tf.json"), size, size]);
  });

  it("is told once for each piece of a large file, and not more often", () => {
    const megabytes = 5;
    const plan = `{"format_version":"1.2","resource_changes":[],"planned_values":{},"pad":"${"x".repeat(megabytes * 1024 * 1024)}"}`;
    const told = toldOf(write("plan.json", plan));
    expect(told.length).toBeGreaterThanOrEqual(megabytes);
    expect(told.length).toBeLessThan(megabytes + 5);
    expect(told.map(([, bytes]) => bytes)).toEqual(told.map(([, bytes]) => bytes).sort((a, b) => a - b));
  });

  it("knows no size of a stream", () => {
    expect(toldOf("-").at(-1)).toEqual(["-", JSON.stringify(frankfurt).length, null]);
  });
});
