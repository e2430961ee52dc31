import { AddressIndex, addressScore, addressWords, isAddressOnly } from "./addresses";
import { type Form, formsOf, NameIndex, nameScore } from "./names";
import type { Entry, Snapshot } from "./snapshot";
import { REVIEW, THRESHOLD } from "./thresholds";

/** Who is looked for. */
export interface Sought {
  readonly name: string;
  readonly addresses?: readonly string[];
}

/** An entry that may be the one looked for. */
export interface Match {
  readonly entry: Entry;
  /** 0 to 100, whole: how much alike, not how likely. */
  readonly score: number;
  readonly by: "name" | "alias" | "address";
  /** The name, alias or address of the list that it was found by. */
  readonly text: string;
}

/** An address that a listed party uses too is a red flag and not that party. */
const MOST_BY_ADDRESS = THRESHOLD - 1;
/** The name is similar and the address is the same. */
const BOTH = 90;

/** Every entry that may be the party with a score of at least `least`, the likeliest first; the same whatever the list's order. */
export function screen(sought: Sought, snapshot: Snapshot, least = REVIEW): Match[] {
  const index = indexOf(snapshot);
  const found = new Map<Entry, Match>();
  const named = index.byName(sought.name);
  const located = (sought.addresses ?? []).flatMap((address) => index.byAddress(address));
  for (const match of [...named, ...located]) {
    if (match.score < Math.min(least, REVIEW) - 1) continue;
    const known = found.get(match.entry);
    found.set(match.entry, known === undefined ? match : merged(known, match));
  }
  return [...found.values()]
    .map((match) => ({ ...match, score: Math.round(match.score) }))
    .filter(({ score }) => score >= least)
    .sort(likeliestFirst);
}

function merged(first: Match, second: Match): Match {
  const [name, address] = first.by === "address" ? [second, first] : [first, second];
  const both = name.by !== "address" && address.by === "address";
  if (both && Math.min(name.score, address.score) >= REVIEW)
    return { ...name, score: Math.max(name.score, BOTH) };
  return likeliestFirst(first, second) <= 0 ? first : second;
}

function likeliestFirst(a: Match, b: Match): number {
  if (a.score !== b.score) return b.score - a.score;
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : Number(first > second);
}

function keyOf({ entry, text }: Match): string {
  return JSON.stringify([entry.list, entry.name, entry.id, text]);
}

interface Named {
  readonly entry: Entry;
  readonly by: "name" | "alias";
  readonly form: Form;
}

interface Located {
  readonly entry: Entry;
  readonly text: string;
  readonly most: number;
}

/** A list made ready for many questions. */
class Index {
  private readonly named: readonly Named[];
  private readonly located: readonly Located[];
  private readonly names: NameIndex;
  private readonly addresses: AddressIndex;

  constructor(entries: readonly Entry[]) {
    this.named = entries.flatMap(namesOf);
    this.names = new NameIndex(this.named.map(({ form }) => form));
    this.located = entries.flatMap(addressesOf);
    this.addresses = new AddressIndex(this.located.map(({ text }) => addressWords(text)));
  }

  byName(name: string): Match[] {
    return formsOf(name).flatMap((sought) =>
      [...this.names.candidates(sought)].map((i): Match => {
        const { entry, by, form } = this.named[i] as Named;
        return { entry, by, text: form.text, score: nameScore(sought, form, this.names.weight) };
      }),
    );
  }

  byAddress(address: string): Match[] {
    const words = addressWords(address);
    return [...this.addresses.candidates(words)].map((i): Match => {
      const { entry, text, most } = this.located[i] as Located;
      const score = addressScore(words, this.addresses.words(i), this.addresses.weight);
      return { entry, by: "address", text, score: Math.min(most, score) };
    });
  }
}

function namesOf(entry: Entry): Named[] {
  if (isAddressOnly(entry)) return [];
  return [
    ...formsOf(entry.name).map((form): Named => ({ entry, by: "name", form })),
    ...entry.aliases.flatMap((alias) => formsOf(alias).map((form): Named => ({ entry, by: "alias", form }))),
  ];
}

function addressesOf(entry: Entry): Located[] {
  const alone = isAddressOnly(entry);
  const texts = alone ? [...entry.addresses, entry.name] : entry.addresses;
  return texts.map((text) => ({ entry, text, most: alone ? 100 : MOST_BY_ADDRESS }));
}

const indexes = new WeakMap<Snapshot, Index>();

function indexOf(snapshot: Snapshot): Index {
  const known = indexes.get(snapshot) ?? new Index(snapshot.entries);
  indexes.set(snapshot, known);
  return known;
}
