import type { Confidence } from "../accelerators/datasheet";

export interface Followers {
  /** The country whose treatment they share, ISO 3166-1 alpha-2. */
  readonly parent: string;
  /** Alpha-2 codes, separated by spaces. */
  readonly territories: string;
  readonly citation: string;
  readonly confidence: Confidence;
}

/**
 * ISO territories that the EAR reads as their parent country.
 *
 * The rule is 15 CFR 738.3(b); which ISO code is whose territory is general knowledge, hence "medium". Macau, Aruba, Curaçao
 * and Sint Maarten have entries of their own in the Commerce Country Chart (part 738 Supp. No. 1) and stay
 * themselves. No territory but Hong Kong lends its parent's place in a restricted group.
 */
export const followers: readonly Followers[] = [
  { parent: "CN", territories: "HK", citation: "85 FR 83765", confidence: "high" },
  { parent: "CH", territories: "LI", citation: "15 CFR 738.3(b)", confidence: "medium" },
  {
    parent: "GB",
    territories: "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    citation: "15 CFR 738.3(b)",
    confidence: "medium",
  },
  {
    parent: "FR",
    territories: "BL GF GP MF MQ NC PF PM RE TF WF YT",
    citation: "15 CFR 738.3(b)",
    confidence: "medium",
  },
  { parent: "NL", territories: "BQ", citation: "15 CFR 738.3(b)", confidence: "medium" },
  { parent: "DK", territories: "FO GL", citation: "15 CFR 738.3(b)", confidence: "medium" },
  { parent: "FI", territories: "AX", citation: "15 CFR 738.3(b)", confidence: "medium" },
  { parent: "NO", territories: "BV SJ", citation: "15 CFR 738.3(b)", confidence: "medium" },
  {
    parent: "US",
    territories: "AS GU MP PR UM VI",
    citation: "15 CFR 772.1, United States",
    confidence: "medium",
  },
  { parent: "AU", territories: "CC CX HM NF", citation: "15 CFR 738.3(b)", confidence: "medium" },
  // Cook Islands and Niue govern themselves in free association with New Zealand.
  { parent: "NZ", territories: "CK NU", citation: "15 CFR 738.3(b)", confidence: "low" },
  { parent: "NZ", territories: "TK", citation: "15 CFR 738.3(b)", confidence: "medium" },
];

let parents: ReadonlyMap<string, string> | undefined;

/**
 * The country as the EAR reads it: Hong Kong as China, other territories as their parent.
 *
 * @param code ISO 3166-1 alpha-2, any case; a code that is not a listed territory comes back in upper case.
 */
export function controlCountry(code: string): string {
  parents ??= new Map(
    followers.flatMap(({ parent, territories }) =>
      territories.split(" ").map((code) => [code, parent] as const),
    ),
  );
  const upper = code.trim().toUpperCase();
  return parents.get(upper) ?? upper;
}
