import { fold, type Tokens } from "./fold";
import { compare, type Weight, weightsOf } from "./similarity";
import type { Entry } from "./snapshot";

/** Words that addresses have or leave out as they please. */
const NOISE = new Set(
  "address building bldg flat floor fl f level no number office rm room suite ste unit and the of".split(" "),
);

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ave: "avenue",
  blvd: "boulevard",
  cir: "circle",
  ctr: "centre",
  center: "centre",
  dr: "drive",
  hwy: "highway",
  ln: "lane",
  prov: "province",
  rd: "road",
  sq: "square",
  st: "street",
  str: "street",
};

/** An address as it is compared: "Unit 04, 7/F" and "4, 7th Floor" have the same numbers. */
export function addressWords(text: string): Tokens {
  return fold(text)
    .flatMap((word) => word.match(/\d+|[a-z]+/g) ?? [])
    .map((word) => (/^\d/.test(word) ? word.replace(/^0+(?=\d)/, "") : (ABBREVIATIONS[word] ?? word)))
    .filter((word) => !NOISE.has(word) && !/^(th|nd|rd)$/.test(word));
}

/** True for an entry that lists an address and nobody's name: whoever uses it is restricted. */
export function isAddressOnly({ name, addresses }: Entry): boolean {
  if (/^\s*(address(es)?\b|$)/i.test(name)) return true;
  if (!/\d/.test(name)) return false;
  if (/^\s*(unit|room|rm|flat|floor|suite|office|shop|block|no\b|\d+\/f)/i.test(name) && name.includes(","))
    return true;
  const words = addressWords(name);
  return (
    words.length >= 4 && addresses.some((one) => words.every((word) => addressWords(one).includes(word)))
  );
}

/** 0 to 100; 0 for what names no house: a town alone is nobody's address. */
export function addressScore(first: Tokens, second: Tokens, weight: Weight): number {
  const shared = first.filter((word) => second.includes(word));
  const numbers = shared.filter((word) => /^\d/.test(word)).length;
  if (numbers === 0 || shared.length - numbers < 2) return 0;
  const { ofFirst, ofSecond } = compare(first, second, weight);
  return 100 * (0.7 * Math.max(ofFirst, ofSecond) + 0.3 * Math.min(ofFirst, ofSecond));
}

/** Finds the addresses of a list that may be a given one. */
export class AddressIndex {
  readonly weight: Weight;
  private readonly byNumber = new Map<string, number[]>();

  constructor(private readonly addresses: readonly Tokens[]) {
    this.weight = weightsOf(addresses);
    for (const [i, words] of addresses.entries())
      for (const word of new Set(words)) if (/^\d/.test(word)) this.add(word, i);
  }

  /** Positions of addresses with a number in common. */
  candidates(words: Tokens): Set<number> {
    return new Set(words.flatMap((word) => this.byNumber.get(word) ?? []));
  }

  words(position: number): Tokens {
    return this.addresses[position] as Tokens;
  }

  private add(number: string, position: number): void {
    const list = this.byNumber.get(number);
    if (list === undefined) this.byNumber.set(number, [position]);
    else list.push(position);
  }
}
