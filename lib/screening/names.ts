import { coreOf, fold, type Tokens } from "./fold";
import { compare, type Weight, weightsOf } from "./similarity";

/** A name as it is written, with what is compared of it. */
export interface Form {
  readonly text: string;
  /** True for what is left without brackets, or stood in them. */
  readonly isPart: boolean;
  readonly core: Tokens;
  /** All words, then the core's: written together, and in alphabetical order. */
  readonly whole: string;
  readonly joined: string;
  readonly sorted: string;
  /** Null where there are too few. */
  readonly initials: string | null;
}

/** Shorter initials fit too many names. */
const FEWEST_INITIALS = 4;

/** The name itself, the name without what stands in brackets, and an acronym in brackets. */
export function formsOf(text: string): Form[] {
  const inside = [...text.matchAll(/\(([^()]*)\)/g)].map(([, part = ""]) => part.trim());
  const outside = text.replace(/\([^()]*\)/g, " ").trim();
  const acronyms = inside.filter((part) => /^[A-Z][A-Z0-9 &-]{2,}$/.test(part));
  return [...new Set([text, outside, ...acronyms])].flatMap((part) => {
    const words = fold(part);
    return words.length === 0 ? [] : [formOf(text, words, part !== text)];
  });
}

function formOf(text: string, words: Tokens, isPart: boolean): Form {
  const core = coreOf(words);
  return {
    text,
    isPart,
    core,
    whole: words.join(" "),
    joined: core.join(""),
    sorted: core.toSorted().join(" "),
    initials: core.length < FEWEST_INITIALS ? null : core.map(([letter]) => letter).join(""),
  };
}

/** Scores, 0 to 100. They order and flag what a person then looks at. */
const SAME = 100;
/** The same but for the legal form, brackets, the order of words, or where words end. */
const SAME_CORE = 95;
const INITIALS = 78;

/** What two names must share, by weight, to count in full: one rare word, or a few common ones. */
const FULL_WEIGHT = 0.75;

/** How much a full match of the shorter name counts against what the longer one adds. */
const SHORTER = 0.7;

/** 0 to 100. */
export function nameScore(first: Form, second: Form, weight: Weight): number {
  if (first.whole === second.whole) return first.isPart || second.isPart ? SAME_CORE : SAME;
  if (first.joined === second.joined || first.sorted === second.sorted) return SAME_CORE;
  const { ofFirst, ofSecond, weight: shared } = compare(first.core, second.core, weight);
  const cover = SHORTER * Math.max(ofFirst, ofSecond) + (1 - SHORTER) * Math.min(ofFirst, ofSecond);
  const score = SAME_CORE * cover * Math.min(1, shared / FULL_WEIGHT);
  const initials = first.initials === second.joined || second.initials === first.joined;
  return Math.max(score, initials ? INITIALS : 0);
}

/** What many companies call themselves, whatever list is at hand. */
const GENERIC = new Set(
  `academy aerospace ai asia bank bureau capital center centre china cloud commercial compute computer computing
  consulting data design development digital electronic electronics energy engineering enterprise enterprises equipment
  europe export factory finance foundation general global group holding holdings import industrial industries industry
  information institute international investment investments lab laboratory labs logistics management manufacturing
  network networks of production products research science scientific semiconductor semiconductors service services
  software solutions supply system systems tech technical technologies technology telecom trade trading university
  africa america american arabia asian beijing chinese dubai east emirates european guangzhou hong india indonesia israel
  japan kong korea malaysia middle north pacific saudi shanghai shenzhen singapore south taiwan thailand uae usa vietnam
  west world`.split(/\s+/),
);

/** Share of the lighter name's letter groups, by weight, that a candidate has. */
const LEAST_OVERLAP = 0.35;

/** Finds the names of a list that may be a given one, without comparing it to each. */
export class NameIndex {
  readonly weight: Weight;
  private readonly byGroup = new Map<string, number[]>();
  private readonly byKey = new Map<string, number[]>();
  /** Weight of all letter groups of each name. */
  private readonly masses: readonly number[];

  constructor(private readonly forms: readonly Form[]) {
    this.weight = weightsOf(
      forms.map(({ core }) => core),
      GENERIC,
    );
    const groups = forms.map(({ core }) => groupsOf(core));
    for (const [i, form] of forms.entries()) {
      for (const key of keysOf(form)) add(this.byKey, key, i);
      for (const group of groups[i] ?? []) add(this.byGroup, group, i);
    }
    this.masses = groups.map((own) => this.mass(own));
  }

  /** Positions of forms that may be the same name; none that is the same but for order, case or legal form is missing. */
  candidates(form: Form): Set<number> {
    const found = new Set(keysOf(form).flatMap((key) => this.byKey.get(key) ?? []));
    const groups = groupsOf(form.core);
    const mass = this.mass(groups);
    const shared = new Float64Array(this.forms.length);
    for (const group of groups) {
      const weight = this.groupWeight(group);
      for (const i of this.byGroup.get(group) ?? []) shared[i] = (shared[i] ?? 0) + weight;
    }
    for (let i = 0; i < shared.length; i++) {
      const weight = shared[i] ?? 0;
      if (weight > 0 && weight >= LEAST_OVERLAP * Math.min(mass, this.masses[i] ?? 0)) found.add(i);
    }
    return found;
  }

  private mass(groups: ReadonlySet<string>): number {
    let sum = 0;
    for (const group of groups) sum += this.groupWeight(group);
    return sum;
  }

  private groupWeight(group: string): number {
    return Math.log(1 + this.forms.length / (this.byGroup.get(group)?.length ?? 1));
  }
}

/** Under which names that are the same meet: written together, sorted, and as initials. */
function keysOf({ joined, sorted, initials }: Form): string[] {
  return [joined, sorted, ...(initials === null ? [] : [initials])];
}

/** Groups of three letters, word by word, so that no order of words matters. */
function groupsOf(core: Tokens): Set<string> {
  const groups = new Set<string>();
  for (const word of core) {
    const padded = `^${word}$`;
    for (let i = 0; i + 3 <= padded.length; i++) groups.add(padded.slice(i, i + 3));
  }
  return groups;
}

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
