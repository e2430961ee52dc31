import fc from "fast-check";
import { evaluate, type Scope, step } from "../../../lib/terraform/expressions/evaluate";
import { findUnknown, Trace, Unknown, type Value } from "../../../lib/terraform/value";
import { evaluated, scopeOf } from "./helpers";

const fragment = fc.constantFrom(
  ...[
    "${",
    "}",
    "%{",
    '"',
    "(",
    ")",
    "[",
    "]",
    "{",
    ".",
    "*",
    "[*]",
    "~",
    "?",
    ":",
    ",",
    "=",
    "==",
    "!",
    "-",
  ],
  ...[
    "local.list",
    "local.machines",
    "local.text",
    "local.nothing",
    "x.y.id",
    "1",
    "0.5",
    "true",
    "null",
    " ",
  ],
  ...[
    "length(",
    "join(",
    "merge(",
    "format(",
    "tolist(",
    "jsondecode(",
    "element(",
    "coalesce(",
    "\\",
    "\\u",
    "$",
  ],
);
const almostTemplate = fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(""));
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  almostTemplate,
  almostTemplate.map((inside) => `\${${inside}}`),
);

describe("evaluate", () => {
  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(text, (raw) => void evaluated(raw)),
      { numRuns: 3_000 },
    );
  });

  it("never throws, whatever the JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => void evaluated(raw)),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.dictionary(text, text), (raw) => void evaluated(raw)),
      { numRuns: 500 },
    );
  });

  it("gives text without templates back", () => {
    const plain = fc.string({ unit: "grapheme" }).filter((raw) => !/[$%]\{/.test(raw));
    fc.assert(fc.property(plain, (raw) => evaluated(raw) === raw.normalize()));
  });

  it("gives a literal back, as a template and in quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const doubled = raw.replace(/([$%])(?=\{)/g, "$1$1");
        const quoted = JSON.stringify(doubled).replace(/\\([bf])/g, (_, mark) =>
          mark === "b" ? "\\u0008" : "\\u000c",
        );
        // A mark right before an escaped one would belong to it.
        fc.pre(!/[$%][$%]\{/.test(raw));
        expect(evaluated(doubled)).toBe(raw.normalize());
        expect(evaluated(`\${${quoted}}`)).toBe(raw.normalize());
      }),
    );
  });

  it("refers to nothing where nothing unknown is read", () => {
    const known = text.filter((raw) => !raw.includes("x."));
    fc.assert(
      fc.property(known, (raw) => {
        const unknown = findUnknown(evaluated(raw));
        expect(unknown?.references ?? []).toEqual([]);
        expect(unknown?.mentions ?? []).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same for every value that an unknown could have, where it claims to know", () => {
    const values: Value[] = ["a", 0, 1, true, false, null, [], ["b"], { id: "c" }];
    const inside = almostTemplate.map((expression) => `\${${expression}}`);
    fc.assert(
      fc.property(inside, fc.constantFrom(...values), (raw, value) => {
        const claimed = evaluated(raw);
        if (findUnknown(claimed)) return;
        const settled = evaluate(raw, withX(value), new Trace());
        if (!findUnknown(settled)) expect(settled).toEqual(claimed);
      }),
      { numRuns: 2_000 },
    );
  });
});

function withX(value: Value): Scope {
  const others = scopeOf();
  return { lookUp: (name, path, trace) => (name === "x" ? value : others.lookUp(name, path, trace)) };
}

describe("size", () => {
  const DEEP = 10_000;
  it.each([
    ["brackets", `\${${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`],
    ["parentheses", `\${${"(".repeat(DEEP)}1${")".repeat(DEEP)}}`],
    ["objects", `\${${"{a=".repeat(DEEP)}1${"}".repeat(DEEP)}}`],
    ["templates", `${'${"'.repeat(DEEP)}${'"}'.repeat(DEEP)}`],
    ["calls", `\${${"abs(".repeat(DEEP)}1${")".repeat(DEEP)}}`],
    ["negations", `\${${"!".repeat(DEEP)}true}`],
    ["conditionals", `\${${"true ? 1 : ".repeat(DEEP)}1}`],
    ["indices", `\${local.list${"[0]".repeat(DEEP)}}`],
    ["JSON in a string", `\${jsondecode("${"[".repeat(DEEP)}${"]".repeat(DEEP)}")}`],
    ["unclosed brackets", `\${${"[".repeat(DEEP)}`],
  ])("%s nested 10,000 deep are unknown", (_, raw) => {
    expect(evaluated(raw)).toBeInstanceOf(Unknown);
  });

  it("sums and splats may be long", () => {
    expect(() => evaluated(`\${${"1 + ".repeat(100_000)}1}`)).not.toThrow();
    expect(() => evaluated(`\${local.list${"[*]".repeat(DEEP)}}`)).not.toThrow();
    expect(evaluated(`\${${"1 + ".repeat(100)}1}`)).toBe(101);
  });

  it("raw JSON 100,000 deep is unknown", () => {
    let raw: unknown = "${local.text}";
    for (let i = 0; i < 100_000; i++) raw = [raw];
    expect(findUnknown(evaluated(raw))).toBeInstanceOf(Unknown);
  });

  /** `l0` is small, each further local is made ten times of the one before. */
  function laughs(ten: (name: string) => unknown, levels = 60): Scope {
    const known = new Map<string, Value>();
    const scope: Scope = {
      lookUp(_, [name, ...rest], trace) {
        const level = Number(String(name).slice(1));
        let value = known.get(String(name));
        if (value === undefined) {
          value = level === 0 ? "lol" : evaluate(ten(`local.l${level - 1}`), scope, trace);
          known.set(String(name), value);
        }
        return rest.reduce<Value>(step, value);
      },
    };
    return { lookUp: (_, path, trace) => scope.lookUp("local", [`l${levels}`, ...path.slice(1)], trace) };
  }

  it.each([
    ["texts", (name: string) => `\${${name}}`.repeat(10)],
    ["lists", (name: string) => Array(10).fill(`\${${name}}`)],
    ["lists in an expression", (name: string) => `\${[${Array(10).fill(name).join(", ")}]}`],
    ["objects", (name: string) => Object.fromEntries([..."abcdefghij"].map((key) => [key, `\${${name}}`]))],
    ["concat", (name: string) => `\${concat(${Array(10).fill(`[${name}]`).join(", ")})}`],
    ["join", (name: string) => `\${join("", [${Array(10).fill(name).join(", ")}])}`],
    ["format", (name: string) => `\${format("%s%s%s%s", ${name}, ${name}, ${name}, ${name})}`],
    ["conditionals", (name: string) => `\${true ? [${name}, ${name}] : [${name}, ${name}]}`],
    ["flatten", (name: string) => `\${flatten([${name}, [${name}], [[${name}]]])}`],
    ["jsonencode", (name: string) => `\${jsonencode([${name}, ${name}])}`],
    ["unknown candidates", (name: string) => `\${x.y ? [${name}, 1] : [${name}, 2]}`],
  ])("a billion laughs by %s end", (_, ten) => {
    // Followed to the end, none of them would end in a lifetime.
    const value = evaluate("${local.l}", laughs(ten), new Trace());
    expect(findUnknown(value)).toBeInstanceOf(Unknown);
  });
});
