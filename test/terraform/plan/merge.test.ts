import fc from "fast-check";
import { type Follow, merge } from "../../../lib/terraform/plan/merge";
import { isUnknown, Unknown, type Value } from "../../../lib/terraform/value";

/** Follows an expression to `r.<name>` for each of its references. */
const follow: Follow = (expression) => {
  const names = JSON.stringify(expression ?? null).match(/"r\.\w+"/g) ?? [];
  const references = names.map((name) => ({ address: JSON.parse(name), attribute: "id", document: "d" }));
  return { references, whole: references.length > 0, isDoubtful: false };
};
const merged = (after: unknown, unknown: unknown, expression?: unknown) =>
  merge(after, unknown, expression, "", follow) as Record<string, Value>;
const from = (value: Value | undefined) =>
  isUnknown(value) ? value.references.map(({ address }) => address) : "known";

describe("what is known", () => {
  it("stays as it is", () => {
    const after = { a: 1, b: ["x", { c: null }], d: { e: false } };
    expect(JSON.stringify(merged(after, {}))).toBe(JSON.stringify(after));
    expect(JSON.stringify(merged(after, { a: false, b: [false, {}], d: {} }))).toBe(JSON.stringify(after));
  });

  it("stays where an object marks nothing of a value that is none", () => {
    expect(JSON.stringify(merged({ a: ["x", 1, false] }, { a: [{}, {}, {}] }))).toBe('{"a":["x",1,false]}');
  });

  it("is the same for any JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (after) => {
        expect(JSON.stringify(merged(after, {}))).toBe(JSON.stringify(after));
      }),
    );
  });

  it("never reaches into prototypes", () => {
    const marks = JSON.parse('{"constructor": false, "toString": {}, "__proto__": {"x": true}}');
    const result = merged({}, marks);
    expect(result["constructor"]).toBeNull();
    expect(JSON.stringify(result["toString"])).toBe("{}");
    expect(isUnknown((Object.values(result)[2] as Record<string, Value>)["x"])).toBe(true);
  });
});

describe("what is unknown", () => {
  it("is so where it is marked, though nothing stands there", () => {
    const result = merged({ a: 1, list: ["x"] }, { b: true, list: [false, true], block: { c: true } });
    expect(result["a"]).toBe(1);
    expect(isUnknown(result["b"])).toBe(true);
    const list = result["list"] as Value[];
    expect([list[0], isUnknown(list[1])]).toEqual(["x", true]);
    expect(isUnknown((result["block"] as Record<string, Value>)["c"])).toBe(true);
  });

  it("is so as a whole", () => {
    expect(merged({ a: 1 }, true)).toBeInstanceOf(Unknown);
  });

  it("knows what it comes from", () => {
    const result = merged({}, { a: true, b: true }, { a: { references: ["r.x"] }, b: { references: [] } });
    expect(from(result["a"])).toEqual(["r.x"]);
    expect(from(result["b"])).toEqual([]);
    expect((result["a"] as Unknown).why).toBe("it comes from r.x.id");
  });

  it("is unset where the block of the configuration does not have it, and only there", () => {
    const unset = (value: Value | undefined) => (isUnknown(value) ? value.unset?.path : "known");
    expect(unset(merged({}, { a: true }, { b: {} })["a"])).toBe("a");
    expect(unset(merged({}, { a: true }, { a: {} })["a"])).toBeUndefined();
    expect(unset(merged({}, { a: true }, undefined)["a"])).toBeUndefined();
    const inner = merged({ block: [{}] }, { block: [{ a: true }] }, { block: [{ b: {} }] })[
      "block"
    ] as Value[];
    expect(unset((inner[0] as Record<string, Value>)["a"])).toBe("block.a");
  });

  it("is laid beside its own block where there are as many, and hinted at where `dynamic` made others", () => {
    const blocks = [{ id: { references: ["r.one"] } }, { id: { references: ["r.two"] } }];
    const unknown = { block: [{ id: true }, { id: true }] };
    const ids = (result: Record<string, Value>) =>
      (result["block"] as Record<string, Value>[]).map((block) => from(block["id"]));
    expect(ids(merged({ block: [{}, {}] }, unknown, { block: blocks }))).toEqual([["r.one"], ["r.two"]]);
    const more = { block: [{ id: true }, { id: true }, { id: true }] };
    expect(ids(merged({ block: [{}, {}, {}] }, more, { block: blocks }))[2]).toEqual(["r.one", "r.two"]);
  });
});
