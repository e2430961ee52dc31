import { type Each, PlanGraph, referencesIn } from "../../../lib/terraform/plan/graph";
import {
  type ConfiguredModule,
  emptyModule,
  emptyParts,
  type PlannedResource,
  type PlanParts,
} from "../../../lib/terraform/plan/parts";
import { isUnknown, Trace, type Value } from "../../../lib/terraform/value";

const refers = (...references: string[]) => ({ references });

/** A module of calls (`name` → inputs, inside), outputs and defaults. */
function moduleOf(
  outputs: Record<string, string[]> = {},
  calls: Record<
    string,
    { inputs?: Record<string, unknown>; forEach?: unknown; inside?: ConfiguredModule }
  > = {},
  defaults: Record<string, unknown> = {},
): ConfiguredModule {
  const module = emptyModule();
  for (const [name, references] of Object.entries(outputs)) module.outputs.set(name, refers(...references));
  for (const [name, value] of Object.entries(defaults)) module.defaults.set(name, value);
  for (const [name, { inputs = {}, forEach, inside = emptyModule() }] of Object.entries(calls))
    module.calls.set(name, { inputs, forEach, module: inside });
  return module;
}

/** A subnet at an address. */
function planned(address: string): PlannedResource {
  const [, module = "", mode = "", name = ""] = /^(.*?)\.?(data\.)?aws_subnet\.(\w+)/.exec(address) ?? [];
  return {
    address,
    module,
    mode: mode === "" ? "managed" : "data",
    type: "aws_subnet",
    name,
    after: {},
    unknown: {},
    stands: false,
    providerName: "",
  };
}

function graphOf(root: ConfiguredModule, addresses: string[] = [], more: Partial<PlanParts> = {}): PlanGraph {
  return new PlanGraph({ ...emptyParts(), root, resources: addresses.map(planned), ...more }, "plan.json");
}

const NONE: Each = { expression: undefined, index: "" };
function follow(graph: PlanGraph, expression: unknown, module = "", each = NONE) {
  const { references, whole } = graph.references(expression, module, each);
  return { to: references.map(({ address, attribute }) => `${address} ${attribute}`), whole };
}

describe("references", () => {
  it("are the longest of each, wherever they stand in an expression", () => {
    const block = [
      { a: refers("aws_subnet.x.id", "aws_subnet.x", "aws_subnet.xy") },
      { b: [refers("var.y")] },
    ];
    expect(referencesIn(block)).toEqual(["aws_subnet.x.id", "aws_subnet.xy", "var.y"]);
    expect(referencesIn({ references: [1, null, "a.b"] })).toEqual(["a.b"]);
    for (const nothing of [null, 1, "x", [], { constant_value: "a.b" }])
      expect(referencesIn(nothing)).toEqual([]);
  });

  it("lead to every instance, or the one named", () => {
    const graph = graphOf(emptyModule(), ['aws_subnet.x["a"]', 'aws_subnet.x["b.c]"]', "aws_subnet.y"]);
    expect(follow(graph, refers("aws_subnet.x")).to).toHaveLength(2);
    expect(follow(graph, refers('aws_subnet.x["b.c]"].id'))).toEqual({
      to: ['aws_subnet.x["b.c]"] id'],
      whole: true,
    });
    expect(follow(graph, refers("aws_subnet.z.id"))).toEqual({ to: [], whole: false });
    expect(follow(graph, refers("aws_subnet.y.id", "local.x"))).toEqual({
      to: ["aws_subnet.y id"],
      whole: false,
    });
  });

  it("stay in their own instance of a module", () => {
    const graph = graphOf(moduleOf({}, { m: {} }), [
      'module.m["a"].aws_subnet.x',
      'module.m["b"].aws_subnet.x',
    ]);
    expect(follow(graph, refers("aws_subnet.x.id"), 'module.m["b"]').to).toEqual([
      'module.m["b"].aws_subnet.x id',
    ]);
  });

  it("go through outputs and inputs, any number of modules deep", () => {
    const deepest = moduleOf({ subnet: ["aws_subnet.x.id"] });
    const middle = moduleOf({ out: ["module.inner.subnet"] }, { inner: { inside: deepest } });
    const root = moduleOf(
      {},
      {
        net: { inside: middle },
        pool: {
          inputs: { s: refers("module.net.out") },
          inside: moduleOf({}, { p: { inputs: { t: refers("var.s") } } }),
        },
      },
    );
    const graph = graphOf(root, ["module.net.module.inner.aws_subnet.x"]);
    const found = { to: ["module.net.module.inner.aws_subnet.x id"], whole: true };
    expect(follow(graph, refers("module.net.out"))).toEqual(found);
    expect(follow(graph, refers("var.t"), "module.pool.module.p")).toEqual(found);
    expect(follow(graph, refers("module.net.constructor"))).toEqual({ to: [], whole: false });
    expect(follow(graph, refers("var.constructor"), "module.pool.module.p")).toEqual({
      to: [],
      whole: false,
    });
  });

  it("of each.value lead to the element of the same key, or to all", () => {
    const graph = graphOf(emptyModule(), ['aws_subnet.x["a"]', 'aws_subnet.x["b"]']);
    const of = (index: string) =>
      follow(graph, refers("each.value.id"), "", { expression: refers("aws_subnet.x"), index });
    expect(of('["b"]').to).toEqual(['aws_subnet.x["b"] id']);
    expect(of('["c"]').to).toHaveLength(2);
    expect(of("").to).toHaveLength(2);
    expect(follow(graph, refers("each.value.id")).whole).toBe(false);
    expect(follow(graph, refers("each.key", "aws_subnet.x")).whole).toBe(true);
  });

  it("of each.value in what a module is given lead by the module's own key", () => {
    const root = moduleOf(
      {},
      { m: { inputs: { s: refers("each.value.id") }, forEach: refers("aws_subnet.x") } },
    );
    const graph = graphOf(root, ['aws_subnet.x["a"]', 'aws_subnet.x["b"]']);
    const to = (key: string) => follow(graph, refers("var.s"), `module.m["${key}"]`).to;
    expect([to("a"), to("b"), to("a")]).toEqual([
      ['aws_subnet.x["a"] id'],
      ['aws_subnet.x["b"] id'],
      ['aws_subnet.x["a"] id'],
    ]);
  });

  it("that run in circles end, and are not whole", () => {
    const inside = moduleOf({ a: ["module.m.b", "var.x"], b: ["module.m.a", "var.x"] });
    inside.calls.set("m", {
      inputs: { x: refers("module.m.a", "module.m.b", "var.x") },
      forEach: undefined,
      module: inside,
    });
    const root = moduleOf({}, { m: { inputs: { x: refers("module.m.a", "module.m.b") }, inside } });
    expect(follow(graphOf(root), refers("module.m.a"))).toEqual({ to: [], whole: false });
    expect(follow(graphOf(root), refers("var.x"), "module.m")).toEqual({ to: [], whole: false });
  });

  it("that fork at every step are followed once each", () => {
    let inside = moduleOf({ a: ["aws_subnet.x.id"], b: ["aws_subnet.x.id"] });
    let path = "";
    for (let depth = 0; depth < 40; depth++) {
      inside = moduleOf(
        { a: ["module.m.a", "module.m.b"], b: ["module.m.b", "module.m.a"] },
        { m: { inside } },
      );
      path += "module.m.";
    }
    expect(follow(graphOf(inside, [`${path}aws_subnet.x`]), refers("module.m.a"))).toEqual({
      to: [`${path}aws_subnet.x id`],
      whole: true,
    });
  });
});

describe("values of providers", () => {
  const value = (graph: PlanGraph, expression: unknown, module = ""): Value =>
    graph.value(expression, module, new Trace());
  const variables = new Map<string, unknown>([
    ["region", "me-south-1"],
    ["all", { gpu: ["eu-central-1", "me-south-1"] }],
  ]);

  it("are constants, variables or parts of them", () => {
    const graph = graphOf(emptyModule(), [], { variables });
    expect(value(graph, { constant_value: "eu-west-1" })).toBe("eu-west-1");
    expect(value(graph, refers("var.region"))).toBe("me-south-1");
    expect(value(graph, refers("var.all.gpu[1]", "var.all.gpu", "var.all"))).toBe("me-south-1");
    expect(value(graph, refers('var.all["gpu"][0]'))).toBe("eu-central-1");
    expect(value(graph, { constant_value: "${var.region}" })).toBe("me-south-1");
  });

  it("are unknown where the plan does not show them", () => {
    const graph = graphOf(emptyModule(), [], { variables });
    const open = [
      undefined,
      null,
      "x",
      {},
      refers("local.x"),
      refers("var.nowhere"),
      refers("var.constructor"),
      refers("var.region", "var.all.gpu"),
      refers("data.aws_region.x.name"),
      { constant_value: "${local.x}" },
    ];
    for (const expression of open) expect(isUnknown(value(graph, expression))).toBe(true);
  });

  it("come down through the inputs of three modules of one source, each with its own", () => {
    const source = () => moduleOf({}, {}, { region: "ap-southeast-1" });
    const root = moduleOf(
      {},
      {
        one: { inputs: { region: { constant_value: "eu-central-1" } }, inside: source() },
        two: { inputs: { region: refers("var.region") }, inside: source() },
        three: { inside: source() },
      },
    );
    const graph = graphOf(root, [], { variables });
    const of = (name: string) => value(graph, refers("var.region"), `module.${name}`);
    expect([of("one"), of("two"), of("three")]).toEqual(["eu-central-1", "me-south-1", "ap-southeast-1"]);
    expect(isUnknown(of("four"))).toBe(true);
  });

  it("that run in circles are unknown", () => {
    const inside = moduleOf();
    inside.calls.set("m", { inputs: { x: refers("var.x") }, forEach: undefined, module: inside });
    const root = moduleOf({}, { m: { inputs: { x: refers("var.x") }, inside } });
    const path = Array.from({ length: 200 }, () => "module.m").join(".");
    expect(isUnknown(value(graphOf(root), refers("var.x"), path))).toBe(true);
  });
});
