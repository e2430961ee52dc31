/** Words that say what kind of company a name is of, in folded spelling. They tell no two parties apart. */
const WORDS = new Set(
  `ab ad ag ao aps as asa bhd bv bvba co company corp corporation cv doo dd ead eirl eood fzc fzco fze fzllc gk gmbh
  inc incorporated jsc kabushiki kaisha kft kg kgaa kk kommanditgesellschaft limited limitada llc llp lp lllp ltd ltda
  nv oao ojsc ooo oy oyj pao pjsc plc private pt pte pty public pvt sa sab sac saoc saog sarl sas scs sdn se sl sp spa
  spolka spzoo srl sro tbk vof wll yk yugen zao zoo zrt`.split(/\s+/),
);

/** Forms of several words: transliterated Chinese, Korean and Russian, and what lists put behind a name. */
const PHRASES = [
  "and any successor sub unit or subsidiary thereof",
  "obshchestvo s ogranichennoi otvetstvennostyu",
  "gu fen you xian gong si",
  "you xian ze ren gong si",
  "otkrytoe aktsionernoe obshchestvo",
  "aktsionernoe obshchestvo",
  "you xian gong si",
  "zhu shi hui she",
  "jusighoesa",
  "gong si",
].map((phrase) => phrase.split(" "));

export function isLegalForm(word: string): boolean {
  return WORDS.has(word);
}

/** The words without the phrases that say the legal form. */
export function withoutLegalForms(words: readonly string[]): readonly string[] {
  return PHRASES.reduce<readonly string[]>(without, words);
}

function without(words: readonly string[], phrase: readonly string[]): readonly string[] {
  const start = words.findIndex((_, i) => phrase.every((word, j) => words[i + j] === word));
  return start === -1 ? words : [...words.slice(0, start), ...words.slice(start + phrase.length)];
}
