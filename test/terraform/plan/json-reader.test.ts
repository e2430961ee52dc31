import fc from "fast-check";
import type { ByteSource } from "../../../lib/terraform/bytes";
import { CUT_OFF, JsonError, JsonReader } from "../../../lib/terraform/json-reader";

const SIZES = [1, 2, 3, 7, 1_000_000];

/** Gives bytes out in pieces, of one size or of several in turn. */
function pieces(content: string | Uint8Array, ...sizes: number[]): ByteSource {
  const bytes = Buffer.from(content as string);
  let at = 0;
  let turn = 0;
  return {
    next: () => {
      if (at >= bytes.length) return null;
      const from = at;
      at += sizes[turn++ % sizes.length] as number;
      return bytes.subarray(from, at);
    },
    digest: () => "",
    close: () => undefined,
  };
}

const readerOf = (content: string | Uint8Array, ...sizes: number[]) =>
  new JsonReader(pieces(content, ...(sizes.length > 0 ? sizes : [1_000_000])));

function taken(content: string | Uint8Array, ...sizes: number[]): unknown {
  const reader = readerOf(content, ...sizes);
  const value = reader.take();
  reader.end();
  return value;
}

/** Builds a value by walking down into it as far as `depth` says, and taking what is deeper. */
function walked(reader: JsonReader, depth: number): unknown {
  const kind = depth === 0 ? "other" : reader.next();
  if (kind === "object") {
    const object = {};
    reader.object((key) => {
      const value = walked(reader, depth - 1);
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    });
    return object;
  }
  if (kind === "array") {
    const array: unknown[] = [];
    reader.array(() => array.push(walked(reader, depth - 1)));
    return array;
  }
  return reader.take();
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\\", '"', "{", "}", "[", ",", "\n", "é", "🦉", "\ud800") }),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    fc.array(tie("json")),
    fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "constructor")), tie("json")),
  ),
}));
/** JSON with white space wherever it may stand. */
const document = fc
  .tuple(json, fc.constantFrom(undefined, 1, "\t", "\r\n"), fc.boolean())
  .map(([value, indent, marked]) => {
    // What UTF-8 cannot hold, JSON.stringify escapes.
    const written = JSON.stringify(value, null, indent as string);
    return (marked ? "\ufeff" : "") + written.replaceAll("\\r\\n", "\r\n");
  });
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe("any JSON, whatever pieces it comes in", () => {
  it("is taken as JSON.parse takes it", () => {
    fc.assert(
      fc.property(document, sizes, (content, lengths) => {
        const expected = JSON.parse(content.replace(/^\ufeff/, ""));
        for (const size of [...SIZES.map((one) => [one]), lengths])
          expect(taken(content, ...size)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("is walked as JSON.parse takes it", () => {
    fc.assert(
      fc.property(document, sizes, fc.nat(6), (content, lengths, depth) => {
        const reader = readerOf(content, ...lengths);
        expect(walked(reader, depth)).toEqual(JSON.parse(content.replace(/^\ufeff/, "")));
        reader.end();
      }),
      { numRuns: 300 },
    );
  });

  it("is skipped to the value behind it", () => {
    fc.assert(
      fc.property(document, sizes, (content, lengths) => {
        const reader = readerOf(`[${content.replace(/^\ufeff/, "")} ,"behind"]`, ...lengths);
        const found: unknown[] = [];
        reader.array(() => {
          if (found.length > 0) found.push(reader.take());
          else {
            reader.skip();
            found.push("skipped");
          }
        });
        reader.end();
        expect(found).toEqual(["skipped", "behind"]);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused when cut off anywhere, and when something follows", () => {
    fc.assert(
      fc.property(json, fc.nat(), sizes, (value, cut, lengths) => {
        const whole = Buffer.from(JSON.stringify({ a: value, b: [value] }));
        const part = whole.subarray(0, cut % whole.length);
        expect(() => walked(readerOf(part, ...lengths), 2)).toThrow(JsonError);
        expect(() => taken(part, ...lengths)).toThrow(JsonError);
        expect(() => taken(`${whole} x`, ...lengths)).toThrow("more after the end");
      }),
      { numRuns: 300 },
    );
  });
});

it("notices an end at every byte of a document, as an end", () => {
  const whole = Buffer.from('{"a": [1, "x\\"y", {"b": null}], "ü": "🦉", "c": -1.5e3}');
  for (let length = 0; length < whole.length; length++) {
    const skipping = readerOf(whole.subarray(0, length), 3);
    expect(() => skipping.object(() => skipping.skip())).toThrow(CUT_OFF);
  }
});

describe("broken JSON", () => {
  it.each([
    '{"a" 1}',
    "{'a': 1}",
    "{a: 1}",
    '{"a": 1,}',
    '{"a": 1 "b": 2}',
    '{"a":}',
    '{"a":,}',
    '{"a"::1}',
    '{"a": }, "b": 1}',
    '{1: "a"}',
    '{"a": 1]',
    "[1]",
    '"a"',
    "\u00a0{}",
  ])("is refused where it is walked: %s", (content) => {
    for (const size of SIZES) {
      const reader = readerOf(content, size);
      expect(() => {
        reader.object(() => reader.skip());
        reader.end();
      }).toThrow(JsonError);
    }
  });

  it.each([
    "01",
    "+1",
    "1.",
    ".5",
    "nul",
    "True",
    "NaN",
    '"\t"',
    '"\\x"',
    "[1,]",
    "[,1]",
    "{,}",
    "[1 2]",
    "[}",
  ])("is refused where it is taken: %s", (content) => {
    for (const size of SIZES) expect(() => taken(content, size)).toThrow(JsonError);
  });

  it("is refused when it is not UTF-8", () => {
    expect(() => taken(Buffer.from('{"subnet\xc9id": 1}', "latin1"))).toThrow("not text in UTF-8");
  });

  it("is refused when a key stands twice in what is walked, however it is written", () => {
    const walk = (content: string) => walked(readerOf(content, 2), 9);
    expect(() => walk('{"a": 1, "b": {"a": 1}, "a": 2}')).toThrow('the key "a" stands twice');
    expect(() => walk('{"b": {"a": 1, "\\u0061": 2}}')).toThrow('the key "a" stands twice');
    expect(() => walk('{"__proto__": 1, "__proto__": 1}')).toThrow("stands twice");
    expect(walk('{"a": {"a": 1}, "A": {"a": 2}}')).toEqual({ a: { a: 1 }, A: { a: 2 } });
  });
});

describe("borders of pieces", () => {
  it.each([
    '"\\\\"',
    '"\\\\\\""',
    '"\\\\\\\\"',
    `"${"\\\\".repeat(50)}"`,
    `"${"\\\\".repeat(50)}\\""`,
    '"\\u0022\\ud83e\\udd89"',
    '["\\\\","\\"",""]',
    '{"\\\\": "\\\\", "\\"": 1}',
  ])("may lie in a run of backslashes: %s", (content) => {
    for (let size = 1; size <= content.length; size++) {
      expect(taken(content, size)).toEqual(JSON.parse(content));
      const reader = readerOf(`[${content}]`, size);
      reader.array(() => reader.skip());
      reader.end();
    }
  });

  it("may lie in a byte order mark, which only the start has", () => {
    for (const size of SIZES) expect(taken("\ufeff[1]", size)).toEqual([1]);
    expect(() => taken("\ufeff\ufeff[1]")).toThrow(JsonError);
    expect(() => taken("[1]\ufeff")).toThrow(JsonError);
    expect(() => taken("\ufeff")).toThrow(CUT_OFF);
  });
});

describe("size", () => {
  it("of a text does not matter", () => {
    const huge = 'x\\"🦉'.repeat(4_000_000);
    const content = JSON.stringify({ skipped: huge, taken: huge });
    const reader = readerOf(content, 64 * 1024);
    let value: unknown;
    reader.object((key) => {
      if (key === "skipped") reader.skip();
      else value = reader.take();
    });
    reader.end();
    expect(value === huge).toBe(true);
  });

  it("of what is skipped is not held", () => {
    const record = Buffer.from(`${JSON.stringify({ a: "x".repeat(1000) })},`);
    let given = 0;
    const source: ByteSource = {
      next: () => {
        given++;
        if (given === 1) return Buffer.from("[");
        if (given === 50_000) return Buffer.from("1]");
        return given < 50_000 ? record : null;
      },
      digest: () => "",
      close: () => undefined,
    };
    const reader = new JsonReader(source);
    const before = process.memoryUsage().arrayBuffers;
    reader.array(() => reader.skip());
    reader.end();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

describe("depth", () => {
  const nested = (depth: number) => [
    "[".repeat(depth) + "]".repeat(depth),
    `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`,
  ];

  it("of what is skipped does not matter", () => {
    for (const deep of [...nested(10_000), ...nested(1_000_000)]) {
      const reader = readerOf(`{"deep": ${deep}, "b": 1}`, 4096);
      reader.object(() => reader.skip());
      reader.end();
    }
  });

  it("of what is taken or walked has a limit that no stack overflows at", () => {
    for (const deep of nested(300)) expect(taken(deep)).toEqual(JSON.parse(deep));
    for (const deep of [...nested(301), ...nested(10_000)])
      expect(() => taken(deep)).toThrow("nested more than 300 levels deep");
    for (const deep of nested(10_000))
      expect(() => walked(readerOf(deep), Number.POSITIVE_INFINITY)).toThrow(
        "nested more than 400 levels deep",
      );
  });
});
