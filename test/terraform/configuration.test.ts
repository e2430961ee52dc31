import {
  ConfigurationError,
  mergeRoots,
  overridden,
  readConfiguration,
} from "../../lib/terraform/configuration";

const read = (root: Record<string, unknown>) => readConfiguration("s", root);
const failing = (root: Record<string, unknown>) => {
  try {
    read(root);
  } catch (error) {
    if (error instanceof ConfigurationError) return `${error.path}: ${error.message}`;
    throw error;
  }
  throw new Error("expected a ConfigurationError");
};

describe("every level is an object or a list of objects", () => {
  const body = { instance_type: "p5.48xlarge" };
  const expected = [{ mode: "managed", type: "aws_instance", name: "gpu", body }];
  it.each([
    [{ aws_instance: { gpu: body } }],
    [{ aws_instance: { gpu: [body] } }],
    [{ aws_instance: [{ gpu: body }] }],
    [{ aws_instance: [{ gpu: [body] }] }],
    [[{ aws_instance: { gpu: body } }]],
    [[{ aws_instance: [{ gpu: [body] }] }]],
    [[[{ aws_instance: [[{ gpu: [[body]] }]] }]]],
    [[{}, { aws_instance: [{}, { gpu: body }] }, null]],
  ])("%j", (resource) => expect(read({ resource }).blocks).toEqual(expected));

  it("and several of a name are all kept", () => {
    const { blocks } = read({ resource: [{ t_a: { x: { n: 1 } } }, { t_a: { x: [{ n: 2 }, { n: 3 }] } }] });
    expect(blocks.map(({ body: { n } }) => n)).toEqual([1, 2, 3]);
  });

  it("for the other blocks too", () => {
    const configuration = read({
      terraform: [
        { required_providers: [{ aws: { source: "hashicorp/aws" }, old: "~> 5" }] },
        { backend: [{ s3: [{ key: "k" }] }] },
      ],
      provider: [{ aws: { region: "r" } }, { aws: [{ alias: "x" }, { alias: null }] }],
      variable: [{ a: { default: 1 } }],
      locals: [{ a: 1 }, { b: 2 }],
      module: { m: [{ source: "s" }] },
      output: { o: { value: 1 } },
      data: { d_t: { n: {} } },
    });
    expect(configuration.providers.map(({ name, alias }) => [name, alias])).toEqual([
      ["aws", null],
      ["aws", "x"],
      ["aws", null],
    ]);
    expect([...configuration.locals]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(configuration.backend).toEqual({ type: "s3", config: { key: "k" } });
    expect([...configuration.providerSources]).toEqual([["aws", "hashicorp/aws"]]);
    expect([
      ...configuration.modules.keys(),
      ...configuration.outputs.keys(),
      ...configuration.variables.keys(),
    ]).toEqual(["m", "o", "a"]);
    expect(configuration.blocks).toEqual([{ mode: "data", type: "d_t", name: "n", body: {} }]);
  });
});

it("comments are left out at every level", () => {
  const configuration = read({
    "//": "c",
    resource: { "//": "c", aws_instance: { "//": { a: 1 }, gpu: { "//": "kept in the body" } } },
    locals: { "//": "c", a: 1 },
    provider: { "//": "c" },
    terraform: { "//": "c", required_providers: { "//": "c" } },
  });
  expect(configuration.blocks.map(({ name }) => name)).toEqual(["gpu"]);
  expect([...configuration.locals.keys()]).toEqual(["a"]);
  expect(configuration.providers).toEqual([]);
  expect(mergeRoots([{ "//": 1 }, { "//": 2 }])).toEqual({});
});

it.each<[Record<string, unknown>, string]>([
  [{ resource: 5 }, "resource: the number 5 stands where a block (a JSON object) is expected"],
  [{ resource: "x" }, 'resource: the text "x" stands'],
  [{ resource: { aws_instance: "x" } }, 'resource.aws_instance: the text "x" stands'],
  [
    { resource: { aws_instance: { gpu: [{}, true] } } },
    "resource.aws_instance.gpu[1]: the logical value true stands",
  ],
  [{ resource: [{ aws_instance: [{ gpu: 1 }] }] }, "resource[0].aws_instance[0].gpu: the number 1 stands"],
  [{ data: { t: { n: "" } } }, "data.t.n: empty text stands"],
  [{ locals: [1] }, "locals[0]: the number 1 stands"],
  [{ provider: { aws: ["x"] } }, 'provider.aws[0]: the text "x" stands'],
  [
    { provider: { aws: [{ alias: 5 }] } },
    "provider.aws[0].alias: the number 5 is not a provider alias (text expected)",
  ],
  [{ variable: { a: "x" } }, 'variable.a: the text "x" stands'],
  [{ module: { m: false } }, "module.m: the logical value false stands"],
  [{ output: { o: 0 } }, "output.o: the number 0 stands"],
  [{ terraform: "x" }, 'terraform: the text "x" stands'],
  [{ terraform: { backend: { s3: "x" } } }, 'terraform.backend.s3: the text "x" stands'],
  [{ terraform: { required_providers: 1 } }, "terraform.required_providers: the number 1 stands"],
])("%j names the path", (root, expected) => expect(failing(root)).toContain(expected));

it("a wrong value is shown in a short line", () => {
  expect(failing({ resource: { aws_instance: "x".repeat(5_000) } }).length).toBeLessThan(300);
});

it("files of a directory are one root module", () => {
  const merged = mergeRoots([
    { locals: { a: 1 }, resource: { t: { x: {} } } },
    { locals: { b: 2 } },
    { resource: [{ t: { y: {} } }] },
  ]);
  const configuration = read(merged);
  expect([...configuration.locals.keys()]).toEqual(["a", "b"]);
  expect(configuration.blocks.map(({ name }) => name)).toEqual(["x", "y"]);
});

describe("an override file", () => {
  it("replaces arguments and keeps the others", () => {
    const base = read({
      resource: { t: { x: { a: 1, b: { c: 1 } }, y: {} } },
      provider: { aws: [{ region: "a" }, { alias: "z", region: "b" }] },
      locals: { l: 1, m: 1 },
    });
    const over = read({
      resource: { t: { x: { b: { d: 2 } } } },
      provider: { aws: { region: "c" } },
      locals: { l: 2 },
    });
    const { blocks, providers, locals } = overridden(base, over);
    expect(blocks.map(({ name, body }) => [name, body])).toEqual([
      ["x", { a: 1, b: { d: 2 } }],
      ["y", {}],
    ]);
    expect(providers.map(({ body }) => body["region"])).toEqual(["c", "b"]);
    expect(Object.fromEntries(locals)).toEqual({ l: 2, m: 1 });
  });
});
