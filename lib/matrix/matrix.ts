import { clouds, type Region, regionsOf } from "../../regions";
import { type AcceleratorClass, classify, type Datasheet, datasheets } from "../accelerators";
import type { Cloud } from "../accelerators/datasheet";
import { countryName } from "../jurisdictions";
import type { Finding } from "../policy/finding";
import type { Policy } from "../policy/policy";
import type { Screen } from "../screening/of-policy";
import { groupBy } from "../text/group";
import { type Verdict, type Verdicts, verdictsOf } from "./verdicts";

/** A class as it is called: before 2023-11-17 there were none. */
export type ClassName = AcceleratorClass | "controlled" | "not controlled";

/** Accelerators of one class that the policy treats alike in every row. */
export interface Column {
  readonly class: ClassName;
  /** Ids, in the order of the catalogue. */
  readonly accelerators: readonly string[];
}

/** A region, or a zone that stands in another country than its region. */
export interface MatrixPlace {
  readonly cloud: Cloud;
  readonly code: string;
  readonly name: string;
}

export interface Row {
  /** ISO 3166-1 alpha-2; null for places whose country is not known. */
  readonly country: string | null;
  readonly name: string;
  readonly places: readonly MatrixPlace[];
  /** In the order of the columns. */
  readonly verdicts: readonly Verdict[];
}

/** What may stand where under a policy, quantities aside. */
export interface Matrix {
  readonly asOf: string;
  readonly policy: { readonly path: string | null; readonly digest: string };
  /** Strictest class first. */
  readonly columns: readonly Column[];
  /** By name of country; places whose country is not known last. */
  readonly rows: readonly Row[];
  /** What the policy alone raises, whatever is placed where. */
  readonly everywhere: readonly Finding[];
}

export interface MatrixOptions {
  /** @default the whole catalogue */
  readonly accelerators?: readonly Datasheet[];
  /** @default every cloud */
  readonly clouds?: readonly Cloud[];
  /** @default nobody is compared with a list */
  readonly screening?: Screen | null;
}

/** Regions × accelerators under a policy. Pure, but for the tables. */
export function matrixOf(policy: Policy, options: MatrixOptions = {}): Matrix {
  const { accelerators = datasheets, clouds: named = clouds, screening = null } = options;
  const places = placesOf(named);
  const countries = [...new Set(places.flatMap(({ country }) => country ?? []))];
  return matrixFrom(verdictsOf(policy, accelerators, countries, screening), policy, accelerators, places);
}

/** The same of answers given before. */
export function matrixFrom(
  verdicts: Verdicts,
  policy: Policy,
  accelerators: readonly Datasheet[] = datasheets,
  places: readonly Located[] = placesOf(clouds),
): Matrix {
  const countries = [...new Set(places.map(({ country }) => country))];
  const columns = columnsOf(accelerators, countries, verdicts, policy.asOf);
  return {
    asOf: policy.asOf,
    policy: { path: policy.path, digest: policy.digest },
    columns,
    rows: rowsOf(places, columns, verdicts),
    everywhere: verdicts.everywhere,
  };
}

type Located = MatrixPlace & { readonly country: string | null };

function placesOf(named: readonly Cloud[]): Located[] {
  return named.flatMap((cloud) => regionsOf(cloud).flatMap((region) => placesIn(cloud, region)));
}

function placesIn(cloud: Cloud, { code, name, country, zones }: Region): Located[] {
  const abroad = zones.filter((zone) => zone.country !== country);
  return [
    { cloud, code, name, country },
    ...abroad.map((zone) => ({ cloud, code: zone.group, name: zone.place, country: zone.country })),
  ];
}

/** Accelerators with the same answers everywhere, by class; several columns of a class where the policy parts it. */
export function columnsOf(
  chips: readonly Datasheet[],
  countries: readonly (string | null)[],
  verdicts: Verdicts,
  asOf: string,
): Column[] {
  const alike = groupBy(chips, (chip) =>
    JSON.stringify([classOf(chip, asOf), countries.map((country) => verdicts.of(chip.id, country))]),
  );
  return [...alike.values()]
    .map((group) => ({
      class: classOf(group[0] as Datasheet, asOf),
      accelerators: group.map(({ id }) => id),
    }))
    .sort((a, b) => CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) || sizeOf(b) - sizeOf(a));
}

const CLASSES: readonly ClassName[] = ["3A090.a", "controlled", "3A090.b", "none", "not controlled"];

function sizeOf({ accelerators }: Column): number {
  return accelerators.length;
}

export function classOf(chip: Datasheet, asOf: string): ClassName {
  const { class: found, controlled } = classify(chip, asOf);
  return found ?? (controlled ? "controlled" : "not controlled");
}

function rowsOf(places: readonly Located[], columns: readonly Column[], verdicts: Verdicts): Row[] {
  const byCountry = groupBy(places, ({ country }) => country ?? "");
  const rows = [...byCountry].map(([code, found]): Row => {
    const country = code === "" ? null : code;
    return {
      country,
      name: country === null ? "Country not known" : countryName(country),
      places: found.map(({ country: _, ...place }) => place),
      verdicts: columns.map(({ accelerators: [first = ""] }) => verdicts.of(first, country)),
    };
  });
  return rows.sort(
    (a, b) => Number(a.country === null) - Number(b.country === null) || a.name.localeCompare(b.name, "en"),
  );
}
