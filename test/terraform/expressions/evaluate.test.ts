import { evaluate } from "../../../lib/terraform/expressions/evaluate";
import { findUnknown, Trace, Unknown } from "../../../lib/terraform/value";
import { evaluated, unknown } from "./helpers";

/** Inside of an interpolation. */
const of = (expression: string) => evaluated(`\${${expression}}`);
const whyOf = (text: string) => findUnknown(evaluated(text))?.why;

describe("plain JSON", () => {
  it.each([[null], [true], [0], [1.5], ["p5.48xlarge"], [""], [[]], [["a", 1]], [{ a: { b: [null] } }]])(
    "%j is itself",
    (value) => expect(JSON.parse(JSON.stringify(evaluated(value)))).toEqual(value),
  );

  it("has templates as keys", () => {
    expect(evaluated({ "${local.text}-x": 1 })).toEqual({ "p5.48xlarge-x": 1 });
    expect(evaluated({ "${x.y.id}": 1, b: 2 })).toBeInstanceOf(Unknown);
  });

  it("keeps an object's own __proto__ apart from its prototype", () => {
    const value = evaluated(JSON.parse('{"__proto__": {"polluted": true}}')) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(value["polluted"]).toBeUndefined();
  });
});

describe("templates", () => {
  it.each([
    ["${1}", 1],
    ["${true}", true],
    ["a${1}b", "a1b"],
    ["${local.text}", "p5.48xlarge"],
    ["${local.number}x", "8x"],
    ["$${literal}", "${literal}"],
    ["%%{literal}", "%{literal}"],
    ['${"a${"b${local.text}"}"}', "abp5.48xlarge"],
    ['${"\\"quoted\\" \\\\ \\n\\t"}', '"quoted" \\ \n\t'],
    ['${"\\u00e9\\U0001F600"}', "é😀"],
    ["\u212a", "K"],
    ['${"e\\u0301"}', "é"],
  ])("%s", (text, value) => expect(evaluated(text)).toEqual(value));

  it.each([
    ["a ${~ local.text}", "strip markers are not evaluated"],
    ["${local.text ~}", "strip markers are not evaluated"],
    ["%{ if true }a%{ endif }", "template directives are not evaluated"],
    ["${[for x in local.list : x]}", "expected ]"],
    ["${{for k, v in local.texts : k => v}}", "expected ="],
    ["${<<EOT\na\nEOT\n}", "expected a name"],
    ["${provider::aws::arn_parse(local.text)}", "provider functions are not evaluated"],
    ["${/* c */ 1}", "expected a name"],
    ["${1 # c\n}", "expected }"],
    ["${concat(local.list...)}", "expected )"],
    ["${}", "expected a name"],
    ["${local.text", "expected }"],
    ['${"a}', 'expected "'],
    ['${"\\x"}', "unknown escape"],
    ['${"\\uD83"}', "invalid unicode escape"],
    ["${1 2}", "expected }"],
    ["${a.*.b.*.c}", "nested splats are not evaluated"],
    ["${12345678901234567890}", "so many digits"],
  ])("%s is never guessed", (text, why) => {
    expect(whyOf(text)).toContain(why);
  });

  it.each(["${local.list}x", "${null}x", "${local.object} "])("%s cannot be text", (text) => {
    expect(whyOf(text)).toBe("a value cannot be written as text");
  });

  it("are unknown with the references of what is unknown in them", () => {
    const value = evaluated("arn:${local.text}/${x.y.id}") as Unknown;
    expect(value).toBeInstanceOf(Unknown);
    expect(value.expression).toBe("arn:${local.text}/${x.y.id}");
    expect(value.why).toBe(unknown.why);
    expect(value.mentions).toEqual(unknown.references);
  });
});

describe("the form of what is not known", () => {
  const formOf = (text: string) => (evaluated(text) as Unknown).form;

  it("is told of templates, joined texts and JSON", () => {
    expect(formOf("arn:${x.y.id}:root")).toEqual({ joined: ["arn:", expect.any(Unknown), ":root"] });
    expect(formOf('${join(":", ["arn", x.y.id])}')).toEqual({ joined: ["arn", ":", expect.any(Unknown)] });
    expect(formOf('${jsonencode({ a = "*", b = x.y.id })}')).toEqual({
      encoded: { a: "*", b: expect.any(Unknown) },
    });
  });

  it("is not told of what else is computed", () => {
    expect(formOf('${format("%s", x.y.id)}')).toBeNull();
    expect(formOf("${x.y.id}")).toBeNull();
  });
});

describe("traversals", () => {
  it.each([
    ["local.object.one", 1],
    ['local.object["two"]', "2"],
    ["local.list[1]", "b"],
    ["local.list.1", "b"],
    ['local.list["1"]', "b"],
    ["local.nested.1.0", ["b", "c"]],
    ["local.nested[1][0][1]", "c"],
    ["local.machines[local.number - 8].zones[1]", "b"],
    ["local.with-dash", "dash"],
    ['local["with-dash"]', "dash"],
    ["local.number-8", undefined],
    ["local.number - 8", 0],
    ["local.list[3]", undefined],
    ["local.list[-1]", undefined],
    ['local.list[""]', undefined],
    ["local.list[0.5]", undefined],
    ["local.list[true]", undefined],
    ["local.object.constructor", undefined],
    ["local.text.length", undefined],
    ["local.list[x.y.id]", undefined],
    ["nowhere.a.b", undefined],
  ])("%s", (expression, value) => {
    if (value === undefined) expect(of(expression)).toBeInstanceOf(Unknown);
    else expect(of(expression)).toEqual(value);
  });

  it("names with dashes, as cdktf gives outputs, are one name", () => {
    const looked: string[] = [];
    const scope = {
      lookUp: (name: string, path: readonly (string | number)[]) => {
        looked.push([name, ...path].join("|"));
        return "found";
      },
    };
    const text =
      "${data.terraform_remote_state.cross-stack-reference-input-a.outputs.cross-stack-output-x-id}";
    expect(evaluate(text, scope, new Trace())).toBe("found");
    expect(looked).toEqual([
      "data|terraform_remote_state|cross-stack-reference-input-a|outputs|cross-stack-output-x-id",
    ]);
  });
});

describe("splats", () => {
  it.each([
    ["local.machines[*].type", ["p5.48xlarge", "g6.xlarge"]],
    ["local.machines.*.type", ["p5.48xlarge", "g6.xlarge"]],
    ["local.machines[*].zones[0]", ["a", "c"]],
    ["local.machines.*.zones[0]", ["a", "b"]],
    ["(local.machines[*].zones)[0]", ["a", "b"]],
    ["local.machines.*.zones.0", ["a", "c"]],
    ["local.machines[*].zones[*]", [["a", "b"], ["c"]]],
    ["local.text[*]", ["p5.48xlarge"]],
    ["local.nothing[*]", []],
  ])("%s", (expression, value) => expect(of(expression)).toEqual(value));

  it("of something unknown is unknown", () => expect(of("x.y[*].id")).toBeInstanceOf(Unknown));
});

describe("conditionals", () => {
  it.each([
    ['true ? "a" : "b"', "a"],
    ['"false" ? "a" : "b"', "b"],
    ['false ? 1 : true ? "a" : "b"', "a"],
    ['true ? 1 : "x"', "1"],
    ['true ? [1] : ["x"]', ["1"]],
    ["true ? null : 1", null],
    ["true ? 8 : local.list[9]", 8],
    ["true ? local.text : x.y.id", "p5.48xlarge"],
  ])("%s", (expression, value) => expect(of(expression)).toEqual(value));

  it.each(["1 ? 2 : 3", "null ? 1 : 2", "true ? 1 : [1]"])("%s is unknown", (expression) =>
    expect(of(expression)).toBeInstanceOf(Unknown),
  );

  it.each([
    ['x.y.id ? "a" : "b"', ["a", "b"]],
    ['x.y.id == 1 ? "a" : x.y.id == 2 ? "b" : "c"', ["a", "b", "c"]],
    ['x.y.id ? 1 : "b"', ["1", "b"]],
    ['x.y.id ? "a" : x.y.id', null],
    ["x.y.id ? [1] : [x.y.id]", null],
    ["x.y.id ? 1 : [1]", null],
  ])("%s has these candidates", (expression, candidates) => {
    const value = of(expression) as Unknown;
    expect(value).toBeInstanceOf(Unknown);
    expect(value.candidates).toEqual(candidates);
  });
});

describe("operators", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 - 2 - 1", 4],
    ["8 / 2 / 2", 2],
    ["-7 % 3", -1],
    ["--2", 2],
    ["- 2 * 3", -6],
    ["!true == false", true],
    ["1 < 2 == true", true],
    ["true || false && false", true],
    ["1 == 1.0", true],
    ["null == null", true],
    ['null != ""', true],
    ['"5" + 1', 6],
    ["ceil(10 / 3)", 4],
    ["10 / 4", 2.5],
  ])("%s = %j", (expression, value) => expect(of(expression)).toBe(value));

  it.each([
    ["1 / 0", "division by zero"],
    ["1 % 0", "division by zero"],
    ['1 == "1"', "values of two types are compared"],
    ["local.list == []", "lists or objects are compared"],
    ["0.1 + 0.2", "too long or too fine"],
    ["9007199254740991 * 3", "too long or too fine"],
    ["10 / 3 == 10 / 3", "too many digits"],
    ['"a" < "b"', "something else than a number"],
    ["1 && true", "neither true nor false"],
    ["x.y.id + 1", unknown.why],
    ["!x.y.id", unknown.why],
  ])("%s is not known: %s", (expression, why) => {
    expect(whyOf(`\${${expression}}`)).toContain(why);
  });

  it("an inexact quotient is not written out", () => {
    expect(whyOf("${1 / 3}x")).toBe("a value cannot be written as text");
  });
});

describe("lists and objects", () => {
  it.each([
    ["[1, 2,]", [1, 2]],
    ["{ a = 1, b : 2, }", { a: 1, b: 2 }],
    ["{ a = 1\n b = 2 }", { a: 1, b: 2 }],
    ["{ (local.text) = 1 }", { "p5.48xlarge": 1 }],
    ['{ "${local.text}x" = 1 }', { "p5.48xlargex": 1 }],
    ["{ a = { b = [{ c = 1 }] } }.a.b[0].c", 1],
    ["{ true = 1, with-dash = 2 }", { true: 1, "with-dash": 2 }],
  ])("%s", (expression, value) => expect({ value: of(expression) }).toEqual({ value }));

  it("keep unknown members beside known ones", () => {
    const value = of("[local.text, x.y.id]") as unknown[];
    expect(value).toEqual(["p5.48xlarge", unknown]);
    expect(of("[local.text, x.y.id][0]")).toBe("p5.48xlarge");
    expect(of("{ a = x.y.id, b = 1 }.b")).toBe(1);
  });

  it("with a key that is not known are unknown", () => {
    expect(of("{ (x.y.id) = 1, b = 2 }")).toBeInstanceOf(Unknown);
  });
});
