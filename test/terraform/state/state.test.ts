import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definePolicy } from "landfall";
import { keepJudged } from "../../../lib/inventory/keep";
import { type Result, resultOf } from "../../../lib/result";
import { readInputs } from "../../../lib/terraform/read";
import { refusal, useFiles } from "../files";

const fleet = (name: "show" | "raw") =>
  JSON.parse(readFileSync(join(__dirname, "fleet", `${name}.json`), "utf8"));
const { policy } = JSON.parse(readFileSync(join(__dirname, "fleet", "expected.json"), "utf8"));

const files = useFiles();
function judged(document: unknown): Result {
  const path = files.write("terraform.tfstate", document);
  const { estate, inputs } = readInputs([path], { keep: keepJudged });
  return resultOf(estate, inputs, definePolicy(policy));
}
const why = (document: unknown) => refusal(() => judged(document)).message.replace(/^\S+: /, "");
const placed = (document: unknown) =>
  judged(document).placements.map(({ address, accelerator, location }) => [
    address,
    accelerator,
    location.region,
    location.country,
  ]);
const blocking = (document: unknown) =>
  judged(document)
    .findings.filter(({ level }) => level === "block")
    .map(({ rule, address, message }) => ({ rule, address, message }));

const HERE = { schema_version: 1 };
const AWS = 'provider["registry.terraform.io/hashicorp/aws"]';
/** A raw state of one resource with these instances. */
const rawOf = (instances: unknown, more: object = {}, head: object = {}) => ({
  version: 4,
  terraform_version: "1.11.4",
  serial: 3,
  lineage: "00000000-0000-0000-0000-000000000001",
  outputs: {},
  resources: [{ mode: "managed", type: "aws_instance", name: "gpu", provider: AWS, instances, ...more }],
  check_results: null,
  ...head,
});
const gpu = (region: string, type = "p5.48xlarge") => ({
  ...HERE,
  attributes: {
    arn: `arn:aws:ec2:${region}:111122223333:instance/i-00000000000000001`,
    id: "i-00000000000000001",
    instance_type: type,
  },
});
const shownOf = (...resources: unknown[]) => ({
  format_version: "1.0",
  terraform_version: "1.11.4",
  values: { root_module: { resources } },
});
const shown = (region: string, more: object = {}) => ({
  address: "aws_instance.gpu",
  mode: "managed",
  type: "aws_instance",
  name: "gpu",
  provider_name: "registry.terraform.io/hashicorp/aws",
  schema_version: 1,
  values: gpu(region).attributes,
  ...more,
});

describe.each(["show", "raw"] as const)("a fleet made by Terraform (%s)", (name) => {
  const IN_FRANKFURT = ["nvidia-h100-sxm", "eu-central-1", "DE"];
  const BOTH = ["x.aws_instance.node", "y]"];

  it("is placed by its zones and ARNs, under Terraform's own addresses", () => {
    const nodes = ["$${d}", 'a.b[\\"c\\"]'].flatMap((pool) =>
      BOTH.map((key) => [`module.pool["${pool}"].aws_instance.node["${key}"]`, ...IN_FRANKFURT]),
    );
    expect(placed(fleet(name))).toEqual([
      ["aws_instance.gpu", "nvidia-h100-sxm", "me-south-1", "BH"],
      ["aws_instance.small[0]", "nvidia-t4", "me-south-1", "BH"],
      ["aws_instance.small[1]", "nvidia-t4", "me-south-1", "BH"],
      ...nodes,
    ]);
  });

  it("is blocked for what stands where it may not", () => {
    const found = blocking(fleet(name));
    expect(found).toEqual([
      {
        rule: "us-ear/zone-a",
        address: "aws_instance.gpu",
        message: expect.stringMatching(/ It already stands there\.$/),
      },
    ]);
  });

  it("is a state, with its managed resources counted", () => {
    expect(judged(fleet(name)).inputs).toMatchObject([{ kind: "state", resources: 12 }]);
  });

  it("is the same in any order of its keys", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, reversed(one)]),
      );
    };
    expect(placed(reversed(fleet(name))).sort()).toEqual(placed(fleet(name)).sort());
    expect(blocking(reversed(fleet(name)))).toEqual(blocking(fleet(name)));
  });

  it("is judged by its ARNs where no zone is written", () => {
    const text = JSON.stringify(fleet(name)).replace(
      /"(availability_zone|subnet_id|region)":"[^"]*"/g,
      '"$1":null',
    );
    const places = placed(JSON.parse(text));
    expect(places).toHaveLength(7);
    expect(new Set(places.map(([, , , country]) => country))).toEqual(new Set(["BH", "DE"]));
    expect(blocking(JSON.parse(text))).toHaveLength(1);
  });
});

describe("a raw state", () => {
  it.each([
    [undefined, "aws_instance.gpu"],
    [null, "aws_instance.gpu"],
    [0, "aws_instance.gpu[0]"],
    ["a", 'aws_instance.gpu["a"]'],
    ['q"\\', 'aws_instance.gpu["q\\"\\\\"]'],
    ["${x}%{y}$z", 'aws_instance.gpu["$${x}%%{y}$z"]'],
  ])("with the index_key %j", (key, address) => {
    expect(placed(rawOf([{ index_key: key, ...gpu("me-south-1") }]))[0]?.[0]).toBe(address);
  });

  it("takes each provider alias by the ARN of what it made", () => {
    const of = (name: string, region: string, alias: string) =>
      rawOf([gpu(region)], { name, provider: `${AWS}${alias}` }).resources[0];
    const state = {
      ...rawOf([]),
      resources: [
        of("a", "me-south-1", ""),
        of("b", "eu-central-1", ".frankfurt"),
        of("c", "cn-north-1", ".china"),
      ],
    };
    expect(placed(state).map(([, , region, country]) => [region, country])).toEqual([
      ["me-south-1", "BH"],
      ["eu-central-1", "DE"],
      ["cn-north-1", "CN"],
    ]);
    expect(blocking(state).map(({ address }) => address)).toEqual(["aws_instance.a", "aws_instance.c"]);
  });

  it("takes the T4 in Bahrain, and data sources, as harmless", () => {
    expect(judged(rawOf([gpu("me-south-1", "g4dn.xlarge")])).verdict).toBe("allowed");
    const data = judged(rawOf([gpu("me-south-1")], { mode: "data" }));
    expect([data.verdict, data.placements, data.inputs[0]?.resources]).toEqual(["allowed", [], 0]);
  });

  it("does not allow what stands at a place that nothing tells", () => {
    const nowhere = { ...HERE, attributes: { id: "i-1", instance_type: "p5.48xlarge" } };
    expect(blocking(rawOf([nowhere]))).toMatchObject([
      { rule: "gate/unresolved", address: "aws_instance.gpu" },
    ]);
  });

  it("counts what is deposed: it stands until it is destroyed", () => {
    const moved = rawOf([gpu("eu-central-1"), { deposed: "a1b2c3d4", ...gpu("me-south-1") }]);
    expect(placed(moved).map(([, , , country]) => country)).toEqual(["DE", "BH"]);
    expect(blocking(moved)).toHaveLength(1);
  });

  it("may be empty", () => {
    const empty = judged({ ...rawOf([]), resources: [] });
    expect([empty.verdict, empty.inputs[0]]).toEqual([
      "allowed",
      expect.objectContaining({ kind: "state", resources: 0 }),
    ]);
    expect(judged(rawOf([])).verdict).toBe("allowed");
  });

  it.each<[string, object, string]>([
    [
      "of version 3",
      { version: 3, serial: 1, lineage: "x", modules: [] },
      "the state file has version 3; expected version 4",
    ],
    ["of version 5", { ...rawOf([]), version: 5 }, "the state file has version 5; expected version 4"],
    ["without resources", { version: 4, serial: 1, lineage: "x" }, "the state file has no `resources`"],
    [
      "with resources of another kind",
      { ...rawOf([]), resources: {} },
      "at resources: {} stands where a list is expected",
    ],
    [
      "with attributes of Terraform 0.11",
      rawOf([{ attributes_flat: { instance_type: "p5.48xlarge" } }]),
      "at aws_instance.gpu: its attributes are written as Terraform 0.11 did",
    ],
    ["with an instance of another kind", rawOf([5]), "at aws_instance.gpu: an instance without attributes"],
    ["without instances", rawOf({}), "at aws_instance.gpu: a resource without its instances"],
    [
      "with a resource without a type",
      rawOf([], { type: 5 }),
      "at resources: a resource without a type or a name",
    ],
  ])("%s gets no verdict", (_, document, problem) => expect(why(document)).toContain(problem));
});

describe("`terraform show -json` of a state", () => {
  it("is told from a plan, and judged in child modules of any depth", () => {
    const child = (address: string, inner: object) => ({ address, ...inner });
    const document = {
      ...shownOf(shown("eu-central-1")),
      values: {
        root_module: {
          resources: [shown("eu-central-1")],
          child_modules: [
            child("module.a", {
              child_modules: [
                child('module.a.module.b["x"]', {
                  resources: [
                    shown("me-south-1", { address: 'module.a.module.b["x"].aws_instance.gpu[1]', index: 1 }),
                  ],
                }),
              ],
            }),
          ],
        },
      },
    };
    expect(judged(document).inputs).toMatchObject([{ kind: "state", resources: 2 }]);
    expect(blocking(document)).toMatchObject([{ address: 'module.a.module.b["x"].aws_instance.gpu[1]' }]);
  });

  it("counts what is deposed", () => {
    const document = shownOf(shown("eu-central-1"), shown("me-south-1", { deposed_key: "a1b2c3d4" }));
    expect(blocking(document)).toHaveLength(1);
  });

  it("takes data sources as harmless, and a resource without values as empty", () => {
    const document = shownOf(
      shown("me-south-1", { mode: "data" }),
      shown("x", { type: "aws_vpc", values: undefined }),
    );
    expect([judged(document).verdict, judged(document).inputs[0]?.resources]).toEqual(["allowed", 1]);
  });

  it("may be empty, when it says so", () => {
    expect(judged({ format_version: "1.0", terraform_version: "1.5.0", values: {} }).verdict).toBe("allowed");
    expect(judged({ format_version: "1.0", terraform_version: "1.5.0" }).verdict).toBe("allowed");
  });

  it.each<[string, object, string]>([
    ["found nothing", { format_version: "1.0" }, "`terraform show -json` found none; expected"],
    [
      "has another format",
      { format_version: "2.0", values: {} },
      'the format_version is the text "2.0"; expected 0.1 to 1.x',
    ],
    [
      "has values of another kind",
      shownOf(shown("x", { values: "p5" })),
      "at aws_instance.gpu: its values are no object",
    ],
    [
      "has a resource without an address",
      shownOf(shown("x", { address: 5 })),
      "a resource without an address or a type",
    ],
    [
      "is validate's",
      { format_version: "1.0", valid: true, error_count: 0, diagnostics: [] },
      "nothing Terraform writes",
    ],
    ["is of the schemas", { format_version: "1.0", provider_schemas: {} }, "nothing Terraform writes"],
    ["is of the functions", { format_version: "1.0", function_signatures: {} }, "nothing Terraform writes"],
  ])("%s: no verdict", (_, document, problem) => expect(why(document)).toContain(problem));
});
