import fc from "fast-check";
import { decode } from "../../lib/text/encoding";
import { repeatedKeys } from "../../lib/text/json-keys";
import { printable, printableLine } from "../../lib/text/printable";
import { quote, show, showPath } from "../../lib/text/show";
import { didYouMean, suggest } from "../../lib/text/suggest";
import { brokenAtWide, padded, widthOf } from "../../lib/text/width";

const anyText = fc.string({ unit: "binary" });
const wellFormed = anyText.filter((text) => !/[\p{Surrogate}\0\ufeff]/u.test(text));

describe("decode", () => {
  it("reads back what was written, in each encoding", () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decode(Buffer.from(text))).toBe(text);
        expect(decode(Buffer.from(`\ufeff${text}`))).toBe(text);
        const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
        expect(decode(utf16)).toBe(text);
        expect(decode(Buffer.from(utf16).swap16())).toBe(text);
      }),
    );
  });

  it("answers text or nothing, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => ["string", "undefined"].includes(typeof decode(bytes))),
    );
  });
});

describe("repeatedKeys", () => {
  it("finds none where JSON.stringify wrote", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        expect(repeatedKeys(JSON.stringify(value, null, indent))).toEqual([]);
      }),
    );
  });

  it("finds a key that is put in again, and where", () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.jsonValue(), { minKeys: 1 }), (object) => {
        const [key] = Object.keys(object);
        const text = `${JSON.stringify(object).slice(0, -1)},\n ${JSON.stringify(key)}: 1}`;
        expect(repeatedKeys(text)).toEqual([{ key, line: 2, column: 2 }]);
      }),
    );
  });

  it("takes no more than in proportion on a large file", () => {
    const textOf = (length: number) =>
      JSON.stringify(Array.from({ length }, (_, i) => ({ [`k${i}`]: `"{${i}` })));
    const [small, large] = [textOf(20_000), textOf(100_000)];
    const time = (text: string) => {
      const started = performance.now();
      expect(repeatedKeys(text)).toEqual([]);
      return performance.now() - started;
    };
    const fastest = (text: string) => Math.min(...[1, 2, 3, 4].map(() => time(text)));
    // Five times the text; twenty-five times the time would be its square.
    expect(fastest(large) / fastest(small)).toBeLessThan(15);
  });
});

describe("printable", () => {
  it.each([
    ["plain äöü 漢字 😀", "plain äöü 漢字 😀"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["\r\b\u0000\u007f\u009b", "\\u000d\\u0008\\u0000\\u007f\\u009b"],
    ["\u202eabc\u2066\u200f\u061c", "\\u202eabc\\u2066\\u200f\\u061c"],
    ["a\nb\tc", "a\nb\tc"],
  ])("%j", (text, shown) => expect(printable(text)).toBe(shown));

  it("in one line has no line break", () => {
    expect(printableLine("a\nb\tc\u2028d")).toBe("a\\u000ab\\u0009c\\u2028d");
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\u202e]/u.test(printableLine(text))));
  });
});

describe("show", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "nothing (the key has no value)"],
    ["", "empty text"],
    ["MYS", 'the text "MYS"'],
    [5, "the number 5"],
    [5n, "the number 5"],
    [true, "the logical value true"],
    [new Date(0), "a Date object"],
    [[], "an empty list"],
    [[1], "a list of one entry"],
    [[1, 2], "a list of 2 entries"],
    [{}, "a mapping of keys to values"],
    [Symbol("x"), "a symbol"],
  ])("%p", (value, shown) => expect(show(value)).toBe(shown));

  it("is short and in one line, whatever the value", () => {
    fc.assert(
      fc.property(fc.anything(), anyText, (value, text) => {
        expect(show(value)).not.toContain("\n");
        expect(quote(text)).not.toMatch(/\p{Cc}/u);
        expect(quote("x".repeat(1_000)).length).toBeLessThan(70);
      }),
    );
  });

  it.each<[PropertyKey[], string]>([
    [[], ""],
    [["a", "b", 0, "c d"], 'a.b[0]["c d"]'],
    [["rules", "us-ear/uae"], "rules.us-ear/uae"],
    [[0], "[0]"],
    [["a.b"], '["a.b"]'],
  ])("a path: %j", (path, shown) => expect(showPath(path)).toBe(shown));
});

describe("suggest", () => {
  const names = ["check", "classify", "explain", "nvidia-h200-sxm", "nvidia-h200-nvl", "p5.48xlarge"];
  it.each<[string, string[]]>([
    ["chek", ["check"]],
    ["chekc", ["check"]],
    ["hcek", []],
    ["CHECK", ["check"]],
    ["h200", ["nvidia-h200-sxm", "nvidia-h200-nvl"]],
    ["p5.48xlarg", ["p5.48xlarge"]],
    ["zzzzzz", []],
    ["", []],
    ["x".repeat(200), []],
  ])("%j", (word, expected) => expect(suggest(word, names)).toEqual(expected));

  it("proposes candidates only, three at most", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText), (word, candidates) => {
        const found = suggest(word, candidates);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const one of found) expect(candidates).toContain(one);
      }),
    );
  });

  it.each<[string[], string]>([
    [[], ""],
    [["a"], '; did you mean "a"?'],
    [["a", "b"], '; did you mean "a" or "b"?'],
    [["a", "b", "c"], '; did you mean "a", "b" or "c"?'],
  ])("%j as a question", (names, question) => expect(didYouMean(names)).toBe(question));
});

describe("the width of a text on a terminal", () => {
  it.each([
    ["", 0],
    ["plain ASCII", 11],
    ["Über · ÷ → …", 12],
    ["東京", 4],
    ["서울 Ltd", 8],
    ["ＡＢ", 4],
    ["e\u0301", 1],
    ["💥", 2],
    ["𠮷", 2],
  ])("of %j is %d", (text, width) => expect(widthOf(text)).toBe(width));

  it("is what padding fills up", () => {
    expect(padded("東京", 6)).toBe("東京  ");
    expect(padded("too long", 3)).toBe("too long");
  });

  it("breaks between wide characters alone, and loses nothing", () => {
    expect(brokenAtWide("東京都港区", 4)).toEqual(["東京", "都港", "区"]);
    expect(brokenAtWide("nvidia-h200-sxm", 4)).toEqual(["nvidia-h200-sxm"]);
    const word = fc.string({ unit: fc.constantFrom("a", "-", "東", "💥", "é") });
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 20 }), (text, room) => {
        expect(brokenAtWide(text, room).join("")).toBe(text);
      }),
    );
  });
});
