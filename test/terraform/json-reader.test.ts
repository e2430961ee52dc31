import type { ByteSource } from "../../lib/terraform/bytes";
import { JsonError, JsonReader } from "../../lib/terraform/json-reader";

/** Gives pieces that the next one overwrites, as a file does. */
function reader(text: string, length: number): JsonReader {
  const bytes = Buffer.from(text);
  const piece = Buffer.alloc(length);
  let at = 0;
  const source: ByteSource = {
    next: () => {
      if (at >= bytes.length) return null;
      const copied = bytes.copy(piece, 0, at);
      at += copied;
      return piece.subarray(0, copied);
    },
    digest: () => "",
    close: () => undefined,
  };
  return new JsonReader(source);
}

const VALUE = { a: 'x"\\', "b é": [1, -2.5e3, null, true, { c: [] }], long: "y".repeat(500), d: {} };

describe.each([1, 3, 64, 100_000])("in pieces of %i bytes", (length) => {
  it("takes and skips values", () => {
    const json = reader(
      `{"one": ${JSON.stringify(VALUE)}, "two":[1] ,"three": ${JSON.stringify(VALUE)}}`,
      length,
    );
    const taken: unknown[] = [];
    json.object((key) => taken.push(key, key === "two" ? json.skip() : json.take()));
    json.end();
    expect(taken).toEqual(["one", VALUE, "two", undefined, "three", VALUE]);
  });

  it("shares what is written alike", () => {
    const written = [
      '{"a":[true]}',
      '{"a":[false]}',
      '{"a": [true]}',
      '["é"]',
      `["${"x".repeat(3000)}"]`,
      '"t"',
      "1",
    ];
    const json = reader(`[${[...written, ...written].join(",")}]`, length);
    const shared: unknown[] = [];
    json.array(() => shared.push(json.takeShared()));
    expect(shared).toEqual([...written, ...written].map((one) => JSON.parse(one)));
    expect(shared[0]).toBe(shared[written.length]);
    expect(shared[1]).toBe(shared[1 + written.length]);
  });

  it("goes back where a name was found", () => {
    const json = reader(`[{"in": {"plain": ["name"], "name" : 1}}, {"plain": "name"}, 7]`, length);
    const looked: unknown[] = [];
    json.array(() => {
      const passed = json.tentatively(() =>
        json.skipUnless((name) => name === "name") ? "passed" : undefined,
      );
      looked.push(passed ?? json.take());
    });
    json.end();
    expect(looked[0]).toEqual({ in: { plain: ["name"], name: 1 } });
    // Where the value was not read to its end it may hold the name.
    expect([["passed"], [{ plain: "name" }]]).toContainEqual([looked[1]]);
    expect(looked[2]).toBe("passed");
  });

  it("refuses a key that stands twice, among few and among many", () => {
    const keys = Array.from({ length: 40 }, (_, i) => `"k${i}": ${i}`);
    for (const some of [keys.slice(0, 3), keys]) {
      const json = reader(`{${some.join(",")}, "k1": 0}`, length);
      expect(() => json.object(() => json.skip())).toThrow(JsonError);
    }
  });

  it("refuses what is cut off", () => {
    const text = JSON.stringify({ a: [VALUE] });
    for (const end of [1, 5, 20, text.length - 1]) {
      expect(() => reader(text.slice(0, end), length).skip()).toThrow(JsonError);
      expect(() => reader(text.slice(0, end), length).skipUnless(() => true)).not.toThrow();
    }
  });
});

it("takes a name with an escape for one that is looked for", () => {
  expect(reader(`{"na\\u006de": 1}`, 100).skipUnless(() => false)).toBe(false);
});

it("tells the first key of an object, where it was read already", () => {
  const json = reader('[{"one":1}, {}, { "blank": 1}, "one", {"a\\"b": 1}, {"two": {"one": 2}}]', 100_000);
  const keys: unknown[] = [];
  json.array(() => {
    keys.push(json.firstKey());
    json.skip();
  });
  expect(keys).toEqual(["one", undefined, undefined, undefined, undefined, "two"]);
});

it("refuses what is broken where it shares", () => {
  expect(() => reader('{"b" 1}', 64).takeShared()).toThrow(JsonError);
});
