/** A row of the library's table: alpha-2, alpha-3, number, ISO 3166-2 reference. */
type CodeRow = readonly [alpha2: string, alpha3: string, numeric: string, reference: string];

/** The library's list holds this one; ISO 3166-1 does not. */
const notIso = new Set(["XK"]);

/** Where the library puts a formal or disputed name first, the plain one it also lists. */
const plainNames: Readonly<Record<string, string>> = {
  CN: "China",
  IR: "Iran",
  MD: "Moldova",
  RU: "Russia",
  TW: "Taiwan",
  US: "United States",
};

let codes: ReadonlySet<string> | undefined;
let names: ReadonlyMap<string, string | readonly string[]> | undefined;

/** Whether `code` is an ISO 3166-1 alpha-2 code in upper case. Source: i18n-iso-countries, without XK. */
export function isCountry(code: string): boolean {
  return knownCodes().has(code);
}

/** English name of an alpha-2 code, or the code itself when it is unknown. */
export function countryName(code: string): string {
  if (!isCountry(code)) return code;
  const name = englishNames().get(code) ?? code;
  return plainNames[code] ?? (typeof name === "string" ? name : (name[0] ?? code));
}

/** Every ISO 3166-1 alpha-2 code, sorted. */
export function countryCodes(): readonly string[] {
  return [...knownCodes()].sort();
}

// The library's main entry reads every language's index (about 20 ms); its data files are read on first use.
function knownCodes(): ReadonlySet<string> {
  if (!codes) {
    const rows: readonly CodeRow[] = require("i18n-iso-countries/codes.json");
    codes = new Set(rows.map(([alpha2]) => alpha2).filter((code) => !notIso.has(code)));
  }
  return codes;
}

function englishNames(): ReadonlyMap<string, string | readonly string[]> {
  if (!names) {
    const file: {
      countries: Record<string, string | string[]>;
    } = require("i18n-iso-countries/langs/en.json");
    names = new Map(Object.entries(file.countries));
  }
  return names;
}
