import { awsFamilyPrefixes, machinesMatching } from "../accelerators";
import type { Blocking } from "./blocking";

/** What every machine type with accelerators begins with on AWS. */
const ACCELERATED = `^(ml[.])?(u-)?(${awsFamilyPrefixes.join("|")})[0-9]`;

/** Terraform expression: the machine type `m` carries no accelerator. */
export const isPlain = matches(ACCELERATED, "!");

/** Terraform expression: the machine type `m` is of a family that may stand in all of the countries; undefined if none may. */
export function isOfFamily(countries: readonly string[], blocking: Blocking): string | undefined {
  const families = allowedFamilies(countries, blocking);
  return families.length === 0 ? undefined : matches(`^(ml[.])?(${families.join("|")})([.]|$)`);
}

const known = new WeakMap<Blocking, Map<string, readonly string[]>>();

/** Many placements ask the same of one policy. */
function allowedFamilies(countries: readonly string[], blocking: Blocking): readonly string[] {
  const ofPolicy = known.get(blocking) ?? new Map<string, readonly string[]>();
  known.set(blocking, ofPolicy);
  const key = countries.join(" ");
  const families = ofPolicy.get(key) ?? familiesIn(countries, blocking);
  ofPolicy.set(key, families);
  return families;
}

/** Families of the catalogue of which every machine is allowed. */
function familiesIn(countries: readonly string[], blocking: Blocking): string[] {
  const families = new Map<string, boolean>();
  for (const { name, accelerator } of machinesMatching("aws", "*")) {
    const family = name.split(".")[0] as string;
    const isAllowed = countries.every((country) => blocking(accelerator, country) === undefined);
    families.set(family, isAllowed && families.get(family) !== false);
  }
  return [...families].flatMap(([family, isAllowed]) => (isAllowed ? [family] : [])).toSorted();
}

function matches(pattern: string, not = ""): string {
  return `${not}can(regex("${pattern}", lower(trimspace(m))))`;
}
