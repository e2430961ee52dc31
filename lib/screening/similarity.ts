import type { Tokens } from "./fold";

/** How much a word tells: 1 for one that stands in a single name, near 0 for one that stands in most. */
export type Weight = (word: string) => number;

/** How much two names have in common. */
export interface Common {
  /** Share of each name, by weight, that the other has too: 0 to 1. */
  readonly ofFirst: number;
  readonly ofSecond: number;
  /** Weight of what is shared. */
  readonly weight: number;
}

/** Words of at least this length, and at least this alike, are one word misspelt. */
const SHORTEST_MISSPELT = 4;
const LEAST_ALIKE = 80;

/** Parts of a word that was written apart: "hua wei", "shen zhen". */
const MOST_PARTS = 4;

/** Compares two sets of words, whatever their order. */
export function compare(first: Tokens, second: Tokens, weight: Weight): Common {
  const a = sideOf(first);
  const b = sideOf(second);
  meet(a, b);
  join(a, b);
  join(b, a);
  misspell(a, b);
  const shared = found(a, weight);
  return {
    ofFirst: shared / total(a, weight),
    ofSecond: found(b, weight) / total(b, weight),
    weight: shared,
  };
}

/** One name, and how well each of its words is found in the other, 0 to 1. */
interface Side {
  readonly words: Tokens;
  readonly found: number[];
}

function sideOf(tokens: Tokens): Side {
  const words = [...new Set(tokens)];
  return { words, found: words.map(() => 0) };
}

function meet(a: Side, b: Side): void {
  for (const [i, word] of a.words.entries()) {
    const j = b.words.indexOf(word);
    if (j >= 0) a.found[i] = b.found[j] = 1;
  }
}

/** Finds words of `a` that are one word in `b`. */
function join(a: Side, b: Side): void {
  for (const [j, whole] of b.words.entries()) {
    if (b.found[j] === 1) continue;
    const i = a.words.findIndex(
      (word, start) => whole.startsWith(word) && partsAt(a.words, start, whole) > 0,
    );
    if (i < 0) continue;
    b.found[j] = 1;
    a.found.fill(1, i, i + partsAt(a.words, i, whole));
  }
}

/** How many words from a position make up a whole; 0 where none do. */
function partsAt(words: Tokens, start: number, whole: string): number {
  let rest = whole;
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const word = words[start + parts - 1];
    if (word === undefined || !rest.startsWith(word)) return 0;
    rest = rest.slice(word.length);
    if (rest === "") return parts;
  }
  return 0;
}

function misspell(a: Side, b: Side): void {
  for (const [i, word] of a.words.entries()) {
    if (a.found[i] === 1 || !mayBeMisspelt(word)) continue;
    for (const [j, candidate] of b.words.entries()) {
      if (b.found[j] === 1 || !mayBeMisspelt(candidate)) continue;
      const alike = likeness(word, candidate);
      if (alike < LEAST_ALIKE) continue;
      a.found[i] = Math.max(a.found[i] ?? 0, alike / 100);
      b.found[j] = Math.max(b.found[j] ?? 0, alike / 100);
    }
  }
}

/** 0 to 100, without the work where lengths alone keep it below what counts. */
function likeness(a: string, b: string): number {
  const most = (200 * Math.min(a.length, b.length)) / (a.length + b.length);
  return most < LEAST_ALIKE ? 0 : fuzzy().ratio(a, b, { full_process: false });
}

let loaded: typeof import("fuzzball/ultra_lite") | undefined;

/** Loaded at the first need: most runs screen nobody. */
function fuzzy(): typeof import("fuzzball/ultra_lite") {
  loaded ??= require("fuzzball/ultra_lite") as typeof import("fuzzball/ultra_lite");
  return loaded;
}

function found({ words, found }: Side, weight: Weight): number {
  return words.reduce((sum, word, i) => sum + weight(word) * (found[i] ?? 0), 0);
}

function total({ words }: Side, weight: Weight): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

/** Numbers are right or wrong, never nearly right. */
function mayBeMisspelt(word: string): boolean {
  return word.length >= SHORTEST_MISSPELT && !/\d/.test(word);
}

/** The most that a word which everybody uses tells. */
const LEAST_TELLING = 0.3;

/** Weights by how many of the texts have a word; one that none has tells as much as one that a single has. */
export function weightsOf(texts: Iterable<Tokens>, generic: ReadonlySet<string> = new Set()): Weight {
  const counts = new Map<string, number>();
  let all = 0;
  for (const words of texts) {
    all++;
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const most = Math.log(1 + all);
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log(1 + all / count) / most]));
  for (const word of generic) weights.set(word, Math.min(LEAST_TELLING, weights.get(word) ?? 1));
  return (word) => weights.get(word) ?? 1;
}
