import { distance } from "fastest-levenshtein";

const MOST = 3;

/** Up to three candidates that the word may have been meant for, the likeliest first. */
export function suggest(word: string, candidates: readonly string[]): string[] {
  const plain = simplify(word);
  if (plain === "" || plain.length > 100) return [];
  const holding = containing(plain, candidates);
  return holding.length > 0 ? holding : nearest(plain, candidates);
}

/** `; did you mean "a" or "b"?`, or nothing. */
export function didYouMean(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return "";
  const quoted = suggestions.map((suggestion) => `"${suggestion}"`);
  const last = quoted.pop();
  return `; did you mean ${quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`}?`;
}

function nearest(plain: string, candidates: readonly string[]): string[] {
  const tolerance = Math.max(1, Math.floor(plain.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, away: slips(plain, simplify(candidate)) }))
    .filter(({ away }) => away <= tolerance)
    .sort((a, b) => a.away - b.away);
  return ranked.slice(0, 1).map(({ candidate }) => candidate);
}

/** Edits from one word to the other; two letters that changed places are one. */
function slips(word: string, candidate: string): number {
  const edits = distance(word, candidate);
  return edits === 2 && sorted(word) === sorted(candidate) ? 1 : edits;
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

function containing(plain: string, candidates: readonly string[]): string[] {
  // A bare chip name (`h200`) is far from its id in edits, but inside it.
  if (plain.length < 3) return [];
  return candidates.filter((candidate) => simplify(candidate).includes(plain)).slice(0, MOST);
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/g, "");
}
