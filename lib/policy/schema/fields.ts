import * as z from "zod";
import { datasheets } from "../../accelerators/datasheets";
import { lookUpDatasheet } from "../../accelerators/look-up";
import { countryCodes, countryName, isCountry } from "../../jurisdictions/countries";
import { show } from "../../text/show";
import { didYouMean, suggest } from "../../text/suggest";
import { isDate } from "../dates";

/** What zod tells an error function; all that the messages need. */
interface Mistake {
  readonly code?: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

export function expected(what: string): (mistake: Mistake) => string {
  return ({ input }) =>
    input === undefined ? `missing; expected ${what}` : `expected ${what}, got ${show(input)}`;
}

/** A mapping that takes these keys only. Its message for unknown keys has one line per key. */
export function section<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  const accepted = Object.keys(shape);
  const wrong = expected(what);
  const error = (mistake: Mistake) =>
    mistake.code === "unrecognized_keys"
      ? (mistake.keys ?? []).map((key) => unknownKey(key, accepted)).join("\n")
      : wrong(mistake);
  return z.strictObject(shape, { error });
}

function unknownKey(key: string, accepted: readonly string[]): string {
  return `unknown key${didYouMean(suggest(key, accepted))} (accepted here: ${accepted.join(", ")})`;
}

/** Text of a least length, counted without the blanks around it, which are dropped. */
export function text(what: string, shortest = 1) {
  const error = expected(what);
  return z.string({ error }).trim().min(shortest, { error });
}

export const SHORTEST_REASON = 20;
export const REASON = `a reason of ${SHORTEST_REASON} characters or more`;
export const APPROVER = "the name of the person who approves";

/** A list with at least one entry. */
export function someOf<Entry extends z.ZodType>(entry: Entry, what: string) {
  return listOf(entry, what).min(1, { error: "expected at least one entry, got an empty list" });
}

/** A limit that need not be set. An empty list is refused: it could mean "any" as well as "none". */
export function limitedTo<Entry extends z.ZodType>(entry: Entry, what: string) {
  const error = "expected at least one entry, got an empty list; leave the key out to set no limit";
  return listOf(entry, what).min(1, { error }).optional();
}

export function listOf<Entry extends z.ZodType>(entry: Entry, what: string) {
  return z.array(entry, { error: expected(`a list of ${what}`) });
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  const error = ({ input }: Mistake) => notOneOf(input, values);
  return z.enum(values, { error });
}

export function notOneOf(input: unknown, values: readonly string[]): string {
  const guess = typeof input === "string" ? didYouMean(suggest(input, values)) : "";
  return `${expected(`one of ${values.join(", ")}`)({ input })}${guess}`;
}

const A_DATE = "a day that exists, as in 2026-11-23";

export const date = z
  .string({ error: expected(A_DATE) })
  .refine(isDate, { error: expected(A_DATE) })
  .meta({ format: "date" });

const A_COUNTRY = "an ISO 3166-1 alpha-2 country code such as MY";

export const country = z
  .string({ error: expected(A_COUNTRY) })
  .refine(isCountry, { error: ({ input }) => `${expected(A_COUNTRY)({ input })}${countryMeant(input)}` })
  .meta({ pattern: "^[A-Z]{2}$" });

function countryMeant(input: unknown): string {
  const written = String(input).trim();
  const same = (one: string) => one.toUpperCase() === written.toUpperCase();
  if (same("UK")) return didYouMean(["GB"]);
  const exact = countryCodes().filter((code) => same(code) || same(countryName(code)));
  // Of three letters any name would be near.
  if (exact.length > 0 || written.length < 4) return didYouMean(exact);
  const byName = new Map(countryCodes().map((code) => [countryName(code), code]));
  return didYouMean(suggest(written, [...byName.keys()]).flatMap((name) => byName.get(name) ?? []));
}

const CLASSES = ["3A090.a", "3A090.b"];

const AN_ACCELERATOR = `an accelerator id of the catalogue or a class (${CLASSES.join(", ")})`;

/** The catalogue reads ids in any case; the policy keeps the catalogue's spelling. */
export const accelerator = z
  .string({ error: expected(AN_ACCELERATOR) })
  .refine((id) => acceleratorId(id) !== undefined, { error: unknownAccelerator })
  .overwrite((id) => acceleratorId(id) ?? id);

function acceleratorId(id: string): string | undefined {
  return CLASSES.includes(id) ? id : lookUpDatasheet(id)?.id;
}

function unknownAccelerator({ input }: Mistake): string {
  const ids = [...CLASSES, ...datasheets.map(({ id }) => id)];
  return `${expected(AN_ACCELERATOR)({ input })}${didYouMean(suggest(String(input), ids))}`;
}

const A_NUMBER = "a whole number of accelerators, at least 1";

/** Chips, not machines. */
export const maxAccelerators = z
  .int({ error: expected(A_NUMBER) })
  .min(1, { error: expected(A_NUMBER) })
  .optional();

const A_TPP = "a total processing performance (accelerators × TPP of each) above 0";

export const maxTpp = z
  .number({ error: expected(A_TPP) })
  .gt(0, { error: expected(A_TPP) })
  .optional();
