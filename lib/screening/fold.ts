import { isLegalForm, withoutLegalForms } from "./legal-forms";

/** A name or address as it is compared: Latin letters and digits in lower case, without marks and punctuation. */
export type Tokens = readonly string[];

const NON_ASCII = /[^\u0020-\u007e]/;

/** Folds case, width, diacritics, scripts and punctuation. Dotted and spaced letters are one word: "S.A.", "I B M". */
export function fold(text: string): Tokens {
  const plain = (NON_ASCII.test(text) ? latin(text) : text).toLowerCase();
  const words =
    plain
      .replace(/['`]/g, "")
      .replace(/&/g, " and ")
      .match(/[a-z0-9]+/g) ?? [];
  return joinLetters(words);
}

/** The words of a name that tell it from others; all of them where nothing else is left. */
export function coreOf(tokens: Tokens): Tokens {
  const core = withoutLegalForms(tokens).filter(
    (word) => !isLegalForm(word) && word !== "and" && word !== "the",
  );
  return core.length > 0 ? core : tokens;
}

function latin(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "");
  if (!NON_ASCII.test(bare)) return bare;
  // Loaded here because its tables take 50 ms, and most names are plain.
  const { transliterate } = require("transliteration") as typeof import("transliteration");
  return transliterate(bare);
}

function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = /^[a-z]$/.test(word);
    if (single && open) joined.push((joined.pop() ?? "") + word);
    else joined.push(word);
    open = single;
  }
  return joined;
}
