import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import type { PolicyInput } from "../../lib/policy/check";
import { PolicyError } from "../../lib/policy/error";
import { definePolicy, parsePolicy } from "../../lib/policy/load";
import { load, minimal, refusal } from "./helpers";

const example = readFileSync(join(__dirname, "contract-example.yaml"), "utf8");
const jargon = /Invalid input|ZodError|undefined|\[object|\bat .*\.[jt]s:\d|received|TypeError/;

/** Loads or throws a PolicyError that people can read; leaves every object as it was. */
function survives(action: () => { version: number }): void {
  try {
    expect(action().version).toBe(1);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    for (const { message } of error.issues) expect(withoutValues(message)).not.toMatch(jargon);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

const withoutValues = (message: string) => message.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');

const oddKeys = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "prototype",
  "",
  "hasOwnProperty",
  "length",
);
const oddValues = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    { toString: 5 },
    { polluted: true },
    "2026-02-30",
    "us-ear/uae",
    "policy/waiver",
    "legal-determination",
    -0,
    Number.POSITIVE_INFINITY,
    "x".repeat(10_000),
  ),
);

interface Place {
  readonly container: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key) => [{ container, key }, ...placesIn(container[key])]);
}

interface Mutation {
  readonly where: number;
  readonly how: string;
  readonly key: string;
  readonly value: unknown;
}

const mutation = fc.record<Mutation>({
  where: fc.nat(),
  how: fc.constantFrom("replace", "remove", "add", "repeat"),
  key: oddKeys,
  value: oddValues,
});

function mutate(root: unknown, { where, how, key, value: drawn }: Mutation): void {
  const places = placesIn(root);
  const place = places[where % places.length];
  if (place === undefined) return;
  const { container } = place;
  // A copy: the same object drawn twice could be put into itself, and never be read to its end.
  const value = structuredClone(drawn);
  const own = (name: string, content: unknown) =>
    Object.defineProperty(container, name, {
      value: content,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (how === "replace") own(place.key, value);
  else if (how === "add") own(Array.isArray(container) ? String(container.length) : key, value);
  else if (how === "repeat" && Array.isArray(container)) container.push(container[0]);
  else if (!Array.isArray(container)) delete container[place.key];
}

const mutated = fc.array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => {
  const policy = parse(example);
  for (const one of mutations) mutate(policy, one);
  return policy;
});

describe("a policy changed at random", () => {
  it("as JSON, loads or is refused in words", () => {
    fc.assert(
      fc.property(mutated, (policy) => survives(() => parsePolicy(JSON.stringify(policy)))),
      { numRuns: 500 },
    );
  });

  it("as an object, loads or is refused in words", () => {
    fc.assert(
      fc.property(mutated, (policy) => survives(() => definePolicy(policy))),
      { numRuns: 500 },
    );
  });

  it("as YAML with characters lost, doubled or put in, loads or is refused in words", () => {
    const edit = fc.tuple(
      fc.nat(example.length),
      fc.nat(12),
      fc.oneof(
        fc.constantFrom("", "\n", "\t", "- ", ": ", "{", "]", "*a", "&a ", '"', "---\n", "#", "!!x "),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const text = edits.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          example,
        );
        survives(() => parsePolicy(text));
      }),
      { numRuns: 500 },
    );
  });

  it("or made of anything, is refused in words", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
        (value) => {
          survives(() => definePolicy(value as PolicyInput));
          const inside = { ...parse(example), waivers: [value], known: value, rules: value };
          survives(() => definePolicy(inside as PolicyInput));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("keys that every object has", () => {
  it.each(["__proto__", "constructor", "prototype", "toString"])("%s is an unknown key everywhere", (key) => {
    for (const text of [
      `${minimal}${key}: { polluted: true }`,
      `${minimal}rules: { ${key}: { level: block } }`,
      `${minimal}countries: { ${key}: [MY] }`,
      JSON.stringify({ version: 1 }).replace(
        "}",
        `,"organization":{"name":"A","headquarters":"MY","${key}":{"polluted":true}}}`,
      ),
    ]) {
      const { issues } = refusal(() => parsePolicy(text));
      expect(issues).toHaveLength(1);
      expect(issues[0]?.path.endsWith(key)).toBe(true);
      expect(issues[0]?.message).toMatch(/^unknown key/);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each(["__proto__", "constructor", "toString", '""'])("%s is no name of a known thing", (key) => {
    expect(refusal(() => load(`known: { ${key}: MY, subnet-1: MY }`)).issues).toMatchObject([
      {
        message: expect.stringMatching(/^unknown key; expected the name of a thing outside the code, got "/),
      },
    ]);
  });
});

describe("the digest", () => {
  it("depends on the text alone", () => {
    expect(parsePolicy(example, { asOf: "2026-01-01" }).digest).toBe(parsePolicy(example).digest);
    expect(parsePolicy(minimal).digest).toBe(
      "sha256:0d89e6b7a3f1494b1fae6fade15ade393f6d0699a52d43e530a651df7a387426",
    );
  });
});
