/**
 * Mutates the real plans and states under `test/` and judges what comes out: `npx tsx scripts/fuzz.ts [COUNT] [SEED]`.
 *
 * Whatever the mutation, a run gives a verdict or an `InputError`, never a crash. A mutation that cannot take
 * away what blocks (keys in another order, entries left out of one of two lists, bytes cut off …) must never
 * turn a blocked plan into an allowed one.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { randomFrom } from "../bench/random";
import { keepJudged } from "../lib/inventory/keep";
import { definePolicy } from "../lib/policy/load";
import type { Policy } from "../lib/policy/policy";
import { formatNames, render } from "../lib/reports/formats";
import { resultOf } from "../lib/result";
import type { ByteSource } from "../lib/terraform/bytes";
import { InputError } from "../lib/terraform/input";
import { readInputs } from "../lib/terraform/read";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Outcome = "allowed" | "blocked" | "refused";

interface Seed {
  readonly name: string;
  readonly text: string;
  readonly policy: Policy;
  readonly outcome: Outcome;
  /** The rules that block. */
  readonly rules: ReadonlySet<string>;
}

/** What a mutation allows to come out. */
type Promise = "no crash" | "not allowed" | "same" | "refused";

interface Mutant {
  readonly bytes: Buffer;
  readonly promise: Promise;
}

type Mutation = (seed: Seed, dice: Dice) => Mutant;

export interface FuzzReport {
  readonly cases: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How often each promise was put to the test by something that was not allowed before. */
  readonly promises: Readonly<Record<Promise, number>>;
  readonly failures: readonly Failure[];
  readonly slowest: { readonly milliseconds: number; readonly mutation: string; readonly seed: string };
}

export interface Failure {
  readonly number: number;
  readonly mutation: string;
  readonly seed: string;
  readonly problem: string;
  readonly bytes: Buffer;
}

class Dice {
  constructor(private readonly random: () => number) {}

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    for (let at = rest.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [rest[at], rest[other]] = [rest[other] as T, rest[at] as T];
    }
    return rest;
  }
}

/** Judges `count` mutants; the same seed gives the same ones. */
export function fuzz(count: number, seed: number, progress?: (done: number) => void): FuzzReport {
  const seeds = readSeeds();
  const outcomes = { allowed: 0, blocked: 0, refused: 0 };
  const promises = { "no crash": 0, "not allowed": 0, same: 0, refused: 0 };
  const failures: Failure[] = [];
  let slowest = { milliseconds: 0, mutation: "", seed: "" };
  for (let number = 0; number < count; number++) {
    const dice = new Dice(randomFrom(seed * 1_000_003 + number));
    const from = dice.pick(seeds);
    const [mutation, mutate] = dice.pick(Object.entries(mutations));
    const { bytes, promise } = mutate(from, dice);
    const began = performance.now();
    const { outcome, crash } = judged(bytes, from.policy, dice);
    const milliseconds = performance.now() - began;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, mutation, seed: from.name };
    if (outcome !== undefined) outcomes[outcome]++;
    if (from.outcome !== "allowed") promises[promise]++;
    const problem = crash ?? broken(promise, from.outcome, outcome);
    if (problem !== undefined) failures.push({ number, mutation, seed: from.name, problem, bytes });
    if (number % 1000 === 999) progress?.(number + 1);
  }
  return { cases: count, outcomes, promises, failures, slowest };
}

function broken(promise: Promise, before: Outcome, after: Outcome | undefined): string | undefined {
  if (promise === "not allowed" && before !== "allowed" && after === "allowed")
    return `${before} became allowed`;
  if (promise === "same" && before !== after) return `${before} became ${after}`;
  if (promise === "refused" && after !== "refused") return `expected to be refused, it was ${after}`;
  return undefined;
}

function judged(
  bytes: Buffer,
  policy: Policy,
  dice?: Dice,
): { outcome?: Outcome; crash?: string; rules?: ReadonlySet<string> } {
  try {
    const standardInput = () => inPieces(bytes, dice);
    const { estate, inputs } = readInputs(["-"], { stack: "fuzz", keep: keepJudged, standardInput });
    const result = resultOf(estate, inputs, policy);
    render(result, dice?.pick(formatNames) ?? "json", { color: false, width: 100, quiet: false });
    const blocking = result.findings.filter(({ level }) => level === "block");
    return { outcome: result.verdict, rules: new Set(blocking.map(({ rule }) => rule)) };
  } catch (error) {
    if (error instanceof InputError) return { outcome: "refused" };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** As a pipe gives them. */
function inPieces(bytes: Buffer, dice: Dice | undefined): ByteSource {
  const length = dice ? dice.pick([1, 7, 100, 4096, 1_000_000]) : bytes.length;
  const step = Math.max(length, Math.ceil(bytes.length / 2000));
  let at = 0;
  return {
    next: () => {
      if (at >= bytes.length) return null;
      at += step;
      return bytes.subarray(at - step, at);
    },
    digest: () => `sha256:${"0".repeat(64)}`,
    close: () => undefined,
  };
}

const test = join(__dirname, "..", "test");

function readSeeds(): Seed[] {
  const plans = join(test, "plans");
  const states = join(test, "terraform", "state");
  const files = [
    ...folders(plans).map((name) => ({
      name,
      file: join(plans, name, "plan.json"),
      base: join(plans, name),
    })),
    ...folders(states).flatMap((name) =>
      readdirSync(join(states, name))
        .filter((file) => /^(show|raw)\.json$/.test(file))
        .map((file) => ({
          name: `${name}/${file}`,
          file: join(states, name, file),
          base: join(states, name),
        })),
    ),
  ];
  return files
    .filter(({ file }) => existsSync(file))
    .map(({ name, file, base }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
      const { policy: input } = JSON.parse(readFileSync(join(base, "expected.json"), "utf8"));
      const policy = definePolicy(input);
      const { outcome, crash, rules = new Set<string>() } = judged(Buffer.from(text), policy);
      if (outcome === undefined) throw new Error(`${name}: ${crash}`);
      return { name, text, policy, outcome, rules };
    });
}

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every mutation by its name, in the order the dice count them. */
const mutations: Readonly<Record<string, Mutation>> = {
  "keys in another order": (seed, dice) => {
    const text = JSON.stringify(withKeysShuffled(parsed(seed), dice));
    return { bytes: Buffer.from(text), promise: "same" };
  },
  "lists in another order": (seed, dice) => {
    const plan = parsed(seed);
    for (const { key, value } of places(plan))
      if (UNORDERED.has(String(key)) && Array.isArray(value))
        value.splice(0, value.length, ...dice.shuffled(value));
    return { bytes: bytesOf(plan), promise: "same" };
  },
  "keys of nobody": (seed, dice) => {
    const plan = parsed(seed);
    for (const one of objectsOf(plan).filter(() => dice.below(6) === 0))
      define(one, dice.pick(STRANGE_KEYS), dice.pick(STRANGE)());
    return { bytes: bytesOf(plan), promise: "not allowed" };
  },
  "another encoding": (seed, dice) => {
    const text = JSON.stringify(parsed(seed), null, dice.below(3));
    const marked = Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`, "utf16le");
    const bytes = dice.pick([marked, Buffer.from(marked).swap16(), Buffer.from(`\ufeff${text}`)]);
    return { bytes, promise: "same" };
  },
  wrapped: (seed, dice) => {
    const plan = parsed(seed);
    const whole = dice.pick<Json>([[plan], { plan }, seed.text, { resource_changes: [plan] }, [plan, plan]]);
    return { bytes: bytesOf(whole), promise: "refused" };
  },
  "among noise": (seed, dice) => {
    const noise = dice.pick([
      "::debug::",
      "Running…\n",
      "\u001b[0m\u001b[1m",
      "$ terraform show -json\n",
      "\0",
      "}",
    ]);
    const text = dice.below(2) === 0 ? noise + seed.text : `${seed.text}\n${noise}`;
    return { bytes: Buffer.from(text), promise: "refused" };
  },
  "cut off": (seed, dice) => {
    const bytes = Buffer.from(seed.text);
    return { bytes: bytes.subarray(0, dice.below(bytes.length)), promise: "refused" };
  },
  "a byte flipped": (seed, dice) => {
    const bytes = Buffer.from(seed.text);
    const flips = 1 + dice.below(2);
    for (let flip = 0; flip < flips; flip++) {
      const at = dice.below(bytes.length);
      bytes[at] = dice.below(2) === 0 ? (bytes[at] as number) ^ (1 << dice.below(8)) : dice.below(256);
    }
    // One byte may break what nobody reads while another changes a text that decides.
    const isBroken = read(bytes) === undefined;
    return { bytes, promise: isBroken ? (flips === 1 ? "not allowed" : "no crash") : sameOr(bytes, seed) };
  },
  "a mark flipped": (seed, dice) => {
    const bytes = Buffer.from(seed.text);
    const marks = [...seed.text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,]/g)].filter(
      ([mark]) => mark.length === 1,
    );
    const offset = Buffer.byteLength(seed.text.slice(0, dice.pick(marks).index));
    bytes[offset] = dice.pick([...'[]{}:," 0x\\']).charCodeAt(0);
    return { bytes, promise: read(bytes) === undefined ? "not allowed" : sameOr(bytes, seed) };
  },
  "bytes repeated or left out": (seed, dice) => {
    const bytes = Buffer.from(seed.text);
    const [from, to] = [dice.below(bytes.length), dice.below(bytes.length)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const parts =
      dice.below(2) === 0
        ? [bytes.subarray(0, to), bytes.subarray(from)]
        : [bytes.subarray(0, from), bytes.subarray(to)];
    const spliced = Buffer.concat(parts);
    return { bytes: spliced, promise: read(spliced) === undefined ? "not allowed" : "no crash" };
  },
  "a key twice at the top": (seed, dice) => {
    const plan = parsed(seed);
    const key = dice.pick(Object.keys(plan as object));
    const twice = `${JSON.stringify(key)}:${JSON.stringify(dice.pick(STRANGE)())}`;
    const text =
      dice.below(2) === 0 ? `{${twice},${seed.text.slice(1)}` : `${seed.text.slice(0, -1)},${twice}}`;
    return { bytes: Buffer.from(text), promise: "refused" };
  },
  "an entry twice": (seed, dice) => {
    const plan = parsed(seed);
    const list = dice.pick([...listsOf(plan, "resource_changes"), ...listsOf(plan, "resources"), []]);
    if (list.length > 0) list.push(dice.pick(list));
    return { bytes: bytesOf(plan), promise: "not allowed" };
  },
  "a change left out": (seed, dice) => {
    const plan = parsed(seed);
    const planned = new Set(
      [...places(plan)].flatMap(({ path, value }) =>
        path[0] === "planned_values" && isRecord(value) && typeof value["address"] === "string"
          ? [value["address"]]
          : [],
      ),
    );
    const changes = listsOf(plan, "resource_changes")[0] ?? [];
    const among = changes.filter((one) => isRecord(one) && planned.has(one["address"] as string));
    if (among.length > 0) changes.splice(changes.indexOf(dice.pick(among)), 1);
    return { bytes: bytesOf(plan), promise: among.length > 0 ? "refused" : "no crash" };
  },
  "a part left out": (seed, dice) => {
    const plan = parsed(seed) as Record<string, Json>;
    const key = dice.pick(PARTS);
    const instead = dice.pick(STRANGE);
    const wasThere = Object.hasOwn(plan, key);
    if (dice.below(2) === 0) delete plan[key];
    else define(plan, key, instead());
    return { bytes: bytesOf(plan), promise: wasThere && isPlan(seed) ? "not allowed" : "no crash" };
  },
  "more is unknown": (seed, dice) => {
    const plan = parsed(seed);
    for (const change of listsOf(plan, "resource_changes")[0] ?? []) {
      const inner = isRecord(change) ? change["change"] : null;
      if (!isRecord(inner ?? null)) continue;
      const { after } = inner as Record<string, Json>;
      if (!isRecord(after ?? null)) continue;
      const marks = (inner as Record<string, Json>)["after_unknown"];
      const unknown: Record<string, Json> = isRecord(marks ?? null) ? (marks as Record<string, Json>) : {};
      for (const key of Object.keys(after as object).filter((name) => DECIDES.has(name)))
        if (dice.below(2) === 0) define(unknown, key, true);
      define(inner as Record<string, Json>, "after_unknown", unknown);
    }
    // What nobody knows may be harmless where a machine that nobody knows is not.
    return {
      bytes: bytesOf(plan),
      promise: seed.rules.has("gate/unknown-accelerator") ? "no crash" : "not allowed",
    };
  },
  deep: (seed, dice) => {
    const plan = parsed(seed);
    const depth = dice.pick([100, 299, 301, 1000, 10_000, 100_000]);
    const text = JSON.stringify(plan);
    const nest = dice.below(2) === 0 ? ["[", "]"] : ['{"a":', "}"];
    const nested = `${(nest[0] as string).repeat(depth)}1${(nest[1] as string).repeat(depth)}`;
    const starts = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\{(?!\})/g)].filter(([mark]) => mark === "{");
    const { index } = dice.pick(starts);
    const deeper = `${text.slice(0, index + 1)}"deep":${nested},${text.slice(index + 1)}`;
    return { bytes: Buffer.from(deeper), promise: "not allowed" };
  },
  "anything changed": (seed, dice) => {
    const plan = parsed(seed);
    for (let changes = 1 + dice.below(4); changes > 0; changes--) changeSomething(plan, dice);
    return { bytes: bytesOf(plan), promise: "no crash" };
  },
  "something of another kind": (seed, dice) => {
    const plan = parsed(seed);
    const all = [...places(plan)];
    for (let changes = 1 + dice.below(3); changes > 0; changes--) {
      const { holder, key } = dice.pick(all);
      define(holder, key, dice.pick(STRANGE)());
    }
    return { bytes: bytesOf(plan), promise: "no crash" };
  },
  "texts spliced": (seed, dice) => {
    const plan = parsed(seed);
    const texts = [...places(plan)].filter(({ value }) => typeof value === "string");
    if (texts.length === 0) return { bytes: bytesOf(plan), promise: "no crash" };
    for (let changes = 1 + dice.below(4); changes > 0; changes--) {
      const [one, other] = [dice.pick(texts), dice.pick(texts)];
      const [a, b] = [String(one.value), String(other.value)];
      define(
        one.holder,
        one.key,
        a.slice(0, dice.below(a.length + 1)) + dice.pick(SPLICES) + b.slice(dice.below(b.length + 1)),
      );
    }
    return { bytes: bytesOf(plan), promise: "no crash" };
  },
};

/** Lists whose order says nothing. */
const UNORDERED = new Set([
  "resource_changes",
  "resources",
  "child_modules",
  "relevant_attributes",
  "references",
  "instances",
]);
/** Parts of a plan without which less is known. */
const PARTS = ["planned_values", "resource_changes", "configuration", "variables", "format_version"];
/** Attributes that decide a rule: where they are unknown, nothing can be allowed that was blocked. */
const DECIDES = new Set([
  "instance_type",
  "instance_types",
  "machine_type",
  "vm_size",
  "type",
  "availability_zone",
]);
const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "zz",
  "",
  "a.b[0]",
  "\u0000",
  "length",
];
const STRANGE: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1e308,
  () => "",
  () => "p5.48xlarge",
  () => "${var.x}",
  () => [],
  () => [[]],
  () => [null],
  () => ({}),
  () => JSON.parse('{"toString": 1, "valueOf": 2, "__proto__": {"region": "us-east-1"}}'),
  () => ({ constant_value: "${module.a.b[" }),
  () => ({ references: ["module.a.b", "each.value.c", "var.d", 5, ""] }),
  () => "x".repeat(100_000),
];
const SPLICES = [
  "",
  ".",
  "[",
  "]",
  '"',
  "${",
  "}",
  "module.",
  "each.value.",
  "arn:aws:",
  "\u0000",
  "\ud800",
  "🦉",
  "*",
  "(?:",
  "p5.48xlarge",
];

function changeSomething(plan: Json, dice: Dice): void {
  const all = [...places(plan)];
  if (all.length === 0) return;
  const { holder, key, value } = dice.pick(all);
  const other = dice.pick(all);
  const actions = [
    () => remove(holder, key),
    () => define(holder, key, structuredClone(other.value)),
    () => define(holder, key, dice.pick(STRANGE)()),
    () =>
      Array.isArray(holder) ? holder.push(structuredClone(value)) : define(holder, `${String(key)}_`, value),
    () => define(other.holder, other.key, structuredClone(value)),
    () => (Array.isArray(value) ? value.reverse() : define(holder, key, [value])),
  ];
  dice.pick(actions)();
}

interface Position {
  readonly holder: Json[] | Record<string, Json>;
  readonly key: string | number;
  readonly value: Json;
  readonly path: readonly (string | number)[];
}

function* places(value: Json, path: readonly (string | number)[] = []): Generator<Position> {
  if (typeof value !== "object" || value === null) return;
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  for (const [key, inner] of entries) {
    const here = [...path, key];
    yield { holder: value, key, value: inner, path: here };
    yield* places(inner, here);
  }
}

/** Objects of a fixed form; elsewhere any key says something. */
function objectsOf(plan: Json): Record<string, Json>[] {
  const inner = [...places(plan)].flatMap(({ value, path }) =>
    isRecord(value) && !path.some((key) => NAMED.has(String(key))) ? [value] : [],
  );
  return isRecord(plan) ? [plan, ...inner] : inner;
}

/** Maps by a name that someone chose. */
const NAMED = new Set([
  "variables",
  "module_calls",
  "provider_config",
  "outputs",
  "after",
  "values",
  "attributes",
  "expressions",
]);

function listsOf(plan: Json, name: string): Json[][] {
  return [...places(plan)].flatMap(({ key, value, path }) =>
    key === name && Array.isArray(value) && path[0] !== "configuration" ? [value] : [],
  );
}

function withKeysShuffled(value: Json, dice: Dice): Json {
  if (Array.isArray(value)) return value.map((one) => withKeysShuffled(one, dice));
  if (!isRecord(value)) return value;
  const entries = dice
    .shuffled(Object.entries(value))
    .map(([key, one]) => [key, withKeysShuffled(one, dice)]);
  return Object.fromEntries(entries);
}

/** Bytes that still are JSON may say something else; the same JSON may not be judged otherwise. */
function sameOr(bytes: Buffer, seed: Seed): Promise {
  return isDeepStrictEqual(read(bytes), parsed(seed)) ? "same" : "no crash";
}

function read(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function parsed({ text }: Seed): Json {
  return JSON.parse(text);
}

function isPlan({ text }: Seed): boolean {
  return text.includes('"planned_values"');
}

function bytesOf(value: Json): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Also `__proto__`, as a key like any other. */
function define(holder: Json[] | Record<string, Json>, key: string | number, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove(holder: Json[] | Record<string, Json>, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function main([count = "1000", seed = "1"]: readonly string[]): number {
  const began = performance.now();
  const report = fuzz(Number(count), Number(seed), (done) => {
    if (done % 10_000 === 0) console.error(`${done} judged`);
  });
  const { failures, ...rest } = report;
  for (const { number, mutation, seed: from, problem, bytes } of failures.slice(0, 20)) {
    const file = join(tmpdir(), `landfall-fuzz-${seed}-${number}.json`);
    writeFileSync(file, bytes);
    console.error(`${number}: ${from}, ${mutation}: ${problem} (${file})`);
  }
  console.log(
    JSON.stringify({
      ...rest,
      failures: failures.length,
      seconds: Math.round((performance.now() - began) / 1000),
    }),
  );
  return failures.length === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
