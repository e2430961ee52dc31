import fc from "fast-check";
import { openEmbedded } from "../../../lib/inventory/embedded";
import { opaqueTypes, type TemplateFormat } from "../../../lib/inventory/opaque";
import type { Resource } from "../../../lib/terraform/resource";
import { glanced, readPath, readTexts, someText } from "../../../lib/terraform/synth/walk";
import { Trace, type Value } from "../../../lib/terraform/value";

const holders: Readonly<
  Record<TemplateFormat, readonly [type: string, path: string, more: Record<string, Value>]>
> = {
  cloudformation: ["aws_cloudformation_stack", "template_body", { parameters: { Size: "48xlarge" } }],
  "cloud-control": ["aws_cloudcontrolapi_resource", "desired_state", { type_name: "AWS::EC2::Instance" }],
  kubernetes: ["kubectl_manifest", "yaml_body", {}],
  "azure-resource-manager": ["azurerm_resource_group_template_deployment", "template_content", {}],
};

const formats = Object.keys(holders) as TemplateFormat[];

function holder(format: TemplateFormat, text: Value): Resource {
  const [type, path, more] = holders[format];
  const body: Value = { ...more, [path]: text };
  const resource: Resource = {
    address: `${type}.a`,
    mode: "managed",
    type,
    name: "a",
    stack: "example",
    input: "example",
    multiplicity: 1,
    trace: new Trace(),
    stage: "synth",
    stands: false,
    named: () => [],
    provider: {
      key: "p",
      kind: "p",
      missing: null,
      read: (p) => readPath({ region: "eu-central-1" }, null, p),
    },
    read: (p) => readPath(body, null, p),
    glance: (name) => glanced(body, name),
    among: () => null,
    source: () => null,
    mentions: (test) => someText(body, test),
    paths: () => [],
    texts: () => readTexts(body, null),
    follow: () => [],
  };
  return resource;
}

/** Opens a text and reads everything in it; what matters is that nothing is thrown and nothing is lost in silence. */
function openText(format: TemplateFormat, text: Value) {
  const [type] = holders[format];
  const opened = openEmbedded(holder(format, text), format, opaqueTypes[type]?.paths ?? []);
  for (const resource of opened.resources) {
    resource.texts();
    for (const path of resource.paths(() => true)) resource.read(path).map((one) => one.sibling("a"));
  }
  expect(opened.unread === null || opened.unread.length > 0).toBe(true);
  return opened;
}

const valid: Readonly<Record<TemplateFormat, readonly string[]>> = {
  cloudformation: [
    JSON.stringify({
      Parameters: { Size: { Type: "String", Default: "xlarge" } },
      Mappings: { M: { a: { b: "p5.48xlarge" } } },
      Conditions: { C: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "Size" }, "x"] }] } },
      Resources: {
        A: {
          Type: "AWS::EC2::Instance",
          Condition: "C",
          Properties: { InstanceType: { "Fn::Sub": "p5.${Size}" }, SubnetId: { "Fn::GetAtt": ["B", "Id"] } },
        },
        B: {
          Type: "AWS::EC2::Subnet",
          Properties: { AvailabilityZone: { "Fn::Select": [0, { "Fn::Split": [",", "a,b"] }] } },
        },
      },
    }),
    "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      InstanceType: !If [C, !Ref X, !FindInMap [M, a, b]]\n      Tags: &t\n        - {Key: a, Value: !Join [',', [a, b]]}\n      More: *t\nConditions:\n  C: !Or [!Equals [a, b], !Condition C]\n",
  ],
  "cloud-control": ['{"InstanceType":"p5.48xlarge","Tags":[{"Key":"a"}]}'],
  kubernetes: [
    "apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: a}\nspec:\n  limits: {nodes: 3}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      requirements:\n        - {key: node.kubernetes.io/instance-type, operator: In, values: [p5.48xlarge]}\n        - {key: karpenter.k8s.aws/instance-generation, operator: Gt, values: ['2']}\n---\nkind: List\napiVersion: v1\nitems: [{kind: AWSMachineTemplate, apiVersion: infrastructure.cluster.x-k8s.io/v1, spec: {template: {spec: {instanceType: g6.xlarge}}}}]\n",
  ],
  "azure-resource-manager": [
    JSON.stringify({
      parameters: { s: { defaultValue: "Standard_ND96isr_H100_v5" } },
      variables: { v: ["[parameters('s')]"] },
      resources: [
        {
          type: "Microsoft.Compute/virtualMachines",
          name: "a",
          location: "[resourceGroup().location]",
          copy: { count: 2 },
          properties: {
            hardwareProfile: { vmSize: "[if(equals('a', 'b'), variables('v')[0], concat('x', 'y'))]" },
          },
        },
        {
          type: "Microsoft.Resources/deployments",
          name: "b",
          properties: { template: { resources: [] }, parameters: {} },
        },
      ],
    }),
  ],
};

const deep = (open: string, close: string, times = 50_000) => open.repeat(times) + close.repeat(times);

const hostile: readonly (readonly [string, string])[] = [
  ["a list of lists", deep("[", "]")],
  ["objects in objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["deep flow maps of YAML", deep("{a: ", "}", 5_000)],
  ["deep block lists of YAML", `${"- ".repeat(5_000)}a`],
  ["deep Resources", `{"Resources":${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}}`],
  [
    "deep functions",
    `{"Resources":{"A":{"Type":"AWS::EC2::Instance","Properties":{"InstanceType":${'{"Fn::Join":["",['.repeat(90)}"a"${"]]}".repeat(90)}}}}}`,
  ],
  [
    "deep expressions",
    JSON.stringify({
      resources: [{ type: "a.b/c", name: `[${"concat(".repeat(5_000)}${")".repeat(5_000)}]` }],
    }),
  ],
  ["a circle of aliases", "a: &a [*a]"],
  ["an alias of nothing", "a: *b"],
  ["a merge of itself", "a: &a\n  <<: *a\n"],
  [
    "a prototype",
    '{"__proto__":{"Resources":{}},"constructor":1,"Resources":{"__proto__":{"Type":"__proto__","Properties":{"__proto__":1}}},"resources":[{"__proto__":1,"type":"__proto__"}]}',
  ],
  [
    "a prototype in YAML",
    "__proto__: {kind: NodePool}\nconstructor: 1\nkind: __proto__\napiVersion: karpenter.sh/v1\n",
  ],
  ["NUL and surrogates", '{"a":"\\u0000\\ud800"}'],
  ["an enormous text", `{"a":"${"x".repeat(5_000_000)}"}`],
  ["an enormous text that is no JSON", `a: ${"x".repeat(3_000_000)}`],
  ["a key twice", '{"Resources":{},"Resources":{}}'],
  ["nothing", ""],
  ["null", "null"],
  ["a number", "5"],
  ["a mark of byte order", "\ufeff{}"],
  ["binary", "!!binary aGk="],
  ["a tag nobody knows", "!Nope [a]"],
];

describe.each(formats)("%s", (format) => {
  test.each(hostile)("%s is refused with a reason", (_, text) => {
    const started = performance.now();
    const { unread } = openText(format, text);
    const mayBeRead = format === "cloud-control" || format === "kubernetes" || text.includes('"type"');
    if (!mayBeRead) expect(unread).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("an alias bomb", () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
    );
    expect(openText(format, `a0: &a0 x\n${lines.join("\n")}\n`).unread).toContain("aliases");
  });

  test("valid texts are read", () => {
    for (const text of valid[format]) expect(openText(format, text)).toMatchObject({ unread: null });
  });

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => void openText(format, text)),
      { numRuns: 300 },
    );
  });

  test("any JSON, as a text and as a value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        openText(format, text);
        openText(format, JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  test("valid texts with a part replaced by another", () => {
    const texts = valid[format];
    const words = texts.flatMap((text) => text.match(/"[^"]*"|[A-Za-z:.!_-]+|[[\]{},]/g) ?? []);
    const mutation = fc.record({
      text: fc.constantFrom(...texts),
      edits: fc.array(
        fc.record({
          at: fc.nat(),
          length: fc.nat(12),
          by: fc.oneof(
            fc.constantFrom(...words),
            fc.constantFrom("", "null", "[]", "{}", "*t", "&t ", '"__proto__"', "1e999", "\n", "---\n"),
            fc.string(),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(mutation, ({ text, edits }) => {
        const mutated = edits.reduce((before, { at, length, by }) => {
          const i = at % before.length;
          return before.slice(0, i) + by + before.slice(i + length) || " ";
        }, text);
        openText(format, mutated);
      }),
      { numRuns: 1_000 },
    );
  });

  test("valid texts with a value replaced by another", () => {
    const json = valid[format].filter((text) => text.startsWith("{")).map((text) => JSON.parse(text));
    if (json.length === 0) return;
    const spots = json.flatMap((document) => pathsIn(document).map((path) => ({ document, path })));
    const any = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...spots.map(({ document, path }) => at(document, path))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...spots), any, ({ document, path }, value) => {
        openText(format, JSON.stringify(replaced(document, path, value)));
      }),
      { numRuns: 1_000 },
    );
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the values of a JSON document
type Json = any;

function pathsIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function at(value: Json, path: readonly string[]): Json {
  return path.reduce((inner, key) => inner[key], value);
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}
