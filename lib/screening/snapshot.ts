/** One entry of a screening list. */
export interface Entry {
  /** As the list gives it; waivers and authorizations name it. */
  readonly id: string;
  /** Code of the list it stands on, `EL`; the whole source where that names no code. */
  readonly list: string;
  /** May be empty where only an address is listed. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  /** First day, yyyy-mm-dd, where the list gives one. */
  readonly from: string | null;
  /** True for a party that the foreign-direct-product rule of 15 CFR 734.9(e)(2) covers. */
  readonly footnote4: boolean;
}

/** A Consolidated Screening List as it was downloaded. */
export interface Snapshot {
  readonly path: string;
  /** `sha256:` and 64 hex digits, of the file's bytes. */
  readonly digest: string;
  /** The day it was made, yyyy-mm-dd; null where nothing tells: a file's own date proves nothing. */
  readonly date: string | null;
  readonly entries: readonly Entry[];
}

/** How an entry is written in both formats, before lists and dates are made out. */
export interface RawEntry {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly startDate: string;
  readonly licenseRequirement: string;
}

/** What a reader makes of a file's text. */
export interface Reading {
  readonly entries: readonly RawEntry[];
  /** The day the file says it was made; null where it says nothing. */
  readonly date: string | null;
}

/** The end of every message about a file that is no such list. */
export const EXPECTED = "expected the Consolidated Screening List as trade.gov publishes it, JSON or CSV";

/** The wording varies; one known entry cites the section and lacks the footnote's number. */
const FOOTNOTE_4 = /EAR\)?\s*4\.?\s*$|734\.9\(e\)\(2\)/;

export function entryOf({ source, startDate, licenseRequirement, ...own }: RawEntry): Entry {
  return {
    ...own,
    list: listCode(source),
    from: /^\d{4}-\d{2}-\d{2}/.exec(startDate)?.[0] ?? null,
    footnote4: FOOTNOTE_4.test(licenseRequirement),
  };
}

/** "Entity List (EL) - Bureau of …" → "EL"; "… (NS-MBS List) - …" → "NS-MBS". */
function listCode(source: string): string {
  return /\(([A-Z-]{2,}?)(?: List)?\)/.exec(source)?.[1] ?? source.trim();
}
