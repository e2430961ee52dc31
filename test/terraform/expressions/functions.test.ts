import { findUnknown, Unknown } from "../../../lib/terraform/value";
import { evaluated } from "./helpers";

const of = (expression: string) => evaluated(`\${${expression}}`);

/** Call · its value · a call with something unknown · a call of a wrong type. */
const FUNCTIONS: readonly [string, unknown, string, string][] = [
  ['element(["a", "b"], 3)', "b", "element(local.list, x.y.id)", 'element("a", 0)'],
  ['lookup(local.texts, "a")', "A", "lookup(x.y.id, local.text)", "lookup(local.list, 0)"],
  ['concat(["a"], ["b"])', ["a", "b"], "concat(local.list, x.y.id)", 'concat("a")'],
  ["merge({ a = 1 }, { a = 2 })", { a: 2 }, "merge({ a = 1 }, x.y.id)", "merge([1])"],
  ["length([1, 2])", 2, "length(x.y.id)", "length(5)"],
  ["keys({ b = 1, a = 2 })", ["a", "b"], "keys(x.y.id)", "keys([])"],
  ["values({ b = 1, a = 2 })", [2, 1], "values(x.y.id)", "values(5)"],
  ["slice(local.list, 0, 2)", ["a", "b"], "slice(local.list, 0, x.y.id)", "slice(local.list, 1, 9)"],
  ["reverse(local.list)", ["c", "b", "a"], "reverse(x.y.id)", 'reverse("abc")'],
  ["one([1])", 1, "one(x.y.id)", "one([1, 2])"],
  ['tolist([1, "a"])', ["1", "a"], "tolist(x.y.id)", 'tolist("a")'],
  ['toset(["b", "a", "b"])', ["a", "b"], 'toset(["a", x.y.id])', 'toset("a")'],
  ['tomap({ a = 1, b = "x" })', { a: "1", b: "x" }, "tomap(x.y.id)", "tomap([])"],
  ["sensitive(1)", 1, "sensitive(x.y.id)", "nope(1)"],
  ["nonsensitive(1)", 1, "nonsensitive(x.y.id)", "nope()"],
  ["tostring(1.5)", "1.5", "tostring(x.y.id)", "tostring([])"],
  ['tonumber("05")', 5, "tonumber(x.y.id)", 'tonumber("x")'],
  ['tobool("true")', true, "tobool(x.y.id)", 'tobool("yes")'],
  ['join("-", ["a", 1])', "a-1", 'join("-", ["a", x.y.id])', 'join(",", "a")'],
  ['split(",", "a,b")', ["a", "b"], 'split(",", x.y.id)', 'split(",", [])'],
  ['format("%s-%03d%%", "a", 5)', "a-005%", 'format("%s", x.y.id)', 'format("%d", 1.5)'],
  ['lower("ABC")', "abc", "lower(x.y.id)", "lower([])"],
  ['upper("abc")', "ABC", "upper(x.y.id)", "upper(null)"],
  ['title("a-b c_d")', "A-B C_d", "title(x.y.id)", "title([])"],
  ['trimspace(" a\\n")', "a", "trimspace(x.y.id)", "trimspace([])"],
  ['chomp("a\\r\\n")', "a", "chomp(x.y.id)", "chomp([])"],
  ['trimprefix("heheh", "he")', "heh", 'trimprefix(x.y.id, "a")', 'trimprefix([], "a")'],
  ['trimsuffix("hello", "lo")', "hel", 'trimsuffix(x.y.id, "a")', 'trimsuffix([], "a")'],
  ['replace("a-b-c", "-", "+")', "a+b+c", 'replace(x.y.id, "-", "")', 'replace("abc", "/[ab]/", "x")'],
  ['substr("hello", -9, 3)', "hel", 'substr("hello", x.y.id, 1)', 'substr("hello", "a", 1)'],
  ['strrev("abc")', "cba", "strrev(x.y.id)", "strrev([])"],
  ['startswith("abc", "ab")', true, 'startswith(x.y.id, "a")', "startswith([], 1)"],
  ['endswith("abc", "bc")', true, 'endswith(x.y.id, "a")', "endswith([], 1)"],
  ['strcontains("abc", "b")', true, 'strcontains(x.y.id, "a")', "strcontains(null, 1)"],
  ['coalesce(null, "", "a")', "a", "coalesce(null, x.y.id)", "coalesce(null)"],
  ['coalescelist([], ["a"])', ["a"], "coalescelist([], x.y.id)", 'coalescelist("a")'],
  ['compact(["a", "", null])', ["a"], 'compact(["a", x.y.id])', "compact(5)"],
  ['distinct(["b", "a", "b"])', ["b", "a"], "distinct([x.y.id])", "distinct(5)"],
  ["flatten(local.nested)", ["a", "b", "c"], "flatten([x.y.id])", 'flatten("a")'],
  ['sort(["b", "a", "C"])', ["C", "a", "b"], "sort([x.y.id])", "sort(5)"],
  ['contains(["a"], "a")', true, 'contains([x.y.id], "a")', 'contains("abc", "a")'],
  ['index(local.list, "b")', 1, "index(local.list, x.y.id)", 'index(local.list, "z")'],
  ['zipmap(["a"], [1])', { a: 1 }, 'zipmap(["a"], [x.y.id])', 'zipmap(["a"], [])'],
  ["max(1, 5, 3)", 5, "max(1, x.y.id)", "max()"],
  ["min(1, 5, 3)", 1, "min(1, x.y.id)", "min([1])"],
  ["abs(-5)", 5, "abs(x.y.id)", 'abs("x")'],
  ["ceil(1.2)", 2, "ceil(x.y.id)", "ceil([])"],
  ["floor(1.8)", 1, "floor(x.y.id)", "floor(true)"],
  ["sum([1, 2])", 3, "sum([1, x.y.id])", "sum([])"],
  ['jsondecode("[1, {\\"a\\": null}]")', [1, { a: null }], "jsondecode(x.y.id)", 'jsondecode("{")'],
  ["jsonencode({ b = [1], a = null })", '{"a":null,"b":[1]}', "jsonencode([x.y.id])", "jsonencode(1 / 3)"],
  ['base64decode("aGVsbG8=")', "hello", "base64decode(x.y.id)", 'base64decode("***")'],
  ['base64encode("hello")', "aGVsbG8=", "base64encode(x.y.id)", "base64encode([])"],
];

it.each(FUNCTIONS)("%s is known", (call, value) => {
  expect(JSON.parse(JSON.stringify(of(call)))).toEqual(value);
});

it.each(FUNCTIONS)("%s: of something unknown is unknown", (_, __, call) => {
  expect(findUnknown(of(call))?.why).toBe("it is known after apply");
});

it.each(FUNCTIONS)("%s: of a wrong type is unknown, with no reference", (_, __, ___, call) => {
  const value = of(call);
  expect(value).toBeInstanceOf(Unknown);
  expect((value as Unknown).references).toEqual([]);
});

it.each([
  "timestamp()",
  "uuid()",
  "file(local.text)",
  "templatefile(local.text, {})",
  "try(local.list[9], 1)",
  "cidrsubnet(local.text, 8, 1)",
  "regex(local.text, local.text)",
  "constructor(1)",
  "__proto__(1)",
  "toString()",
])("%s is not evaluated", (call) => {
  const value = of(call) as Unknown;
  expect(value).toBeInstanceOf(Unknown);
  expect(value.why).toMatch(/is not evaluated$|is not found in the value it is read from$/);
});

it("list functions pass unknown members on", () => {
  expect(of('length(concat(["a"], [x.y.id]))')).toBe(2);
  expect(of('element(["a", x.y.id], 0)')).toBe("a");
  expect(of("merge({ a = x.y.id }, { b = 1 }).b")).toBe(1);
  expect(of('lookup({ a = x.y.id, b = "B" }, "b", "z")')).toBe("B");
});

it("a set with an unknown member has no order, and no length either", () => {
  expect(of('length(toset(["a", x.y.id]))')).toBeInstanceOf(Unknown);
});

it("text beyond ASCII is not changed or counted, because Go does it otherwise", () => {
  for (const call of ['upper("straße")', 'lower("İ")', 'length("é")', 'substr("é", 0, 1)', 'strrev("é")'])
    expect(of(call)).toBeInstanceOf(Unknown);
});
