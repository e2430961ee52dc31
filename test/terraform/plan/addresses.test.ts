import fc from "fast-check";
import {
  lastIndex,
  moduleOfAddress,
  modulePath,
  moduleSteps,
  parseReference,
} from "../../../lib/terraform/plan/addresses";

describe("module paths", () => {
  it.each<[string, [string, string][]]>([
    ["", []],
    ["module.a", [["a", ""]]],
    [
      "module.a.module.b-c",
      [
        ["a", ""],
        ["b-c", ""],
      ],
    ],
    [
      "module.a[0].module.b",
      [
        ["a", "[0]"],
        ["b", ""],
      ],
    ],
    [
      'module.a["x.y"].module.b["z"]',
      [
        ["a", '["x.y"]'],
        ["b", '["z"]'],
      ],
    ],
    ['module.a["q\\"].module.c"]', [["a", '["q\\"].module.c"]']]],
    [
      'module.a["]"].module.b["["]',
      [
        ["a", '["]"]'],
        ["b", '["["]'],
      ],
    ],
    [
      'module.a["\\\\"].module.b',
      [
        ["a", '["\\\\"]'],
        ["b", ""],
      ],
    ],
    [
      'module.module["module.x"].module.module',
      [
        ["module", '["module.x"]'],
        ["module", ""],
      ],
    ],
  ])("%s", (path, expected) => {
    expect(moduleSteps(path)).toEqual(expected.map(([name, index]) => ({ name, index })));
    expect(modulePath(moduleSteps(path))).toBe(path);
  });

  it("are told from a resource's address, whatever its keys say", () => {
    const key = fc.option(fc.oneof(fc.nat(), fc.string({ unit: fc.constantFrom(...'ab.[]"\\$ {}') })));
    const index = (one: number | string | null) => (one === null ? "" : `[${JSON.stringify(one)}]`);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 3 }), key, fc.boolean(), (keys, own, isData) => {
        const module = keys.map((one, at) => `module.m${at}${index(one)}`).join(".");
        const resource = `${isData ? "data." : ""}aws_instance.gpu${index(own)}`;
        const address = module === "" ? resource : `${module}.${resource}`;
        expect(moduleOfAddress(address)).toBe(module);
        expect(lastIndex(address)).toBe(index(own));
      }),
    );
  });
});

describe("references", () => {
  it.each([
    ["aws_subnet.x", ["resource", "aws_subnet.x", "", ""]],
    ["aws_subnet.x[0].id", ["resource", "aws_subnet.x", "[0]", "id"]],
    ['aws_subnet.x["a.b"].tags["n"]', ["resource", "aws_subnet.x", '["a.b"]', 'tags["n"]']],
    ["data.aws_subnet.x.id", ["resource", "data.aws_subnet.x", "", "id"]],
    ["module.vpc", ["module", "vpc", "", ""]],
    ['module.vpc["a]"].subnets[0]', ["module", "vpc", '["a]"]', "subnets[0]"]],
    ["var.type", ["variable", "type", "", ""]],
    ['var.types["gpu"].name', ["variable", "types", '["gpu"]', "name"]],
    ["local.x", ["other", "local.x", "", ""]],
    ["each.value.id", ["other", "each.value.id", "", ""]],
    ["count.index", ["other", "count.index", "", ""]],
    ["path.module", ["other", "path.module", "", ""]],
    ["", ["other", "", "", ""]],
    ["nonsense", ["other", "nonsense", "", ""]],
  ])("%s", (reference, [kind, name, index, rest]) => {
    expect(parseReference(reference as string)).toEqual({ kind, name, index, rest });
  });
});
